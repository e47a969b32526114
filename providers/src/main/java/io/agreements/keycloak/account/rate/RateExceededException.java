package io.agreements.keycloak.account.rate;

import java.time.Duration;

/** A user does something more often than users may. Nothing has been done. */
public final class RateExceededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RateKind kind;
    private final transient Duration timeToWait;

    RateExceededException(RateKind kind, Duration timeToWait) {
        super(kind.word(), null, false, false);
        this.kind = kind;
        this.timeToWait = timeToWait;
    }

    public RateKind kind() {
        return kind;
    }

    public Duration timeToWait() {
        return timeToWait;
    }
}
