package io.agreements.keycloak.account.departure;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/**
 * Users are gone, and nothing of them that identifies them is to stay. Published in the transaction in which that is seen
 * to.
 *
 * @param session the session whose transaction it is
 * @param userId the user; null if they are several
 * @param userStoreId the component whose users they are; null if it is one user, or all of the realm
 */
public record DepartedEvent(KeycloakSession session, RealmModel realm, String userId, String userStoreId)
        implements ProviderEvent {}
