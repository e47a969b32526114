package io.agreements.keycloak.rest.admin.disclosure;

import io.agreements.keycloak.RealmTimeZone;
import io.agreements.keycloak.disclosure.Disclosure;
import io.agreements.keycloak.disclosure.DisclosureProvider;
import io.agreements.keycloak.disclosure.DisclosureQuery;
import io.agreements.keycloak.disclosure.Disclosures;
import io.agreements.keycloak.disclosure.ListedDisclosure;
import io.agreements.keycloak.ledger.details.DisclosureGround;
import io.agreements.keycloak.rest.Keyset;
import io.agreements.keycloak.rest.admin.AdminContext;
import io.agreements.keycloak.rest.admin.Words;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The register of disclosures of a realm, for administrators. Entries are added, never changed; one that is wrong is
 * corrected by another. */
public final class DisclosuresResource {

    private static final String RESOURCE_TYPE = "AGREEMENT_DISCLOSURE";
    private static final String CSV = "text/csv";
    private static final int MOST = 1000;

    private final AdminContext admin;
    private final DisclosureProvider register;

    public DisclosuresResource(AdminContext admin) {
        this.admin = admin;
        this.register = admin.session().getProvider(DisclosureProvider.class);
    }

    /**
     * A page of entries, the latest first: those for which all that is said holds. Needs {@code view-users}; for those of one
     * user the right to view that user.
     *
     * @param user id of a user, also of one that is gone
     * @param ground LAW, HARM_TO_OTHERS, HARM_TO_USER, BREACH, PERMISSION, EMERGENCY, PARTNER; any if left out
     * @param first how many to pass over, at most 10000; none if left out
     * @param after id of the entry behind which the list goes on, at any distance; the latest if left out
     * @param max the most there are to be, up to 1000; 100 if left out
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<DisclosureRepresentation> list(
            @QueryParam("user") String user,
            @QueryParam("ground") String ground,
            @QueryParam("first") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32")) String first,
            @QueryParam("after") String after,
            @QueryParam("max") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32")) String max) {
        requireView(user);
        Keyset<DisclosureQuery.Place> part = Keyset.of(first, after, max, this::place);
        return register
                .find(
                        admin.realm(),
                        new DisclosureQuery(said(user), ground(ground), part.first(), part.max(), part.after()))
                .stream()
                .map(DisclosureRepresentation::of)
                .toList();
    }

    /**
     * The whole register as a table, a line for each user, written as it is read. Needs {@code view-users}.
     *
     * @param user id of a user
     * @param ground as for the list
     */
    @GET
    @Produces(CSV)
    public Response table(@QueryParam("user") String user, @QueryParam("ground") String ground) {
        requireView(user);
        DisclosureGround wanted = ground(ground);
        KeycloakSessionFactory sessions = admin.session().getKeycloakSessionFactory();
        KeycloakContext context = admin.session().getContext();
        DisclosureTable table = new DisclosureTable(
                after -> KeycloakModelUtils.runJobInTransactionWithResult(
                        sessions,
                        context,
                        own -> own.getProvider(DisclosureProvider.class)
                                .users(
                                        own.getContext().getRealm(),
                                        new DisclosureQuery(said(user), wanted, 0, DisclosureTable.BATCH, after)),
                        "part of a table of disclosures"),
                RealmTimeZone.of(admin.realm()));
        return Response.ok((StreamingOutput) stream -> write(table, stream), CSV + ";charset=UTF-8;header=present")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"disclosures.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** The request's own transaction ends here: it would last as long as the reader takes. */
    private void write(DisclosureTable table, OutputStream stream) throws IOException {
        admin.session().getTransactionManager().commit();
        table.write(stream);
    }

    private DisclosureQuery.Place place(String id) {
        return register.find(admin.realm(), id)
                .map(listed -> DisclosureQuery.Place.of(listed.disclosure()))
                .orElseThrow(() -> new IllegalArgumentException("after must be the id of an entry of this realm"));
    }

    /**
     * Adds an entry that concerns one user or many; they are told at once, or when that is allowed. Needs {@code
     * manage-users}.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = DisclosureRepresentation.class)))
    public Response register(DisclosureRepresentation wanted) {
        admin.auth().users().requireManage();
        AdminContext.requireBody(wanted);
        Set<String> users = users(wanted.userIds());
        AtomicReference<String> id = new AtomicReference<>();
        admin.write(() -> {
            Disclosure disclosure =
                    wanted.toDisclosure(admin.realm().getId(), admin.clock().instant(), administrator());
            new Disclosures(admin.session()).register(disclosure, users);
            id.set(disclosure.id());
        });
        admin.event(RESOURCE_TYPE, OperationType.CREATE)
                .resourcePath(admin.session().getContext().getUri(), id.get())
                .success();
        return Response.created(admin.session()
                        .getContext()
                        .getUri()
                        .getAbsolutePathBuilder()
                        .path(id.get())
                        .build())
                .entity(DisclosureRepresentation.of(require(id.get())))
                .build();
    }

    /** One entry. Needs {@code view-users}. */
    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public DisclosureRepresentation get(@PathParam("id") String id) {
        admin.auth().users().requireView();
        return DisclosureRepresentation.of(require(id));
    }

    /**
     * Whom an entry concerns, by id. Needs {@code view-users}.
     *
     * @param first how many to pass over, at most 10000; none if left out
     * @param after id of the user behind whom the list goes on, at any distance; its beginning if left out
     * @param max the most there are to be, up to 1000; 100 if left out
     */
    @GET
    @Path("{id}/users")
    @Produces(MediaType.APPLICATION_JSON)
    public List<ConcernedUserRepresentation> users(
            @PathParam("id") String id,
            @QueryParam("first") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32")) String first,
            @QueryParam("after") String after,
            @QueryParam("max") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32")) String max) {
        admin.auth().users().requireView();
        Keyset<String> part = Keyset.of(first, after, max, Function.identity());
        return register.users(require(id).disclosure(), part.first(), part.after(), part.max()).stream()
                .map(ConcernedUserRepresentation::of)
                .toList();
    }

    /** Has an entry concern further users. Needs {@code manage-users}. */
    @POST
    @Path("{id}/users")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public DisclosureRepresentation concern(@PathParam("id") String id, ConcernedUsersRepresentation wanted) {
        admin.auth().users().requireManage();
        AdminContext.requireBody(wanted);
        Disclosure disclosure = require(id).disclosure();
        Set<String> users = users(wanted.userIds());
        admin.write(() -> new Disclosures(admin.session()).concern(disclosure, users));
        admin.event(RESOURCE_TYPE, OperationType.UPDATE)
                .resourcePath(admin.session().getContext().getUri())
                .success();
        return DisclosureRepresentation.of(require(id));
    }

    /**
     * Puts an entry in the place of one that was wrong, for the same users; both stay in the register. All is sent that the
     * entry is to say, as when it is registered, but {@code userIds}. Needs {@code manage-users}; 409 if it has been
     * corrected already: then the entry that stands in its place is the one to correct.
     */
    @POST
    @Path("{id}/corrections")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = DisclosureRepresentation.class)))
    public Response correct(@PathParam("id") String id, DisclosureRepresentation wanted) {
        admin.auth().users().requireManage();
        AdminContext.requireBody(wanted);
        Disclosure wrong = require(id).disclosure();
        AtomicReference<String> right = new AtomicReference<>();
        admin.write(() -> right.set(new Disclosures(admin.session())
                .correct(
                        wrong,
                        wanted.toDisclosure(admin.realm().getId(), admin.clock().instant(), administrator()))
                .id()));
        admin.event(RESOURCE_TYPE, OperationType.CREATE)
                .resourcePath(admin.session().getContext().getUri(), right.get())
                .success();
        return Response.created(
                        admin.session().getContext().getUri().getAbsolutePath().resolve("../" + right.get()))
                .entity(DisclosureRepresentation.of(require(right.get())))
                .build();
    }

    private ListedDisclosure require(String id) {
        return register.find(admin.realm(), id)
                .orElseThrow(
                        () -> AdminContext.problem(Response.Status.NOT_FOUND, "There is no disclosure " + id + "."));
    }

    private Set<String> users(List<String> ids) {
        if (ids == null || ids.isEmpty() || ids.size() > MOST) {
            throw AdminContext.badRequest("userIds must be given, 1 to " + MOST + " of them");
        }
        Set<String> users = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        for (String id : ids) {
            UserModel user = admin.userNamed(id);
            if (user == null) {
                unknown.add(id);
            } else {
                users.add(user.getId());
            }
        }
        if (!unknown.isEmpty()) {
            throw AdminContext.badRequest("userIds: there is no user "
                    + unknown.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        return users;
    }

    /** Who may not see users is not told which there are. */
    private void requireView(String userId) {
        UserModel user = admin.user(said(userId));
        if (user == null) {
            admin.auth().users().requireView();
        } else {
            admin.auth().users().requireView(user);
        }
    }

    private static DisclosureGround ground(String word) {
        return said(word) == null ? null : Words.require(DisclosureGround.class, "ground", word);
    }

    private static String said(String parameter) {
        return parameter == null || parameter.isBlank() ? null : parameter;
    }

    private String administrator() {
        return admin.session().getContext().getUser().getId();
    }
}
