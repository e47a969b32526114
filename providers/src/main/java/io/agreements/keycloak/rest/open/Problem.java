package io.agreements.keycloak.rest.open;

import jakarta.ws.rs.core.Response;

/** Why a page cannot be shown, and what to do instead, as a message for the reader. */
final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Response.Status status;

    private Problem(Response.Status status, String messageKey) {
        super(messageKey, null, false, false);
        this.status = status;
    }

    static Problem notFound() {
        return new Problem(Response.Status.NOT_FOUND, "agreementsNotFound");
    }

    static Problem nothingToCompare() {
        return new Problem(Response.Status.NOT_FOUND, "agreementsChangesNothing");
    }

    static Problem wrongNumbers() {
        return new Problem(Response.Status.BAD_REQUEST, "agreementsChangesWrongNumbers");
    }

    Response.Status status() {
        return status;
    }

    String messageKey() {
        return getMessage();
    }
}
