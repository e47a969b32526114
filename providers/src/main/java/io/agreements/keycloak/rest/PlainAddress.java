package io.agreements.keycloak.rest;

import io.agreements.keycloak.agreement.Limits;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakUriInfo;
import org.keycloak.services.ErrorResponse;

/**
 * Refuses addresses with characters that are in no name and no word: some databases fail on them. What is asked for by an
 * address is as long as a name at most.
 */
public final class PlainAddress {

    /** Characters of a part of the path, or of a parameter. */
    private static final int LONGEST = 2000;

    private PlainAddress() {}

    /** 400 with the name of what is wrong. */
    public static void require(KeycloakSession session) {
        KeycloakUriInfo address = session.getContext().getUri();
        try {
            for (PathSegment part : address.getPathSegments()) {
                require("the address", part.getPath());
            }
            for (Map.Entry<String, List<String>> parameter :
                    address.getQueryParameters().entrySet()) {
                require("the name of a parameter", parameter.getKey());
                parameter.getValue().forEach(value -> require(parameter.getKey(), value));
            }
        } catch (IllegalArgumentException e) {
            throw ErrorResponse.error(e.getMessage(), Response.Status.BAD_REQUEST);
        }
    }

    private static void require(String name, String value) {
        Limits.requireLength(name, value, LONGEST);
        Limits.requireLine(name, value);
    }
}
