package io.agreements.keycloak.rest.admin.conduct;

import io.agreements.keycloak.conduct.ListedRestriction;
import io.agreements.keycloak.conduct.Restriction;
import io.agreements.keycloak.conduct.RestrictionKind;
import io.agreements.keycloak.conduct.RestrictionProvider;
import io.agreements.keycloak.conduct.RestrictionQuery;
import io.agreements.keycloak.conduct.Restrictions;
import io.agreements.keycloak.conduct.barred.BarredKind;
import io.agreements.keycloak.conduct.barred.BarredName;
import io.agreements.keycloak.rest.Keyset;
import io.agreements.keycloak.rest.Parameters;
import io.agreements.keycloak.rest.admin.AdminContext;
import io.agreements.keycloak.rest.admin.Words;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;

/** What is imposed on the users of a realm, for administrators. */
public final class RestrictionsResource {

    private static final String RESOURCE_TYPE = "AGREEMENT_RESTRICTION";

    private final AdminContext admin;
    private final Restrictions restrictions;

    public RestrictionsResource(AdminContext admin) {
        this.admin = admin;
        this.restrictions = new Restrictions(admin.session(), admin.clock());
    }

    /**
     * A page of restrictions, the latest first: those for which all that is said holds. Needs {@code view-users}; for those of
     * one user the right to view that user.
     *
     * @param user id of a user
     * @param kind {@code NOTICE}, {@code SUSPENSION} or {@code TERMINATION}; all if left out
     * @param active whether nobody has ended them; both if left out
     * @param appealed whether an appeal waits for its answer; both if left out
     * @param first how many to pass over, at most 10000; none if left out
     * @param after id of the restriction behind which the list goes on, at any distance; the latest if left out
     * @param max the most there are to be, up to 1000; 100 if left out
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<RestrictionRepresentation> list(
            @QueryParam("user") String user,
            @QueryParam("kind") String kind,
            @QueryParam("active") @Parameter(schema = @Schema(type = SchemaType.BOOLEAN)) String active,
            @QueryParam("appealed") @Parameter(schema = @Schema(type = SchemaType.BOOLEAN)) String appealed,
            @QueryParam("first") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32")) String first,
            @QueryParam("after") String after,
            @QueryParam("max") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32")) String max) {
        String userId = isSaid(user) ? user : null;
        requireView(userId);
        Keyset<Restriction> part = Keyset.of(first, after, max, this::place);
        RestrictionQuery query = new RestrictionQuery(
                userId,
                isSaid(kind) ? Words.require(RestrictionKind.class, "kind", kind) : null,
                Parameters.flag("active", active),
                Parameters.flag("appealed", appealed),
                part.first(),
                part.max(),
                part.after());
        return representations(kept().find(admin.realm(), query));
    }

    /**
     * What a user has that is kept from being registered again because of another account: an administrator made the account
     * all the same. Needs the right to view that user.
     *
     * @param user id of the user
     */
    @GET
    @Path("barred-names")
    @Produces(MediaType.APPLICATION_JSON)
    public List<BarredNameRepresentation> barredNames(@QueryParam("user") String user) {
        admin.auth().requireAnyAdminRole();
        return restrictions.barred(admin.realm(), requireVisible(user)).stream()
                .map(BarredNameRepresentation::of)
                .toList();
    }

    /**
     * What a user has that could be kept from being registered again. Needs the right to view that user.
     *
     * @param user id of the user
     */
    @GET
    @Path("barrable-names")
    @Produces(MediaType.APPLICATION_JSON)
    public Set<BarredKind> barrableNames(@QueryParam("user") String user) {
        admin.auth().requireAnyAdminRole();
        return restrictions.barrable(requireVisible(user));
    }

    /** One restriction; 404 if the realm has none with that id. Needs the right to view its user. */
    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public RestrictionRepresentation get(@PathParam("id") String id) {
        admin.auth().requireAnyAdminRole();
        Restriction restriction = requireRestriction(id);
        requireView(restriction.userId());
        return representation(id);
    }

    /**
     * Imposes something on a user; where it means no service, all sessions of the user end at once. Needs the right to manage
     * that user; nobody restricts the own account. 409 if the account is being closed already, or there are too many.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = RestrictionRepresentation.class)))
    public Response impose(RestrictionRepresentation wanted) {
        admin.auth().requireAnyAdminRole();
        AdminContext.requireBody(wanted);
        UserModel user = requireManage(wanted.userId());
        AtomicReference<Restriction> imposed = new AtomicReference<>();
        admin.write(() -> {
            requireOther(user);
            imposed.set(restrictions
                    .impose(admin.realm(), user, wanted.toWish(), administrator())
                    .orElseThrow(() -> AdminContext.conflict("The user has just been deleted.")));
        });
        String id = imposed.get().id();
        admin.event(RESOURCE_TYPE, OperationType.CREATE)
                .resourcePath(admin.session().getContext().getUri(), id)
                .success();
        return Response.created(admin.session()
                        .getContext()
                        .getUri()
                        .getAbsolutePathBuilder()
                        .path(id)
                        .build())
                .entity(representation(id))
                .build();
    }

    /**
     * Changes reasons and date; the kind stays. Needs the right to manage its user. 409 if it is over, or was changed since it
     * was read.
     */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public RestrictionRepresentation change(@PathParam("id") String id, RestrictionRepresentation wanted) {
        admin.auth().requireAnyAdminRole();
        Restriction restriction = requireRestriction(id);
        UserModel user = requireManage(restriction.userId());
        AdminContext.requireBody(wanted);
        int edits = AdminContext.requireEdits(wanted.edits());
        admin.write(() -> restrictions.change(
                admin.realm(), user, restriction, wanted.toStatement(), wanted.untilMoment(), edits));
        return audited(id, OperationType.UPDATE);
    }

