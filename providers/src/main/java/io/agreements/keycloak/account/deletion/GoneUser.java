package io.agreements.keycloak.account.deletion;

import java.time.Instant;

/**
 * A user who is gone, or all users of a user store that is gone, while Keycloak's event store still tells of them.
 *
 * @param userId id of the user; of a store what the ids of its users begin with
 * @param pseudonym what the ledger calls the user; null for the users of a store
 * @param goneAt since when
 */
public record GoneUser(String realmId, String userId, String pseudonym, Instant goneAt) {

    public static GoneUser ofStore(String realmId, String userStoreId, Instant goneAt) {
        return new GoneUser(realmId, "f:" + userStoreId + ":", null, goneAt);
    }

    public boolean isStore() {
        return pseudonym == null;
    }
}
