package io.agreements.keycloak.acceptance;

import java.util.Set;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessToken;

/** Whether somebody else acts as the user: an administrator, a client by token exchange, or a delegate. Only the user decides. */
public final class Impersonation {

    /** How Keycloak says that a session was opened for a user by somebody else. */
    private static final String AUTH_METHOD = "impersonate";

    /** How a token says that somebody acts for its user, or may do so (RFC 8693, sections 4.1 and 4.4). */
    private static final Set<String> ACTORS = Set.of("act", "may_act");

    private Impersonation() {}

    /**
     * Whoever opened the session for none but themselves is the user, and nobody else.
     *
     * @param session null if there is none, which is nobody's
     */
    public static boolean is(UserSessionModel session) {
        if (session == null) {
            return false;
        }
        String impersonator = session.getNote(ImpersonationSessionNote.IMPERSONATOR_ID.toString());
        return impersonator == null ? AUTH_METHOD.equals(session.getAuthMethod()) : !isUserOf(session, impersonator);
    }

    private static boolean isUserOf(UserSessionModel session, String userId) {
        return session.getUser() != null && session.getUser().getId().equals(userId);
    }

    /** Whether the token was made for somebody else to act for the user. */
    public static boolean is(AccessToken token) {
        return ACTORS.stream().anyMatch(token.getOtherClaims()::containsKey);
    }
}
