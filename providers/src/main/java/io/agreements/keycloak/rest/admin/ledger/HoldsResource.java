package io.agreements.keycloak.rest.admin.ledger;

import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.hold.Hold;
import io.agreements.keycloak.ledger.hold.HoldQuery;
import io.agreements.keycloak.ledger.hold.Holds;
import io.agreements.keycloak.ledger.hold.LegalHolds;
import io.agreements.keycloak.ledger.hold.LegalHolds.Wish;
import io.agreements.keycloak.rest.Paging;
import io.agreements.keycloak.rest.Parameters;
import io.agreements.keycloak.rest.admin.AdminContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;

/** Legal holds on records of a realm, for administrators. */
public final class HoldsResource {

    private static final String RESOURCE_TYPE = "AGREEMENT_HOLD";

    private final AdminContext admin;
    private final LegalHolds legalHolds;

    public HoldsResource(AdminContext admin) {
        this.admin = admin;
        this.legalHolds = new LegalHolds(admin.session(), admin.clock());
    }

    /**
     * A page of holds, the latest first: those for which all that is said holds. Needs {@code view-users} and
     * {@code view-realm}; for those on one user the right to view that user, for those on one agreement {@code view-realm}.
     *
     * @param user id of a user, also of one that is gone
     * @param agreement key of an agreement
     * @param active whether they last; both if left out
     * @param first how many to pass over, at most 10000; none if left out
     * @param max the most there are to be, up to 1000; 100 if left out
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<LegalHoldRepresentation> list(
            @QueryParam("user") String user,
            @QueryParam("agreement") String agreement,
            @QueryParam("active") @Parameter(schema = @Schema(type = SchemaType.BOOLEAN)) String active,
            @QueryParam("first") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32")) String first,
            @QueryParam("max") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32")) String max) {
        String userId = isSaid(user) ? user : null;
        String key = isSaid(agreement) ? agreement : null;
        if (userId == null && key == null) {
            admin.auth().users().requireView();
        }
        requireView(userId);
        Paging paging = Paging.of(first, max);
        return holds()
                .find(
                        admin.realm(),
                        new HoldQuery(userId, key, Parameters.flag("active", active), paging.first(), paging.max()))
                .stream()
                .map(LegalHoldRepresentation::of)
                .toList();
    }

    /**
     * One hold; 404 if the realm has none with that id. Needs the right to view its user, or {@code view-realm} if it is on an
     * agreement.
     */
    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public LegalHoldRepresentation get(@PathParam("id") String id) {
        admin.auth().requireAnyAdminRole();
        Hold hold = requireHold(id);
        requireView(hold.userId());
        return representation(id);
    }

    /**
     * Places a hold: what identifies persons in these records is neither erased nor expires until it is lifted or its date has
     * come. Needs the right to manage that user; on an agreement {@code manage-realm} and {@code manage-users}.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = LegalHoldRepresentation.class)))
    public Response place(LegalHoldRepresentation wanted) {
        admin.auth().requireAnyAdminRole();
        AdminContext.requireBody(wanted);
        requireManage(wanted.userId());
        AtomicReference<Hold> placed = new AtomicReference<>();
        admin.write(() -> placed.set(place(wanted.toWish())));
        Hold hold = placed.get();
        admin.event(RESOURCE_TYPE, OperationType.CREATE)
                .resourcePath(admin.session().getContext().getUri(), hold.id())
                .success();
        return Response.created(admin.session()
                        .getContext()
                        .getUri()
                        .getAbsolutePathBuilder()
                        .path(hold.id())
                        .build())
                .entity(representation(hold.id()))
                .build();
    }

    /**
     * Lifts a hold; 409 if it is over already. What was to be erased meanwhile is erased soon after. Needs the right to manage
     * its user; on an agreement {@code manage-realm} and {@code manage-users}.
     */
    @DELETE
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public LegalHoldRepresentation lift(@PathParam("id") String id) {
        admin.auth().requireAnyAdminRole();
        Hold hold = requireHold(id);
        requireManage(hold.userId());
        admin.write(() -> {
            if (!legalHolds.lift(hold, administrator())) {
                throw AdminContext.conflict("The hold is over already.");
            }
        });
        admin.event(RESOURCE_TYPE, OperationType.DELETE)
                .resourcePath(admin.session().getContext().getUri())
                .success();
        return representation(id);
    }

    private Hold place(Wish wish) {
        if (wish.userId() != null && isUnknown(wish.userId())) {
            throw new IllegalArgumentException("userId: there is no user " + wish.userId());
        }
        if (wish.agreementKey() != null
                && admin.agreements()
                        .stored(admin.realm())
                        .find(wish.agreementKey())
                        .isEmpty()) {
            throw new IllegalArgumentException("agreement: there is no agreement " + wish.agreementKey());
        }
        return legalHolds
                .place(admin.realm(), wish, administrator())
                .orElseThrow(() -> AdminContext.conflict("The user has just been deleted."));
    }

    /** Of a user who is gone another hold may keep records. */
    private boolean isUnknown(String userId) {
        return user(userId) == null && !holds().keepsRecordsOf(admin.realm(), userId);
    }

    private Hold requireHold(String id) {
        return holds().find(admin.realm(), id)
                .orElseThrow(() -> AdminContext.problem(Response.Status.NOT_FOUND, "There is no hold " + id + "."))
                .hold();
    }

    private LegalHoldRepresentation representation(String id) {
        return holds().find(admin.realm(), id).map(LegalHoldRepresentation::of).orElseThrow();
    }

    /** Who may not see users is not told which there are. */
    private void requireView(String userId) {
        UserModel user = user(userId);
        if (userId == null) {
            admin.auth().realm().requireViewRealm();
        } else if (user == null) {
            admin.auth().users().requireView();
        } else {
            admin.auth().users().requireView(user);
        }
    }

    private void requireManage(String userId) {
        UserModel user = user(userId);
        if (userId == null) {
            admin.auth().realm().requireManageRealm();
            admin.auth().users().requireManage();
        } else if (user == null) {
            admin.auth().users().requireManage();
        } else {
            admin.auth().users().requireManage(user);
        }
    }

    /** Null if there is none. */
    private UserModel user(String userId) {
        return admin.user(userId);
    }

    private String administrator() {
        return admin.session().getContext().getUser().getId();
    }

    private Holds holds() {
        return admin.session().getProvider(LedgerProvider.class).holds();
    }

    private static boolean isSaid(String parameter) {
        return parameter != null && !parameter.isBlank();
    }
}
