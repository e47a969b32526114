package io.agreements.keycloak.account.departure;

import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/**
 * Users are gone, and nothing of them that identifies them is to stay. Published in the transaction in which that is seen
 * to.
 *
 * @param session the session whose transaction it is
 * @param userIds the users, one or a few; empty if they are all of a user store or of the realm
 * @param userStoreId the component whose users they are; null if they are a few users, or all of the realm
 */
public record DepartedEvent(KeycloakSession session, RealmModel realm, List<String> userIds, String userStoreId)
        implements ProviderEvent {

    public DepartedEvent {
        userIds = List.copyOf(userIds);
    }
}
