package io.agreements.keycloak.rest.admin.deletion;

import io.agreements.keycloak.account.deletion.DeletionRequest;
import io.agreements.keycloak.account.deletion.DeletionRequest.Hold;
import io.agreements.keycloak.account.deletion.DeletionRequestProvider;
import io.agreements.keycloak.account.deletion.DeletionRequests;
import io.agreements.keycloak.rest.Keyset;
import io.agreements.keycloak.rest.admin.AdminContext;
import io.agreements.keycloak.rest.admin.deletion.DeletionRequestRepresentation.HoldRepresentation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;

/** The users of a realm who want their accounts deleted, for administrators. */
public final class DeletionRequestsResource {

    private static final String RESOURCE_TYPE = "ACCOUNT_DELETION";

    private final AdminContext admin;
    private final DeletionRequests requests;

    public DeletionRequestsResource(AdminContext admin) {
        this.admin = admin;
        this.requests = new DeletionRequests(admin.session(), admin.clock());
    }

    /**
     * A page of those who wait, whoever is due first in front. Needs {@code view-users}.
     *
     * @param first how many to pass over, at most 10000; none if left out
     * @param after cursor of the row behind which the list goes on, at any distance; its beginning if left out
     * @param max the most there are to be, up to 1000; 100 if left out
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<DeletionRequestRepresentation> queue(
            @QueryParam("first") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32")) String first,
            @QueryParam("after") String after,
            @QueryParam("max") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32")) String max) {
        admin.auth().users().requireView();
        Keyset<DeletionRequestProvider.Place> part = Keyset.of(first, after, max, DeletionCursor::read);
        return queue().queue(admin.realm(), part.first(), part.after(), part.max()).stream()
                .map(DeletionRequestRepresentation::of)
                .toList();
    }

    /** Keeps an account until something is settled, such as a dispute. Needs the right to manage that user. */
    @PUT
    @Path("{userId}/hold")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public DeletionRequestRepresentation hold(@PathParam("userId") String userId, HoldRepresentation wanted) {
        UserModel user = requireWaiting(userId);
        AdminContext.requireBody(wanted);
        admin.write(() -> requireDone(user, requests.hold(admin.realm(), user, toHold(wanted))));
        return audited(user);
    }

    /** Lets the request go its way again. Needs the right to manage that user. */
    @DELETE
    @Path("{userId}/hold")
    @Produces(MediaType.APPLICATION_JSON)
    public DeletionRequestRepresentation release(@PathParam("userId") String userId) {
        UserModel user = requireWaiting(userId);
        admin.write(() -> {
            if (!requests.release(admin.realm(), user)) {
                throw AdminContext.conflict("The request is not held.");
            }
        });
        return audited(user);
    }

    /** Carries it out at once. Needs the right to manage that user; 409 while it is held, or if the user store keeps the user. */
    @POST
    @Path("{userId}/execute")
    public void execute(@PathParam("userId") String userId) {
        UserModel user = requireWaiting(userId);
        admin.write(() -> carryOut(user));
        admin.event(RESOURCE_TYPE, OperationType.ACTION)
                .resourcePath(admin.session().getContext().getUri())
                .success();
    }

    private void carryOut(UserModel user) {
        try {
            if (!requests.carryOutEarly(admin.realm(), user)) {
                throw AdminContext.conflict("The request is held, or was cancelled just now. Read it again.");
            }
        } catch (IllegalStateException e) {
            admin.session().getTransactionManager().setRollbackOnly();
            throw AdminContext.conflict(e.getMessage());
        }
    }

    private UserModel requireWaiting(String userId) {
        UserModel user = admin.user(userId);
        if (user == null) {
            // Who may not manage users is not told which there are.
            admin.auth().users().requireManage();
            throw noRequest(userId);
        }
        admin.auth().users().requireManage(user);
        if (request(user).isEmpty()) {
            throw noRequest(userId);
        }
        return user;
    }

    private static RuntimeException noRequest(String userId) {
        return AdminContext.problem(
                Response.Status.NOT_FOUND, "The user " + userId + " has not asked for the deletion of the account.");
    }

    private Optional<DeletionRequest> request(UserModel user) {
        return requests.find(admin.realm(), user);
    }

    private DeletionRequestProvider queue() {
        return admin.session().getProvider(DeletionRequestProvider.class);
    }

    private Hold toHold(HoldRepresentation wanted) {
        return new Hold(
                wanted.reason(),
                admin.clock().instant().truncatedTo(ChronoUnit.MILLIS),
                admin.session().getContext().getUser().getId());
    }

    private static void requireDone(UserModel user, boolean done) {
        if (!done) {
            throw noRequest(user.getId());
        }
    }

    private DeletionRequestRepresentation audited(UserModel user) {
        DeletionRequestRepresentation representation = queue().queued(admin.realm(), user.getId())
                .map(DeletionRequestRepresentation::of)
                .orElseThrow(() -> noRequest(user.getId()));
        admin.event(RESOURCE_TYPE, OperationType.UPDATE)
                .resourcePath(admin.session().getContext().getUri())
                .success();
        return representation;
    }
}
