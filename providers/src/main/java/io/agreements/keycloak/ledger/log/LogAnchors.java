package io.agreements.keycloak.ledger.log;

import io.agreements.keycloak.ledger.log.store.LogState;
import io.agreements.proof.log.Checkpoint;
import io.agreements.proof.note.VerifierKey;
import java.util.List;

/** What is known to be outside of a log, where nobody changes it who can change the database. */
@FunctionalInterface
public interface LogAnchors {

    /**
     * The last checkpoints that went out under the origin of the log, as far as they can be read.
     *
     * @param keys of the log
     */
    List<Anchor> of(LogState log, List<VerifierKey> keys);

    /** @param place for people who look into it */
    record Anchor(String place, Checkpoint checkpoint) {}
}
