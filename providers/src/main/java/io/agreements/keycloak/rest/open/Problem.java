package io.agreements.keycloak.rest.open;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;

/** Why a page cannot be shown, and what to do instead, as a message for the reader. */
final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final Response.Status status;

    private final transient Duration wait;

    private Problem(Response.Status status, String messageKey) {
        this(status, messageKey, null);
    }

    private Problem(Response.Status status, String messageKey, Duration wait) {
        super(messageKey, null, false, false);
        this.status = status;
        this.wait = wait;
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

    static Problem noExportPass() {
        return new Problem(Response.Status.BAD_REQUEST, "agreementsExportExpired");
    }

    static Problem exportTooEarly(Duration wait) {
        String message = wait.compareTo(A_MINUTE) > 0 ? "agreementsExportTooOften" : "agreementsExportWait";
        return new Problem(Response.Status.TOO_MANY_REQUESTS, message, wait);
    }

    static Problem busy(Duration wait) {
        return new Problem(Response.Status.SERVICE_UNAVAILABLE, "agreementsChangesBusy", wait);
    }

    /** When it is worth trying again; empty where waiting does not help. */
    Optional<Duration> timeToWait() {
        return Optional.ofNullable(wait);
    }

    Response.Status status() {
        return status;
    }

    String messageKey() {
        return getMessage();
    }
}
