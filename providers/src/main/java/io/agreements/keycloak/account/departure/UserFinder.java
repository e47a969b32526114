package io.agreements.keycloak.account.departure;

import io.agreements.keycloak.ledger.UserIds;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Finds users by what is kept of them, whether they are still there or not. */
@FunctionalInterface
public interface UserFinder {

    /**
     * Goes through a part of what is kept.
     *
     * @param after where the part before said to go on; null to begin
     */
    UserIds find(KeycloakSession session, RealmModel realm, String after);
}
