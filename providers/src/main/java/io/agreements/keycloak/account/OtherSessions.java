package io.agreements.keycloak.account;

import io.agreements.keycloak.CurrentRequest;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.UserSessionManager;

/** The sessions of a user, online and offline, but the one in which the user acts. */
public final class OtherSessions {

    private final KeycloakSession session;
    private final List<UserSessionModel> others;

    private OtherSessions(KeycloakSession session, List<UserSessionModel> others) {
        this.session = session;
        this.others = others;
    }

    /** @param current the session in which the user acts; null if there is none yet */
    public static OtherSessions of(
            KeycloakSession session, RealmModel realm, UserModel user, UserSessionModel current) {
        return new OtherSessions(
                session,
                Stream.concat(
                                session.sessions().getUserSessionsStream(realm, user),
                                session.sessions().getOfflineUserSessionsStream(realm, user))
                        .filter(other -> current == null || !isSame(other, current))
                        .toList());
    }

    /** How many there are; an offline session counts beside the online one it came from. */
    public int count() {
        return others.size();
    }

    /** Ends them. Clients that want to be told when a session ends are told. */
    public void end() {
        others.forEach(this::end);
    }

    /** To log an offline session out would end the online one of the same id too, which may be the current one. */
    private void end(UserSessionModel other) {
        if (other.isOffline()) {
            new UserSessionManager(session).revokeOfflineUserSession(other);
        } else if (CurrentRequest.of(session.getContext()).isPresent()) {
            AuthenticationManager.backchannelLogout(session, other, true);
        } else {
            new LogoutWithoutRequest(session).end(other);
        }
    }

    private static boolean isSame(UserSessionModel some, UserSessionModel other) {
        return some.getId().equals(other.getId()) && some.isOffline() == other.isOffline();
    }
}
