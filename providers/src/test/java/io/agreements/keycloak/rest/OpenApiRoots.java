package io.agreements.keycloak.rest;

import io.agreements.keycloak.rest.admin.AgreementsAdminResource;
import io.agreements.keycloak.rest.user.MyAgreementsResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Where Keycloak puts the resources, which it finds by its own means and not by annotations. Nothing of it is called. */
@Path("/")
public final class OpenApiRoots {

    @Path("admin/realms/{realm}/agreements")
    public AgreementsAdminResource admin(@PathParam("realm") String realm) {
        throw new UnsupportedOperationException(realm);
    }

    @Path("realms/{realm}/agreements/me")
    public MyAgreementsResource mine(@PathParam("realm") String realm) {
        throw new UnsupportedOperationException(realm);
    }
}
