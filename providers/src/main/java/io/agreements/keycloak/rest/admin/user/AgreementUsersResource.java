package io.agreements.keycloak.rest.admin.user;

import io.agreements.keycloak.RealmTimeZone;
import io.agreements.keycloak.acceptance.AcceptanceProvider;
import io.agreements.keycloak.acceptance.user.DecisionStatus;
import io.agreements.keycloak.acceptance.user.Slice;
import io.agreements.keycloak.acceptance.user.UserDecision;
import io.agreements.keycloak.acceptance.user.UserFilter;
import io.agreements.keycloak.acceptance.user.VisibleUsers;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.rest.Keyset;
import io.agreements.keycloak.rest.Parameters;
import io.agreements.keycloak.rest.admin.AdminContext;
import io.agreements.keycloak.rest.admin.UserCursor;
import io.agreements.keycloak.rest.admin.UserVisibility;
import io.agreements.keycloak.rest.admin.Words;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Who stands where with an agreement, for administrators: as far as they may see the users. */
public final class AgreementUsersResource {

    private static final String CSV = "text/csv";

    private static final int BATCH = 5_000;

    /** Who has still to decide may have to be looked for among all users each time: some megabytes are better spent. */
    private static final int LARGE_BATCH = 50_000;

    private final AdminContext admin;
    private final String key;

    public AgreementUsersResource(AdminContext admin, String key) {
        this.admin = admin;
        this.key = key;
    }

    /**
     * A page of users: those who have still to decide by user name, others by decision, the latest first. Needs the right to
     * ask for users.
     *
     * @param status PENDING, ACCEPTED, ACKNOWLEDGED, DECLINED, WITHDRAWN
     * @param version those whose latest decision is on this very version, or for PENDING on none as new; if left out, those
     *     that coverage counts
     * @param first how many to pass over, at most 10000; 0 if left out
     * @param after cursor of the row behind which the list goes on, at any distance; its beginning if left out
     * @param max at most 1000; 100 if left out
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<UserDecisionRepresentation> list(
            @QueryParam("status") String status,
            @QueryParam("version") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32"))
                    String version,
            @QueryParam("first") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32")) String first,
            @QueryParam("after") String after,
            @QueryParam("max") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32")) String max) {
        VisibleUsers visible = UserVisibility.require(admin);
        DecisionStatus wanted = requireStatus(status);
        Keyset<UserDecision> part = Keyset.of(first, after, max, cursor -> UserCursor.read(wanted, cursor));
        Slice slice = new Slice(part.first(), part.after(), part.max());
        return filter(wanted, Parameters.number("version", version)).stream()
                .flatMap(filter -> standings().users(admin.realm(), filter, visible, slice).stream())
                .map(user -> UserDecisionRepresentation.of(wanted, user))
                .toList();
    }

    /**
     * All of these users as a table, written as it is read. Needs the right to ask for users.
     *
     * @param status PENDING, ACCEPTED, ACKNOWLEDGED, DECLINED, WITHDRAWN
     * @param version those whose latest decision is on this very version, or for PENDING on none as new; if left out, those
     *     that coverage counts
     */
    @GET
    @Produces(CSV)
    public Response table(
            @QueryParam("status") String status,
            @QueryParam("version") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32"))
                    String version) {
        VisibleUsers visible = UserVisibility.require(admin);
        DecisionStatus wanted = requireStatus(status);
        Optional<UserFilter> filter = filter(wanted, Parameters.number("version", version));
        UserTable table = new UserTable(
                filter.map(present -> reading(present, visible)).orElse(slice -> List.of()),
                wanted == DecisionStatus.PENDING ? LARGE_BATCH : BATCH,
                RealmTimeZone.of(admin.realm()));
        String name = key + "-" + wanted.name().toLowerCase(Locale.ROOT) + ".csv";
        return Response.ok(
                        (StreamingOutput) stream -> write(table, visible, stream),
                        CSV + ";charset=UTF-8;header=present")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /**
     * The request's own transaction ends here: it would last as long as the reader takes, and keep the database from tidying up
     * what is changed meanwhile. Only permissions that hide users hold on to it, for they are read from its session.
     */
    private void write(UserTable table, VisibleUsers visible, OutputStream stream) throws IOException {
        if (!standings().isNarrowed(admin.realm(), visible)) {
            admin.session().getTransactionManager().commit();
        }
        table.write(stream);
    }

    /** Each batch in a transaction of its own, if nobody is hidden. */
    private Function<Slice, List<UserDecision>> reading(UserFilter filter, VisibleUsers visible) {
        if (standings().isNarrowed(admin.realm(), visible)) {
            return slice -> standings().users(admin.realm(), filter, visible, slice);
        }
        KeycloakSessionFactory sessions = admin.session().getKeycloakSessionFactory();
        KeycloakContext context = admin.session().getContext();
        return slice -> KeycloakModelUtils.runJobInTransactionWithResult(
                sessions,
                context,
                own -> own.getProvider(AcceptanceProvider.class)
                        .users(own.getContext().getRealm(), filter, VisibleUsers.EVERYBODY, slice),
                "part of a table of users");
    }

    private Optional<UserFilter> filter(DecisionStatus status, Integer version) {
        Agreement agreement = admin.agreement(key);
        return version == null
                ? UserFilter.of(agreement, status, admin.clock().instant())
                : Optional.of(UserFilter.ofVersion(agreement, status, version));
    }

    private static DecisionStatus requireStatus(String status) {
        return Words.require(DecisionStatus.class, "status", status);
    }

    private AcceptanceProvider standings() {
        return admin.session().getProvider(AcceptanceProvider.class);
    }
}
