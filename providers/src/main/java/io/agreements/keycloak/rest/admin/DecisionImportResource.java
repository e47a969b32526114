package io.agreements.keycloak.rest.admin;

import io.agreements.keycloak.RealmTimeZone;
import io.agreements.keycloak.acceptance.legacy.AttributeSource;
import io.agreements.keycloak.acceptance.legacy.CsvSource;
import io.agreements.keycloak.acceptance.legacy.LegacyImport;
import io.agreements.keycloak.acceptance.legacy.LegacySource;
import io.agreements.keycloak.acceptance.legacy.LegacyTarget;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Version;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.logging.Logger;
import org.keycloak.authentication.requiredactions.TermsAndConditions;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.util.JsonSerialization;

/** Takes acceptances over that were kept by other means, as decisions on one version. */
public final class DecisionImportResource {

    private static final Logger LOG = Logger.getLogger(DecisionImportResource.class);

    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";
    private static final int LONGEST_NAME = 255;

    /** Below what the server takes of any request (10 MiB), so that the answer can say why. */
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private final AdminContext admin;
    private final String key;
    private final int number;

    DecisionImportResource(AdminContext admin, String key, int number) {
        this.admin = admin;
        this.key = key;
        this.number = number;
    }

    /**
     * Takes acceptances over as decisions on the version: from an attribute of users that holds the time, or from a CSV with
     * the header user,acceptedAt or user,acceptedAt,locale. The answer has a line of JSON after each batch; the last one is
     * the report. Needs {@code manage-realm} and {@code manage-users}.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(NDJSON)
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema =
                                    @Schema(
                                            oneOf = {
                                                DecisionImportProgressRepresentation.class,
                                                DecisionImportReportRepresentation.class
                                            })))
    public Response importAttribute(DecisionImportRepresentation wanted) {
        LegacyTarget target = requireTarget();
        String attribute =
                wanted == null || wanted.attribute() == null ? TermsAndConditions.USER_ATTRIBUTE : wanted.attribute();
        if (attribute.isBlank() || attribute.length() > LONGEST_NAME) {
            throw AdminContext.badRequest("attribute must be the name of a user attribute");
        }
        return take(target, new AttributeSource(attribute));
    }

    /** The same from a CSV. */
    @POST
    @Consumes(CSV)
    @Produces(NDJSON)
    public Response importCsv(InputStream csv) {
        LegacyTarget target = requireTarget();
        byte[] content = read(csv);
        try {
            return take(target, new CsvSource(content, RealmTimeZone.of(admin.realm())));
        } catch (IllegalArgumentException e) {
            throw AdminContext.badRequest(e.getMessage());
        }
    }

    /** Answers whatever is sent as something else. */
    @POST
    @Operation(hidden = true)
    @Produces(MediaType.APPLICATION_JSON)
    public Response refuse() {
        throw AdminContext.problem(
                Response.Status.UNSUPPORTED_MEDIA_TYPE,
                "Send a CSV as " + CSV + ", or the name of an attribute as " + MediaType.APPLICATION_JSON + ".");
    }

    private LegacyTarget requireTarget() {
        admin.auth().realm().requireManageRealm();
        admin.auth().users().requireManage();
        Version version = admin.version(key, number);
        if (!version.timeline().isPublished(admin.clock().instant())) {
            throw AdminContext.badRequest(
                    "Version " + number + " of " + key + " is not published: nobody can have accepted it yet.");
        }
        Agreement agreement = admin.agreement(key);
        return new LegacyTarget(agreement, version);
    }

    private static byte[] read(InputStream csv) {
        try {
            byte[] content = csv.readNBytes(MOST_BYTES + 1);
            if (content.length > MOST_BYTES) {
                throw AdminContext.badRequest("The CSV has more than " + MOST_BYTES
                        + " bytes. Split it, each part with the header, and send one after the other.");
            }
            return content;
        } catch (IOException e) {
            throw AdminContext.badRequest("The CSV did not arrive whole.");
        }
    }

    private Response take(LegacyTarget target, LegacySource source) {
        LegacyImport run = new LegacyImport(
                admin.session().getKeycloakSessionFactory(), admin.realm().getId(), target, source, admin.clock());
        StreamingOutput lines = out -> write(run, source.name(), out);
        return Response.ok(lines).build();
    }

    /**
     * The request's own transaction ends here: it has nothing to write, and would not last as long as the batches may take.
     */
    private void write(LegacyImport run, String source, OutputStream out) throws IOException {
        admin.session().getTransactionManager().commit();
        String problem = null;
        try {
            long size = run.size();
            while (run.next()) {
                writeLine(out, DecisionImportProgressRepresentation.of(run.report(), size));
            }
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "Import of decisions on %s/%d of realm %s stopped",
                    key,
                    number,
                    admin.realm().getName());
            problem = "The import stopped. What is counted here has been taken over; run it again to go on."
                    + " The server's log says why.";
        } finally {
            tell(DecisionImportReportRepresentation.countsOf(source, run.report()));
        }
        writeLine(out, DecisionImportReportRepresentation.of(source, run.report(), problem));
    }

    private void tell(DecisionImportReportRepresentation report) {
        KeycloakModelUtils.runJobInTransaction(admin.session().getKeycloakSessionFactory(), session -> {
            session.getContext()
                    .setRealm(session.realms().getRealm(admin.realm().getId()));
            admin.adminEvent()
                    .clone(session)
                    .resource(VersionResource.RESOURCE_TYPE)
                    .operation(OperationType.ACTION)
                    .resourcePath(admin.session().getContext().getUri())
                    .representation(report)
                    .success();
        });
    }

    private static void writeLine(OutputStream out, Object line) throws IOException {
        out.write(JsonSerialization.writeValueAsBytes(line));
        out.write('\n');
        out.flush();
    }
}
