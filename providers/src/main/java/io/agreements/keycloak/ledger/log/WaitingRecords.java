package io.agreements.keycloak.ledger.log;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether records may be waiting for their place in a log, as far as this node knows: it does of those it has written. Of
 * others, such as those of a node that is gone, it knows nothing; so it looks once in a few runs all the same.
 */
public final class WaitingRecords {

    /** A run that looks all the same, for as many that do not. */
    static final int RUNS = 6;

    private final AtomicBoolean mayBeThere = new AtomicBoolean(true);
    private final AtomicInteger passed = new AtomicInteger();

    /** This node has committed some. */
    public void come() {
        mayBeThere.set(true);
    }

    /** Whether a run is to look for them. */
    boolean areToBeLookedFor() {
        if (mayBeThere.get() || passed.incrementAndGet() >= RUNS) {
            // Before it looks: what comes meanwhile may be passed over.
            mayBeThere.set(false);
            passed.set(0);
            return true;
        }
        return false;
    }
}
