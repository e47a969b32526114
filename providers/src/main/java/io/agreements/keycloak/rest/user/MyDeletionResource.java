package io.agreements.keycloak.rest.user;

import io.agreements.keycloak.CollisionException;
import io.agreements.keycloak.account.deletion.DeletionRequests;
import io.agreements.keycloak.account.rate.RateExceededException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.function.Supplier;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.services.ErrorResponseException;

/** The user's wish to have the account deleted. */
public final class MyDeletionResource {

    private final KeycloakSession session;
    private final DeletionRequests requests;
    private final Caller caller;

    MyDeletionResource(KeycloakSession session, Caller caller, Clock clock) {
        this.session = session;
        this.requests = new DeletionRequests(session, clock);
        this.caller = caller;
    }

    /**
     * The request. Needs a role to view profile or consents.
     *
     * @return 404 if there is none
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public MyDeletionRepresentation get() {
        caller.requireView();
        return requests.find(caller.realm(), caller.user())
                .map(MyDeletionRepresentation::of)
                .orElseThrow(() -> MyAgreementsResource.problem(
                        Response.Status.NOT_FOUND, "You have not asked for the deletion of your account."));
    }

    /**
     * Asks for the deletion; all other sessions end. Asked again, nothing changes. Needs the role delete-account and a
     * sign-in of the last five minutes: otherwise 401 with a challenge for one (RFC 9470).
     *
     * @return 409 if something else was changed at the same moment; it can be repeated; 429 with the seconds to wait in
     *     Retry-After, if it was asked for and cancelled too often within a day
     */
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public MyDeletionRepresentation request() {
        caller.requireDelete();
        if (!caller.isFresh()) {
            throw new ErrorResponseException(notFresh());
        }
        try {
            return write(() ->
                    MyDeletionRepresentation.of(requests.request(caller.realm(), caller.user(), caller.session())));
        } catch (RateExceededException e) {
            throw TooOften.refusal(e);
        }
    }

    /**
     * Keeps the account. Needs the role delete-account or manage-account.
     *
     * @return 404 if there is nothing to cancel; 409 if something else was changed at the same moment
     */
    @DELETE
    public void cancel() {
        caller.requireKeep();
        if (!write(() -> requests.cancel(caller.realm(), caller.user()))) {
            throw MyAgreementsResource.problem(
                    Response.Status.NOT_FOUND, "You have not asked for the deletion of your account.");
        }
    }

    private <T> T write(Supplier<T> change) {
        try {
            return change.get();
        } catch (CollisionException e) {
            session.getTransactionManager().setRollbackOnly();
            throw MyAgreementsResource.problem(Response.Status.CONFLICT, e.getMessage());
        }
    }

    private static Response notFresh() {
        ErrorRepresentation error = new ErrorRepresentation();
        error.setErrorMessage("Who asks for the deletion of the account has to have signed in just now.");
        return Response.status(Response.Status.UNAUTHORIZED)
                .header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer error=\"insufficient_user_authentication\", max_age=" + Caller.freshSeconds())
                .type(MediaType.APPLICATION_JSON)
                .entity(error)
                .build();
    }
}
