package io.agreements.keycloak.flow;

import java.time.Instant;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The note that a user is asked nothing: for which revision of the catalogue, and until when. While it holds, no query is
 * made. It is left on the authentication session, from where Keycloak carries it to the user session. Each client has its
 * own, so that an agreement for one of them is not taken for settled by having signed in to another.
 */
final class Clearance {

    private static final String NOTE = "agreements.clear.";
    private static final String SEPARATOR = "/";

    private Clearance() {}

    /** @param userSession the session signed in with before; null if there is none */
    static boolean holds(
            AuthenticationSessionModel authSession,
            UserModel user,
            UserSessionModel userSession,
            String revision,
            Instant now) {
        String note = name(authSession);
        return holds(authSession.getUserSessionNotes().get(note), user, revision, now)
                || userSession != null && holds(userSession.getNote(note), user, revision, now);
    }

    static void grant(AuthenticationSessionModel authSession, UserModel user, Situation situation) {
        if (situation.catalogue().revision() != null && !situation.dependsOnRoles()) {
            long until = situation.nextChange().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
            authSession.setUserSessionNote(
                    name(authSession), subject(user, situation.catalogue().revision()) + until);
        }
    }

    private static boolean holds(String note, UserModel user, String revision, Instant now) {
        if (note == null || revision == null) {
            return false;
        }
        int separator = note.lastIndexOf(SEPARATOR) + 1;
        return note.substring(0, separator).equals(subject(user, revision))
                && now.toEpochMilli() < Long.parseLong(note.substring(separator));
    }

    private static String name(AuthenticationSessionModel authSession) {
        return NOTE + authSession.getClient().getId();
    }

    private static String subject(UserModel user, String revision) {
        return user.getId() + SEPARATOR + revision + SEPARATOR;
    }
}
