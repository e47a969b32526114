package io.agreements.keycloak.rest.admin.acceptance;

import io.agreements.keycloak.acceptance.rebuild.StandingsRun;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.ledger.Actor;
import io.agreements.keycloak.ledger.UserSpan;
import io.agreements.keycloak.rest.Parameters;
import io.agreements.keycloak.rest.admin.AdminContext;
import io.agreements.keycloak.task.IdRange;
import io.agreements.keycloak.task.Shards;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.logging.Logger;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.ErrorResponse;
import org.keycloak.util.JsonSerialization;

/** Holds the standings of the realm's users against the ledger. */
public final class StandingsResource {

    static final String RESOURCE_TYPE = "AGREEMENT_STANDINGS";

    private static final Logger LOG = Logger.getLogger(StandingsResource.class);

    private static final String STOPPED =
            "It stopped before the end. What is counted here is done; run it again. The server's log says why.";

    private static final String WRONG_SHARD =
            "Say shards, a number from 1 to " + Shards.MOST + ", and shard, one from 0 to that less one; or neither.";

    private final AdminContext admin;

    public StandingsResource(AdminContext admin) {
        this.admin = admin;
    }

    /**
     * Tells how standings differ from what the ledger says, and changes nothing. Needs {@code manage-realm} and
     * {@code manage-users}.
     *
     * @param shard which part of the users is looked at, from 0; all if left out
     * @param shards how many parts there are, from 1 to 128
     * @return what differs; the answer begins with a line end for each batch that was looked at
     */
    @POST
    @Path("compare")
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = StandingsReportRepresentation.class)))
    public Response compare(
            @QueryParam("shard") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32")) String shard,
            @QueryParam("shards") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32"))
                    String shards) {
        requirePermission();
        StandingsRun run = StandingsRun.comparing(
                admin.session().getKeycloakSessionFactory(), admin.realm().getId(), users(shard, shards));
        return answer(out -> write(run, out));
    }

    /**
     * Makes every standing what the ledger says: the latest decision of each user on each agreement. Needs
     * {@code manage-realm} and {@code manage-users}.
     *
     * @param shard which part of the users is looked at, from 0; all if left out
     * @param shards how many parts there are, from 1 to 128
     * @return what differed and does no more; the answer begins with a line end for each batch that was looked at
     */
    @POST
    @Path("rebuild")
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = StandingsReportRepresentation.class)))
    public Response rebuild(
            @QueryParam("shard") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32")) String shard,
            @QueryParam("shards") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32"))
                    String shards) {
        requirePermission();
        StandingsRun run = StandingsRun.rebuilding(
                admin.session().getKeycloakSessionFactory(),
                admin.realm().getId(),
                users(shard, shards),
                Actor.of(admin.session(), null));
        return answer(out -> {
            try {
                write(run, out);
            } finally {
                tell(StandingsReportRepresentation.countsOf(run.report()));
            }
        });
    }

    private static UserSpan users(String shard, String shards) {
        Integer number = Parameters.number("shard", shard);
        Integer of = Parameters.number("shards", shards);
        if (number == null && of == null) {
            return UserSpan.ALL;
        }
        if (number == null || of == null || of < 1 || of > Shards.MOST || number < 0 || number >= of) {
            throw ErrorResponse.error(WRONG_SHARD, Response.Status.BAD_REQUEST);
        }
        IdRange ids = IdRange.of(number, of);
        return new UserSpan(ids.after() == null ? UserSpan.ALL.after() : ids.after(), ids.upTo());
    }

    private void requirePermission() {
        admin.auth().realm().requireManageRealm();
        admin.auth().users().requireManage();
    }

    private static Response answer(StreamingOutput content) {
        return Response.ok(content, MediaType.APPLICATION_JSON_TYPE).build();
    }

    /**
     * The request's own transaction ends here: it has nothing to write, and would not last as long as the batches may take.
     * The line ends keep what stands between from taking the connection for dead.
     */
    private void write(StandingsRun run, OutputStream out) throws IOException {
        Catalogue catalogue = admin.agreements().stored(admin.realm());
        admin.session().getTransactionManager().commit();
        String problem = null;
        try {
            while (run.next()) {
                out.write('\n');
                out.flush();
            }
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "Standings of realm %s were not held against the ledger to the end",
                    admin.realm().getName());
            problem = STOPPED;
        }
        out.write(JsonSerialization.writeValueAsBytes(
                StandingsReportRepresentation.of(run.report(), catalogue, problem)));
    }

    private void tell(StandingsReportRepresentation report) {
        KeycloakModelUtils.runJobInTransaction(admin.session().getKeycloakSessionFactory(), session -> {
            session.getContext()
                    .setRealm(session.realms().getRealm(admin.realm().getId()));
            admin.adminEvent()
                    .clone(session)
                    .resource(RESOURCE_TYPE)
                    .operation(OperationType.ACTION)
                    .resourcePath(admin.session().getContext().getUri())
                    .representation(report)
                    .success();
        });
    }
}
