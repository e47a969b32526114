package io.agreements.keycloak.event;

import io.agreements.keycloak.ledger.Method;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Who is behind the current request.
 *
 * @param kind {@code user}, {@code administrator}, or {@code schedule} where no person is
 * @param method how that one acted; null for a schedule
 * @param administratorId user id of the administrator; null for the others
 * @param clientId the client used; null for a schedule
 */
record Actor(String kind, Method method, String administratorId, String clientId) {

    private static final String USER = "user";

    /** @param subject whose account is concerned; null if it is not one account */
    static Actor of(KeycloakSession session, UserModel subject) {
        KeycloakContext context = session.getContext();
        AuthenticationSessionModel authentication = context.getAuthenticationSession();
        if (authentication != null && isSame(subject, authentication.getAuthenticatedUser())) {
            return new Actor(
                    USER, Method.ACCOUNT, null, authentication.getClient().getClientId());
        }
        if (context.getBearerToken() == null) {
            return new Actor("schedule", null, null, null);
        }
        UserModel caller = context.getUser();
        if (isSame(subject, caller)) {
            return new Actor(USER, Method.ACCOUNT, null, clientId(context));
        }
        return new Actor("administrator", Method.ADMIN, caller == null ? null : caller.getId(), clientId(context));
    }

    private static boolean isSame(UserModel subject, UserModel other) {
        return subject != null && other != null && subject.getId().equals(other.getId());
    }

    private static String clientId(KeycloakContext context) {
        return context.getClient() == null ? null : context.getClient().getClientId();
    }
}
