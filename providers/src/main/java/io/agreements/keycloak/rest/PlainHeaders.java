package io.agreements.keycloak.rest;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.ErrorResponse;

/** Headers that cannot be read are the caller's fault. Keycloak, which reads some of them by itself, would fail over them. */
public final class PlainHeaders {

    private PlainHeaders() {}

    /** 400 with the name of what is wrong. */
    public static void require(KeycloakSession session) {
        HttpHeaders headers = session.getContext().getHttpRequest().getHttpHeaders();
        require(HttpHeaders.ACCEPT_LANGUAGE, headers::getAcceptableLanguages);
        require(HttpHeaders.ACCEPT, headers::getAcceptableMediaTypes);
        require(HttpHeaders.COOKIE, headers::getCookies);
    }

    private static void require(String name, Supplier<?> reader) {
        try {
            reader.get();
        } catch (RuntimeException e) {
            throw ErrorResponse.error("The header " + name + " cannot be read.", Response.Status.BAD_REQUEST);
        }
    }

    /** What is sent instead of something whose tag the caller has; null if all of it is, as to one whose tags cannot be read. */
    public static Response.ResponseBuilder unchanged(Request request, EntityTag tag) {
        try {
            Response.ResponseBuilder instead = request.evaluatePreconditions(tag);
            if (instead == null) {
                return unchangedWeakly(request, tag);
            }
            return instead.build().getStatus() == Response.Status.PRECONDITION_FAILED.getStatusCode()
                    ? ofAnotherTag()
                    : instead;
        } catch (RuntimeException e) {
            return null;
        }
    }

    /**
     * {@code If-None-Match} does not tell a weak tag, which is what a proxy makes of one when it packs, from a strong one (RFC
     * 9110, 13.1.2), where JAX-RS does. {@code If-Match} does too, so what comes of that here says nothing.
     */
    private static Response.ResponseBuilder unchangedWeakly(Request request, EntityTag tag) {
        Response.ResponseBuilder instead = request.evaluatePreconditions(new EntityTag(tag.getValue(), true));
        return instead != null && instead.build().getStatus() == Response.Status.NOT_MODIFIED.getStatusCode()
                ? instead
                : null;
    }

    /** Keycloak lets no such answer pass that has no type. */
    private static Response.ResponseBuilder ofAnotherTag() {
        return Response.status(Response.Status.PRECONDITION_FAILED)
                .type(MediaType.TEXT_PLAIN_TYPE)
                .entity("This has another tag.\n");
    }
}
