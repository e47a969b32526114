package io.agreements.keycloak.rest.user;

import io.agreements.keycloak.account.rate.RateExceededException;
import io.agreements.keycloak.account.rate.RateKind;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.services.ErrorResponseException;

/** The answer to what is asked for more often than users may: what stays as it is, and when to ask again. */
final class TooOften {

    private TooOften() {}

    static ErrorResponseException refusal(RateExceededException exceeded) {
        return new ErrorResponseException(answer(exceeded.kind(), exceeded.timeToWait()));
    }

    /** To whom wants another copy of the own data. */
    static Response answer(Duration timeToWait) {
        return answer(RateKind.EXPORT, timeToWait);
    }

    private static Response answer(RateKind kind, Duration timeToWait) {
        long seconds = MyExport.seconds(timeToWait);
        ErrorRepresentation error = new ErrorRepresentation();
        error.setErrorMessage(what(kind) + " Try again in " + seconds + " seconds.");
        return Response.status(Response.Status.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .type(MediaType.APPLICATION_JSON)
                .entity(error)
                .build();
    }

    private static String what(RateKind kind) {
        return switch (kind) {
            case DECISION ->
                "You have decided too often in a short time. What you decided last stands;"
                        + " you can withdraw it at any time.";
            case DELETION ->
                "You have asked for the deletion of your account too often in a short time."
                        + " Your account stays as it is.";
            case REPORT ->
                "You have reported this too often in a short time. Your reports so far are on record."
                        + " If somebody else still uses your account, choose a new password.";
            case EXPORT -> "Your data was asked for too often in a short time.";
            case REFUSAL, GRANT, APPEAL -> "You have done this too often in a short time.";
        };
    }
}
