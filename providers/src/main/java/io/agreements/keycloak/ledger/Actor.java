package io.agreements.keycloak.ledger;

import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Who is behind the current request.
 *
 * @param kind who
 * @param method how that one acted; null for a schedule
 * @param administratorId user id of the administrator; null for the others
 * @param clientId the client used; null for a schedule
 */
public record Actor(ActorKind kind, Method method, String administratorId, String clientId) {

    /** No person, but a task of the server. */
    public static final Actor SCHEDULE = new Actor(ActorKind.SCHEDULE, null, null, null);

    /** @param subject whose account is concerned; null if it is not one account */
    public static Actor of(KeycloakSession session, UserModel subject) {
        KeycloakContext context = session.getContext();
        AuthenticationSessionModel authentication = context.getAuthenticationSession();
        if (authentication != null && isSame(subject, authentication.getAuthenticatedUser())) {
            return new Actor(
                    ActorKind.USER,
                    Method.ACCOUNT,
                    null,
                    authentication.getClient().getClientId());
        }
        if (context.getBearerToken() == null) {
            return SCHEDULE;
        }
        UserModel caller = context.getUser();
        if (isSame(subject, caller)) {
            return new Actor(ActorKind.USER, Method.ACCOUNT, null, clientId(context));
        }
        return new Actor(
                ActorKind.ADMINISTRATOR, Method.ADMIN, caller == null ? null : caller.getId(), clientId(context));
    }

    private static boolean isSame(UserModel subject, UserModel other) {
        return subject != null && other != null && subject.getId().equals(other.getId());
    }

    private static String clientId(KeycloakContext context) {
        return context.getClient() == null ? null : context.getClient().getClientId();
    }
}
