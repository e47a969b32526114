package io.agreements.keycloak.flow;

import io.agreements.keycloak.page.ClientRefusal;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.cors.Cors;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The answer to a password grant that gets no token because of its user: {@code invalid_grant} (RFC 6749, section 5.2). */
public final class PasswordGrantRefusal {

    private PasswordGrantRefusal() {}

    /** To be thrown. */
    public static WebApplicationException of(
            KeycloakSession session,
            UserModel user,
            AuthenticationSessionModel authSession,
            EventBuilder event,
            ClientRefusal refusal) {
        // Keycloak has noted the name, and not yet whose it is: whatever is to be erased with the account is found by
        // that.
        event.user(user).detail(Details.REASON, refusal.description());
        event.error(Errors.RESOLVE_REQUIRED_ACTIONS);
        return new WebApplicationException(Cors.builder()
                .auth()
                .allowedMethods("POST")
                .exposedHeaders(Cors.ACCESS_CONTROL_ALLOW_METHODS)
                .checkAllowedOrigins(session, authSession.getClient())
                .add(Response.status(Response.Status.BAD_REQUEST)
                        .entity(refusal.body(OAuthErrorException.INVALID_GRANT))
                        .type(MediaType.APPLICATION_JSON_TYPE)));
    }
}
