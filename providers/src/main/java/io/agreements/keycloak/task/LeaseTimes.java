package io.agreements.keycloak.task;

import java.time.Duration;
import java.time.Instant;

/**
 * How long leases last, told from one moment of one node's clock. The clocks of two nodes may differ by {@link #TOLERANCE}:
 * whoever has a lease stops at its end, and nobody else begins before that much later. If they differ by more, two may have
 * the same part for a while; what they do is guarded by each row of its own, so it costs them time and nothing else.
 */
public record LeaseTimes(Instant now) {

    /** Of a node that is gone, others have the parts after that and the tolerance. */
    public static final Duration LENGTH = Duration.ofSeconds(20);

    /** By how much the clocks of two nodes may differ. */
    public static final Duration TOLERANCE = Duration.ofSeconds(5);

    /** Until when a lease lasts that is taken or renewed now. */
    public Instant until() {
        return now.plus(LENGTH);
    }

    /** A lease that ends then or earlier has ended by everybody's clock. */
    public Instant ended() {
        return now.minus(TOLERANCE);
    }

    /** A lease that ends later was taken while a clock was ahead, and counts for nothing. */
    public Instant latest() {
        return until().plus(TOLERANCE);
    }

    boolean isFree(Lease lease) {
        return !lease.until().isAfter(ended()) || lease.until().isAfter(latest());
    }
}
