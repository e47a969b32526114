package io.agreements.keycloak.flow;

import io.agreements.keycloak.acceptance.ClearanceNote;
import io.agreements.keycloak.acceptance.Situation;
import java.time.Instant;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The {@link ClearanceNote} of a sign-in: left on the authentication session, from where Keycloak carries it to the user
 * session.
 */
public final class Clearance {

    private Clearance() {}

    /** @param userSession the session signed in with before; null if there is none */
    public static boolean holds(
            AuthenticationSessionModel authSession,
            UserModel user,
            UserSessionModel userSession,
            String revision,
            Instant now) {
        ClearanceNote note = ClearanceNote.clear(authSession.getClient(), user, revision);
        return note.holds(authSession.getUserSessionNotes().get(note.name()), now)
                || userSession != null && note.holds(userSession.getNote(note.name()), now);
    }

    public static void grant(AuthenticationSessionModel authSession, UserModel user, Situation situation) {
        if (situation.isLasting()) {
            ClearanceNote note = ClearanceNote.clear(
                    authSession.getClient(), user, situation.catalogue().revision());
            authSession.setUserSessionNote(note.name(), note.until(situation.nextChange()));
        }
    }
}
