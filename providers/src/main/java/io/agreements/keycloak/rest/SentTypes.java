package io.agreements.keycloak.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.ErrorResponse;

/**
 * Refuses bodies of a type that is not taken, and says what to send. It is asked before anything is read: Keycloak reads a
 * form before it calls anybody and answers one that is none with 500, and of other types it says no more than their number.
 */
public final class SentTypes {

    private static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH");
    private static final String MULTIPART = "multipart/";

    private SentTypes() {}

    /**
     * Nothing but JSON is taken.
     *
     * @param instead what to send, as a sentence
     */
    public static void requireJson(KeycloakSession session, String instead) {
        requireNoForm(session, instead);
        String type = type(session);
        if (hasBody(session) && !type.equals(MediaType.APPLICATION_JSON)) {
            throw refusal(
                    (type.isEmpty() ? "The type of the body is not said. " : type + " is not taken here. ") + instead);
        }
    }

    /**
     * Anything is taken but forms, which tools send where no other type is named.
     *
     * @param instead what to send, as a sentence
     */
    public static void requireNoForm(KeycloakSession session, String instead) {
        if (isSent(session) && isForm(type(session), header(session, HttpHeaders.CONTENT_LENGTH))) {
            throw refusal("No form is taken here. " + instead);
        }
    }

    private static boolean isSent(KeycloakSession session) {
        return METHODS.contains(session.getContext().getHttpRequest().getHttpMethod());
    }

    private static boolean hasBody(KeycloakSession session) {
        String length = header(session, HttpHeaders.CONTENT_LENGTH);
        return isSent(session)
                && (length == null
                        ? header(session, "Transfer-Encoding") != null
                        : !length.strip().equals("0"));
    }

    /** In small letters and without parameters; empty if none is named. */
    private static String type(KeycloakSession session) {
        String type = header(session, HttpHeaders.CONTENT_TYPE);
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static String header(KeycloakSession session, String name) {
        return session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(name);
    }

    /** Nothing can be wrong with a form without fields. */
    private static boolean isForm(String type, String length) {
        return type.startsWith(MULTIPART) || type.equals(MediaType.APPLICATION_FORM_URLENCODED) && !"0".equals(length);
    }

    private static RuntimeException refusal(String message) {
        return ErrorResponse.error(message, Response.Status.UNSUPPORTED_MEDIA_TYPE);
    }
}
