package io.agreements.keycloak.ledger.log;

import io.agreements.proof.log.LogProof;

/**
 * That a record is in the log.
 *
 * @param proof by the last checkpoint
 * @param keys verifier keys of the log, one a line
 * @param policy whom to believe, as {@code tlog-policy} has it
 */
public record LogEvidence(LogProof proof, String keys, String policy) {}
