package io.agreements.keycloak.flow;

import io.agreements.keycloak.acceptance.Obligation;
import io.agreements.keycloak.page.AgreementUrls;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.services.cors.Cors;

/** The answer to a password grant of a user who owes an agreement: {@code invalid_grant} (RFC 6749, section 5.2). */
final class PasswordGrantRefusal {

    private PasswordGrantRefusal() {}

    static WebApplicationException of(RequiredActionContext context, Obligation owed) {
        String description = "The user has to accept " + AgreementAcceptance.name(owed);
        context.getEvent().detail(Details.REASON, description);
        context.getEvent().error(Errors.RESOLVE_REQUIRED_ACTIONS);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", OAuthErrorException.INVALID_GRANT);
        body.put("error_description", description);
        body.put(
                "error_uri",
                new AgreementUrls(context.getSession(), context.getRealm())
                        .version(owed.agreement().key(), owed.version().number())
                        .toString());
        return new WebApplicationException(Cors.builder()
                .auth()
                .allowedMethods("POST")
                .exposedHeaders(Cors.ACCESS_CONTROL_ALLOW_METHODS)
                .checkAllowedOrigins(
                        context.getSession(), context.getAuthenticationSession().getClient())
                .add(Response.status(Response.Status.BAD_REQUEST).entity(body).type(MediaType.APPLICATION_JSON_TYPE)));
    }
}
