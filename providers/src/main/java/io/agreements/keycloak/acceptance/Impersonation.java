package io.agreements.keycloak.acceptance;

import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.UserSessionModel;

/** Whether somebody else acts as the user: an administrator, or a client by token exchange. Only the user decides. */
public final class Impersonation {

    /** How Keycloak says that a session was opened for a user by somebody else. */
    private static final String AUTH_METHOD = "impersonate";

    private Impersonation() {}

    /** @param session null if there is none, which is nobody's */
    public static boolean is(UserSessionModel session) {
        return session != null
                && (session.getNote(ImpersonationSessionNote.IMPERSONATOR_ID.toString()) != null
                        || AUTH_METHOD.equals(session.getAuthMethod()));
    }
}
