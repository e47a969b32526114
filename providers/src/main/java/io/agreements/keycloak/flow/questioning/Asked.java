package io.agreements.keycloak.flow.questioning;

import org.keycloak.sessions.AuthenticationSessionModel;

/** The note that a sign-in has had its page: what may wait is not asked for twice. */
public final class Asked {

    private static final String NOTE = "agreements.asked";

    private Asked() {}

    public static void note(AuthenticationSessionModel authSession) {
        authSession.setAuthNote(NOTE, Boolean.TRUE.toString());
    }

    static boolean isNoted(AuthenticationSessionModel authSession) {
        return authSession.getAuthNote(NOTE) != null;
    }
}
