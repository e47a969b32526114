package io.agreements.keycloak.ledger.log;

import io.agreements.proof.log.LogProof;
import java.util.Optional;

/**
 * That a record is in the log.
 *
 * @param proof by one of its checkpoints
 * @param keys verifier keys of the log, one a line
 * @param policy whom to believe, as {@code tlog-policy} has it
 * @param timeStamp on the checkpoint of the proof
 */
public record LogEvidence(LogProof proof, String keys, String policy, Optional<byte[]> timeStamp) {}
