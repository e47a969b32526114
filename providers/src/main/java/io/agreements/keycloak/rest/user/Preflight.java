package io.agreements.keycloak.rest.user;

import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.keycloak.services.cors.Cors;

/** Tells browsers that applications of other origins may call; which of them, the access token says when they do. */
public final class Preflight {

    @OPTIONS
    @Path("{any:.*}")
    public Response preflight() {
        return Cors.builder()
                .preflight()
                .allowedMethods("GET", "PUT", "POST", "DELETE")
                .auth()
                .add(Response.ok());
    }
}
