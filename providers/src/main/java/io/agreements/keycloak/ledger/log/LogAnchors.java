package io.agreements.keycloak.ledger.log;

import io.agreements.proof.log.Checkpoint;
import java.util.List;

/** What is known to be outside of a log, where nobody changes it who can change the database. */
@FunctionalInterface
public interface LogAnchors {

    /**
     * The last checkpoints that went out under the origin of the log, as far as they can be read.
     *
     * @param verifierKeys of the log
     */
    List<Anchor> of(LogState log, List<String> verifierKeys);

    /** @param place for people who look into it */
    record Anchor(String place, Checkpoint checkpoint) {}
}
