package io.agreements.keycloak.token;

import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/**
 * Whom a token is about.
 *
 * @param user the user
 * @param client the client it is for
 * @param session the user session behind it; null if there is none, or none that lasts
 */
record Bearer(UserModel user, ClientModel client, UserSessionModel session) {

    static Bearer of(AuthenticatedClientSessionModel clientSession) {
        UserSessionModel session = clientSession.getUserSession();
        return new Bearer(session.getUser(), clientSession.getClient(), session);
    }

    boolean isOffline() {
        return session != null && session.isOffline();
    }

    /** Whether it is the account of a client, which nobody asks. */
    boolean isServiceAccount() {
        return user.getServiceAccountClientLink() != null;
    }
}
