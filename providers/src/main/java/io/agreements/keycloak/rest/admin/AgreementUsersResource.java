package io.agreements.keycloak.rest.admin;

import io.agreements.keycloak.acceptance.AcceptanceProvider;
import io.agreements.keycloak.acceptance.DecisionStatus;
import io.agreements.keycloak.acceptance.Slice;
import io.agreements.keycloak.acceptance.UserDecision;
import io.agreements.keycloak.acceptance.UserFilter;
import io.agreements.keycloak.acceptance.VisibleUsers;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.rest.Keyset;
import io.agreements.keycloak.rest.Parameters;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Who stands where with an agreement, for administrators: as far as they may see the users. */
public final class AgreementUsersResource {

    private static final String CSV = "text/csv";

    private final AdminContext admin;
    private final String key;

    AgreementUsersResource(AdminContext admin, String key) {
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
        UserTable table =
                new UserTable(slice -> filter.map(present -> standings().users(admin.realm(), present, visible, slice))
                        .orElse(List.of()));
        String name = key + "-" + wanted.name().toLowerCase(Locale.ROOT) + ".csv";
        return Response.ok((StreamingOutput) table::write, CSV + ";charset=UTF-8;header=present")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
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
