package io.agreements.keycloak.flow;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.ErrorPageException;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;

/** A sign-in that cannot go on because its user is gone since the last page: Keycloak's own page for one that is over. */
public final class EndedSignIn {

    private EndedSignIn() {}

    /** Ends the sign-in if its user is gone. */
    public static void check(RequiredActionContext context) {
        if (context.getUser() == null) {
            throw of(context.getSession(), context.getAuthenticationSession(), context.getEvent());
        }
    }

    /** To be thrown. */
    public static WebApplicationException of(
            KeycloakSession session, AuthenticationSessionModel authSession, EventBuilder event) {
        event.clone().error(Errors.USER_NOT_FOUND);
        return new ErrorPageException(session, authSession, Response.Status.BAD_REQUEST, Messages.EXPIRED_CODE);
    }
}
