package io.agreements.keycloak.token;

import io.agreements.keycloak.page.ClientRefusal;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.OAuthErrorException;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.cors.Cors;

/**
 * No token: {@code invalid_grant} (RFC 6749, section 5.2). Of the type of which Keycloak's own refusals are, which no grant
 * takes for a fault of its own, but with the address of a page.
 */
final class TokenRefusal extends CorsErrorResponseException {

    private static final long serialVersionUID = 1L;

    private final transient Cors cors;
    private final transient ClientRefusal refusal;

    TokenRefusal(Cors cors, ClientRefusal refusal) {
        super(cors, OAuthErrorException.INVALID_GRANT, refusal.description(), Response.Status.BAD_REQUEST);
        this.cors = cors;
        this.refusal = refusal;
    }

    @Override
    public Response getResponse() {
        return cors.add(Response.status(Response.Status.BAD_REQUEST)
                .entity(refusal.body(OAuthErrorException.INVALID_GRANT))
                .type(MediaType.APPLICATION_JSON_TYPE));
    }
}