    /** Lifts a restriction; 409 if it was ended already. Needs the right to manage its user. */
    @DELETE
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public RestrictionRepresentation lift(@PathParam("id") String id) {
        admin.auth().requireAnyAdminRole();
        Restriction restriction = requireRestriction(id);
        UserModel user = requireManage(restriction.userId());
        admin.write(() -> {
            if (!restrictions.lift(admin.realm(), user, restriction, administrator())) {
                throw AdminContext.conflict("The restriction was ended already.");
            }
        });
        return audited(id, OperationType.DELETE);
    }

    /**
     * Answers the appeal of its user, once; upheld, the restriction is lifted. Needs the right to manage that user. 409 if there
     * is none, or it was answered already.
     */
    @POST
    @Path("{id}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public RestrictionRepresentation answer(@PathParam("id") String id, AppealAnswerRepresentation wanted) {
        admin.auth().requireAnyAdminRole();
        Restriction restriction = requireRestriction(id);
        UserModel user = requireManage(restriction.userId());
        AdminContext.requireBody(wanted);
        admin.write(() -> {
            if (!restrictions.answer(
                    admin.realm(), user, restriction, wanted.outcome(), wanted.answer(), administrator())) {
                throw AdminContext.conflict("There is no appeal that waits for an answer.");
            }
        });
        return audited(id, OperationType.ACTION);
    }

    private RestrictionRepresentation audited(String id, OperationType operation) {
        admin.event(RESOURCE_TYPE, operation)
                .resourcePath(admin.session().getContext().getUri())
                .success();
        return representation(id);
    }

    /** An administrator who is locked out can lift nothing; the account of a client is nobody's. */
    private void requireOther(UserModel user) {
        if (user.getId().equals(administrator())) {
            throw new IllegalArgumentException("userId: nobody restricts the own account");
        }
        if (user.getServiceAccountClientLink() != null) {
            throw new IllegalArgumentException("userId: that is the account of a client; disable the client");
        }
    }

    private Restriction requireRestriction(String id) {
        return kept().find(admin.realm(), id)
                .orElseThrow(
                        () -> AdminContext.problem(Response.Status.NOT_FOUND, "There is no restriction " + id + "."))
                .restriction();
    }

    private RestrictionRepresentation representation(String id) {
        return representations(kept().find(admin.realm(), id).stream().toList()).get(0);
    }

    private List<RestrictionRepresentation> representations(List<ListedRestriction> found) {
        Map<String, List<BarredName>> barred = restrictions.barred(
                found.stream().map(ListedRestriction::restriction).toList());
        return found.stream()
                .map(listed -> RestrictionRepresentation.of(
                        listed,
                        barred.getOrDefault(listed.restriction().id(), List.of()),
                        admin.clock().instant()))
                .toList();
    }

    /** Who may not see users is not told which there are. */
    private void requireView(String userId) {
        UserModel user = user(userId);
        if (user == null) {
            admin.auth().users().requireView();
        } else {
            admin.auth().users().requireView(user);
        }
    }

    private UserModel requireVisible(String userId) {
        requireView(userId);
        UserModel user = user(userId);
        if (user == null) {
            throw isSaid(userId)
                    ? AdminContext.problem(Response.Status.NOT_FOUND, "There is no user " + userId + ".")
                    : AdminContext.badRequest("user must be given");
        }
        return user;
    }

    private UserModel requireManage(String userId) {
        UserModel user = user(userId);
        if (user == null) {
            admin.auth().users().requireManage();
            throw AdminContext.badRequest(
                    isSaid(userId) ? "userId: there is no user " + userId : "userId must be given");
        }
        admin.auth().users().requireManage(user);
        return user;
    }

    /** Null if there is none. */
    private UserModel user(String userId) {
        return admin.user(userId);
    }

    private String administrator() {
        return admin.session().getContext().getUser().getId();
    }

    private Restriction place(String id) {
        return kept().find(admin.realm(), id)
                .map(ListedRestriction::restriction)
                .orElseThrow(() -> new IllegalArgumentException("after must be the id of a restriction of this realm"));
    }

    private RestrictionProvider kept() {
        return admin.session().getProvider(RestrictionProvider.class);
    }

    private static boolean isSaid(String parameter) {
        return parameter != null && !parameter.isBlank();
    }
}
