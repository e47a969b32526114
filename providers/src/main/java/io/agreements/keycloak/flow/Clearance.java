package io.agreements.keycloak.flow;

import io.agreements.keycloak.agreement.Catalogue;
import java.time.Instant;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The note that a user owes nothing: for which revision of the catalogue, and until when. While it holds, no query is made.
 * It is left on the authentication session, from where Keycloak carries it to the user session.
 */
final class Clearance {

    private static final String NOTE = "agreements.clear";
    private static final String SEPARATOR = "/";

    private Clearance() {}

    /** @param userSession the session signed in with before; null if there is none */
    static boolean holds(
            AuthenticationSessionModel authSession, UserSessionModel userSession, String revision, Instant now) {
        return holds(authSession.getUserSessionNotes().get(NOTE), revision, now)
                || userSession != null && holds(userSession.getNote(NOTE), revision, now);
    }

    static void grant(AuthenticationSessionModel authSession, Catalogue catalogue, Instant now) {
        if (catalogue.revision() != null) {
            long until =
                    catalogue.nextChangeAfter(now).map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
            authSession.setUserSessionNote(NOTE, catalogue.revision() + SEPARATOR + until);
        }
    }

    private static boolean holds(String note, String revision, Instant now) {
        if (note == null || revision == null) {
            return false;
        }
        int separator = note.lastIndexOf(SEPARATOR);
        return note.substring(0, separator).equals(revision)
                && now.toEpochMilli() < Long.parseLong(note.substring(separator + 1));
    }
}
