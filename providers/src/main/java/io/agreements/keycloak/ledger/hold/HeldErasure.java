package io.agreements.keycloak.ledger.hold;

import java.time.Instant;

/**
 * A user who is gone, of whom a hold kept something from being erased.
 *
 * @param pseudonym what the ledger is to call the user; null if that is not said yet
 * @param goneAt since when; what is recorded later is of somebody else
 */
public record HeldErasure(String realmId, String userId, String pseudonym, Instant goneAt) {}
