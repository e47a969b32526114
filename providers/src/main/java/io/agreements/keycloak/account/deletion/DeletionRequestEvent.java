package io.agreements.keycloak.account.deletion;

import io.agreements.keycloak.ledger.Connection;
import io.agreements.keycloak.ledger.Identity;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;

/**
 * Something happened to a deletion request. Published synchronously, in the transaction in which it happens: whoever
 * listens writes in the same transaction, and by throwing makes the whole fail.
 *
 * @param session the session whose transaction it is
 * @param realm the realm
 * @param user whose account it is
 * @param request the request as it is now, or as it was before it was cancelled
 * @param step what happened
 * @param identity who the user is
 * @param connection where it came from, if it was the user
 */
public record DeletionRequestEvent(
        KeycloakSession session,
        RealmModel realm,
        UserModel user,
        DeletionRequest request,
        Step step,
        Identity identity,
        Connection connection)
        implements ProviderEvent {

    public enum Step {
        REQUESTED,
        CANCELLED,
        HELD,
        RELEASED
    }
}
