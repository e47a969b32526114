package io.agreements.keycloak.rest.admin.agreement;

import io.agreements.keycloak.RealmTimeZone;
import io.agreements.keycloak.acceptance.legacy.AttributeSource;
import io.agreements.keycloak.acceptance.legacy.CsvSource;
import io.agreements.keycloak.acceptance.legacy.LegacyImport;
import io.agreements.keycloak.acceptance.legacy.LegacySource;
import io.agreements.keycloak.acceptance.legacy.LegacyTarget;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Limits;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.rest.admin.AdminContext;
import io.agreements.keycloak.rest.admin.SentBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
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
    private static final String WHAT_TO_SEND =
            "Send a CSV as " + CSV + ", or the name of an attribute as " + MediaType.APPLICATION_JSON + ".";
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
    @Consumes(MediaType.WILDCARD)
    @Produces({NDJSON, MediaType.APPLICATION_JSON})
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
    public Response importDecisions(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) String contentType,
            @RequestBody(
                            required = false,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(implementation = DecisionImportRepresentation.class)),
                                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING, format = "binary"))
                            })
                    InputStream body) {
        LegacyTarget target = requireTarget();
        SentBody sent = SentBody.of(contentType, body);
        return switch (sent.type()) {
            case CSV -> take(target, csv(sent.content()));
            case "", MediaType.APPLICATION_JSON -> take(target, new AttributeSource(attribute(sent.content())));
            default -> throw AdminContext.problem(Response.Status.UNSUPPORTED_MEDIA_TYPE, WHAT_TO_SEND);
        };
    }

    private LegacySource csv(InputStream csv) {
        try {
            return new CsvSource(read(csv), RealmTimeZone.of(admin.realm()));
        } catch (IllegalArgumentException e) {
            throw AdminContext.badRequest(e.getMessage());
        }
    }

    private static String attribute(InputStream json) {
        DecisionImportRepresentation wanted = parse(read(json));
        String attribute =
                wanted == null || wanted.attribute() == null ? TermsAndConditions.USER_ATTRIBUTE : wanted.attribute();
        if (attribute.isBlank() || attribute.length() > LONGEST_NAME) {
            throw AdminContext.badRequest("attribute must be the name of a user attribute");
        }
        AdminContext.check(() -> Limits.requireLine("attribute", attribute));
        return attribute;
    }

    /** @return null if there is nothing in it */
    private static DecisionImportRepresentation parse(byte[] json) {
        try {
            return json.length == 0 ? null : JsonSerialization.readValue(json, DecisionImportRepresentation.class);
        } catch (IOException e) {
            throw AdminContext.badRequest("This is not JSON such as {\"attribute\": \""
                    + TermsAndConditions.USER_ATTRIBUTE + "\"}. " + WHAT_TO_SEND);
        }
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

    private static byte[] read(InputStream body) {
        try {
            byte[] content = body.readNBytes(MOST_BYTES + 1);
            if (content.length > MOST_BYTES) {
                throw AdminContext.badRequest("The body has more than " + MOST_BYTES
                        + " bytes. Split a CSV, each part with the header, and send one after the other.");
            }
            return content;
        } catch (IOException e) {
            throw AdminContext.badRequest("The body did not arrive whole.");
        }
    }

    private Response take(LegacyTarget target, LegacySource source) {
        LegacyImport run = new LegacyImport(
                admin.session().getKeycloakSessionFactory(), admin.realm().getId(), target, source, admin.clock());
        StreamingOutput lines = out -> write(run, source.name(), out);
        return Response.ok(lines, NDJSON).build();
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
