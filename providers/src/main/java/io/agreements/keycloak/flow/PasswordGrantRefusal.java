package io.agreements.keycloak.flow;

import io.agreements.keycloak.acceptance.Obligation;
import io.agreements.keycloak.page.ClientRefusal;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.services.cors.Cors;

/** The answer to a password grant of a user who owes an agreement: {@code invalid_grant} (RFC 6749, section 5.2). */
final class PasswordGrantRefusal {

    private PasswordGrantRefusal() {}

    static WebApplicationException of(RequiredActionContext context, Obligation owed) {
        ClientRefusal refusal = ClientRefusal.of(context.getSession(), context.getRealm(), owed);
        context.getEvent().detail(Details.REASON, refusal.description());
        context.getEvent().error(Errors.RESOLVE_REQUIRED_ACTIONS);
        return new WebApplicationException(Cors.builder()
                .auth()
                .allowedMethods("POST")
                .exposedHeaders(Cors.ACCESS_CONTROL_ALLOW_METHODS)
                .checkAllowedOrigins(
                        context.getSession(), context.getAuthenticationSession().getClient())
                .add(Response.status(Response.Status.BAD_REQUEST)
                        .entity(refusal.body(OAuthErrorException.INVALID_GRANT))
                        .type(MediaType.APPLICATION_JSON_TYPE)));
    }
}
