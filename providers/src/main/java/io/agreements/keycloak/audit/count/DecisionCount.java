package io.agreements.keycloak.audit.count;

import io.agreements.keycloak.ledger.Decision;

/**
 * How many decided the same about a version.
 *
 * @param imported whether it was taken over from elsewhere
 * @param decisions how often
 * @param users by how many, each once
 */
public record DecisionCount(
        String agreementKey, int version, Decision decision, boolean imported, long decisions, long users) {}
