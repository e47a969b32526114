package io.agreements.keycloak.flow;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

/** Ends a user session the way Keycloak's own sign-out does. */
public final class SessionEnd {

    private SessionEnd() {}

    /** @param userSession null if there is none, then nothing happens */
    public static void of(KeycloakSession session, UserSessionModel userSession) {
        if (userSession != null) {
            AuthenticationManager.backchannelLogout(session, userSession, true);
            AuthenticationManager.expireIdentityCookie(session);
        }
    }
}
