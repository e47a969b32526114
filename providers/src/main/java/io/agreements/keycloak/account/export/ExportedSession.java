package io.agreements.keycloak.account.export;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/**
 * A session of a user. Times are milliseconds since 1970 in UTC.
 *
 * @param offline whether it outlasts signing out
 * @param ipAddress where it began
 * @param clients ids of the clients signed in to
 */
record ExportedSession(boolean offline, long startedAt, long lastAccessAt, String ipAddress, List<String> clients) {

    /** All of the user's, the latest first. */
    static List<ExportedSession> of(KeycloakSession session, RealmModel realm, UserModel user) {
        try (Stream<UserSessionModel> online = session.sessions().getUserSessionsStream(realm, user);
                Stream<UserSessionModel> offline = session.sessions().getOfflineUserSessionsStream(realm, user)) {
            return Stream.concat(online, offline)
                    .sorted(Comparator.comparingInt(UserSessionModel::getStarted)
                            .reversed()
                            .thenComparing(UserSessionModel::getId)
                            .thenComparing(UserSessionModel::isOffline))
                    .map(ExportedSession::of)
                    .toList();
        }
    }

    private static ExportedSession of(UserSessionModel session) {
        return new ExportedSession(
                session.isOffline(),
                Duration.ofSeconds(session.getStarted()).toMillis(),
                Duration.ofSeconds(session.getLastSessionRefresh()).toMillis(),
                session.getIpAddress(),
                session.getAuthenticatedClientSessions().values().stream()
                        .map(client -> client.getClient().getClientId())
                        .sorted()
                        .toList());
    }
}
