package io.agreements.keycloak.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.ErrorResponse;

/**
 * Refuses forms, which tools send where no other type is named. Keycloak reads a form before it calls anybody, and answers
 * one that is none with 500.
 */
public final class NoForms {

    private static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH");
    private static final String MULTIPART = "multipart/";

    private NoForms() {}

    /** @param instead what to send, as a sentence */
    public static void require(KeycloakSession session, String instead) {
        HttpHeaders headers = session.getContext().getHttpRequest().getHttpHeaders();
        String type = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (type != null
                && METHODS.contains(session.getContext().getHttpRequest().getHttpMethod())
                && isForm(type.strip().toLowerCase(Locale.ROOT), headers.getHeaderString(HttpHeaders.CONTENT_LENGTH))) {
            throw ErrorResponse.error("No form is taken here. " + instead, Response.Status.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    /** Nothing can be wrong with a form without fields. */
    private static boolean isForm(String type, String length) {
        return type.startsWith(MULTIPART)
                || type.startsWith(MediaType.APPLICATION_FORM_URLENCODED) && !"0".equals(length);
    }
}
