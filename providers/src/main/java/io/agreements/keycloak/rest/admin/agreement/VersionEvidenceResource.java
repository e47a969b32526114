package io.agreements.keycloak.rest.admin.agreement;

import io.agreements.keycloak.acceptance.AcceptanceProvider;
import io.agreements.keycloak.acceptance.coverage.Coverage;
import io.agreements.keycloak.acceptance.user.VisibleUsers;
import io.agreements.keycloak.account.receipt.VersionEvidence;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.rest.ReceiptDownload;
import io.agreements.keycloak.rest.admin.AdminContext;
import io.agreements.keycloak.rest.admin.acceptance.CoverageResource;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.events.admin.OperationType;

/** What one version said and how it was shown, for a court. */
public final class VersionEvidenceResource {

    private static final String RESOURCE_TYPE = "AGREEMENT_EVIDENCE";

    private final AdminContext admin;
    private final String key;
    private final int number;

    VersionEvidenceResource(AdminContext admin, String key, int number) {
        this.admin = admin;
        this.key = key;
        this.number = number;
    }

    /**
     * The texts of a version, each wording under which it was shown, the records of its publication and numbers of users, in
     * one ZIP to be verified elsewhere. It tells of no user. Needs {@code view-events}, {@code view-realm} and the right to ask
     * for users, who are counted.
     *
     * @return 404 if there is no such version, 409 if it has never been published
     */
    @POST
    @Produces({ReceiptDownload.ZIP, MediaType.APPLICATION_JSON})
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = ReceiptDownload.ZIP,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response pack() {
        admin.auth().realm().requireViewEvents();
        VisibleUsers visible = CoverageResource.requirePermission(admin);
        Agreement agreement = admin.agreement(key);
        Version version = admin.version(key, number);
        if (version.timeline().publishedAt() == null) {
            throw AdminContext.conflict("Version " + number + " is a draft: there is nothing to prove of it yet.");
        }
        Instant startedAt = admin.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        VersionEvidence evidence =
                new VersionEvidence(admin.session(), key, number, coverage(agreement, visible, startedAt), startedAt);
        admin.event(RESOURCE_TYPE, OperationType.ACTION)
                .resourcePath(admin.session().getContext().getUri())
                .success();
        return Response.ok((StreamingOutput) stream -> write(evidence, stream), ReceiptDownload.ZIP)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"evidence-" + key + "-" + number + ".zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** The request's own transaction ends here, as with the evidence of a user. */
    private void write(VersionEvidence evidence, OutputStream stream) throws IOException {
        admin.session().getTransactionManager().commit();
        evidence.write(stream);
    }

    private Map<String, Object> coverage(Agreement agreement, VisibleUsers visible, Instant now) {
        AcceptanceProvider standings = admin.session().getProvider(AcceptanceProvider.class);
        Coverage coverage = Coverage.of(
                agreement,
                standings.count(admin.realm(), List.of(agreement), now, visible).get(agreement.id()),
                standings.countUsers(admin.realm(), List.of(agreement), visible),
                now);
        Map<String, Object> counts = new TreeMap<>();
        counts.put("countedAt", now.toEpochMilli());
        counts.put("countedFrom", "standings");
        counts.put("countedOf", visible.name().toLowerCase(Locale.ROOT));
        if (coverage.version() != null) {
            counts.put("newestVersion", coverage.version());
        }
        counts.put("users", coverage.users());
        counts.put("exact", coverage.exact());
        counts.put("accepted", coverage.accepted());
        counts.put("acknowledged", coverage.acknowledged());
        counts.put("declined", coverage.declined());
        counts.put("withdrawn", coverage.withdrawn());
        counts.put("pending", coverage.pending());
        counts.put(
                "standings",
                coverage.counts().stream()
                        .map(count -> Map.of(
                                "version", count.versionNumber(),
                                "decision", count.decision().name(),
                                "users", count.users(),
                                "lapsed", count.lapsed()))
                        .toList());
        return counts;
    }
}
