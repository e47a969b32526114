package io.agreements.proof.log;

import io.agreements.proof.note.VerifierKey;
import java.time.Instant;
import java.util.Map;

/**
 * A checkpoint that a policy took.
 *
 * @param checkpoint what the log says of itself
 * @param log the key of the log that signed it
 * @param witnesses those of the policy that cosigned it, by their names there, and the latest time they say
 */
public record Witnessed(Checkpoint checkpoint, VerifierKey log, Map<String, Instant> witnesses) {

    public Witnessed {
        witnesses = Map.copyOf(witnesses);
    }
}
