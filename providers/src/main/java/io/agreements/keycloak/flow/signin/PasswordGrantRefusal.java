package io.agreements.keycloak.flow.signin;

import io.agreements.keycloak.acceptance.Obligation;
import io.agreements.keycloak.flow.questioning.Stage;
import io.agreements.keycloak.page.ClientRefusal;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.services.cors.Cors;

/** The answer to a password grant of a user who owes an agreement: {@code invalid_grant} (RFC 6749, section 5.2). */
final class PasswordGrantRefusal {

    private PasswordGrantRefusal() {}

    static WebApplicationException of(Stage stage, Obligation owed) {
        ClientRefusal refusal = ClientRefusal.of(stage.session(), stage.realm(), owed);
        // Keycloak has noted the name, and not yet whose it is: whatever is to be erased with the account is found by
        // that.
        stage.event().user(stage.user()).detail(Details.REASON, refusal.description());
        stage.event().error(Errors.RESOLVE_REQUIRED_ACTIONS);
        return new WebApplicationException(Cors.builder()
                .auth()
                .allowedMethods("POST")
                .exposedHeaders(Cors.ACCESS_CONTROL_ALLOW_METHODS)
                .checkAllowedOrigins(stage.session(), stage.authSession().getClient())
                .add(Response.status(Response.Status.BAD_REQUEST)
                        .entity(refusal.body(OAuthErrorException.INVALID_GRANT))
                        .type(MediaType.APPLICATION_JSON_TYPE)));
    }
}
