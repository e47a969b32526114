package io.agreements.keycloak.ledger.removal;

import java.time.Instant;

/**
 * A realm that is gone, of whose users something is still there.
 *
 * @param realmId which may be the id of another realm by now
 * @param goneAt since when it is gone
 * @param lastAt when the last of its records occurred: what comes later is another realm's
 */
public record RealmErasure(String realmId, Instant goneAt, Instant lastAt) {}
