package io.agreements.keycloak.rest.admin.user;

import io.agreements.keycloak.account.receipt.EvidenceEvent;
import io.agreements.keycloak.account.receipt.EvidenceExport;
import io.agreements.keycloak.rest.ReceiptDownload;
import io.agreements.keycloak.rest.admin.AdminContext;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** All records of one user, for a court. */
public final class EvidenceResource {

    private static final String RESOURCE_TYPE = "AGREEMENT_EVIDENCE";

    private final AdminContext admin;
    private final String userId;

    EvidenceResource(AdminContext admin, String userId) {
        this.admin = admin;
        this.userId = userId;
    }

    /**
     * A receipt of each record of the user, in one ZIP; also of one that is gone, by the id or what stands for it. It is on
     * record. Needs {@code view-events}, and the right to view the user as long as that one is there.
     *
     * @return 404 if there is no record
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
        UserModel user = admin.user(userId);
        if (user != null) {
            admin.auth().users().requireView(user);
        }
        if (!EvidenceExport.hasRecords(admin.session(), admin.realm(), userId)) {
            throw AdminContext.problem(Response.Status.NOT_FOUND, "There is no record of a user " + userId + ".");
        }
        Instant startedAt = admin.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        record(startedAt);
        EvidenceExport export = new EvidenceExport(admin.session(), userId, startedAt);
        return Response.ok((StreamingOutput) stream -> write(export, stream), ReceiptDownload.ZIP)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** In a transaction of its own, before the first byte. */
    private void record(Instant startedAt) {
        KeycloakContext context = admin.session().getContext();
        String administratorId = context.getUser().getId();
        String clientId =
                context.getClient() == null ? null : context.getClient().getClientId();
        KeycloakModelUtils.runJobInTransaction(
                admin.session().getKeycloakSessionFactory(),
                context,
                own -> own.getKeycloakSessionFactory()
                        .publish(new EvidenceEvent(
                                own, own.getContext().getRealm(), userId, startedAt, administratorId, clientId)));
        admin.event(RESOURCE_TYPE, OperationType.ACTION)
                .resourcePath(admin.session().getContext().getUri())
                .success();
    }

    /** The request's own transaction ends here: it has nothing more to write, and would last as long as the reader takes. */
    private void write(EvidenceExport export, OutputStream stream) throws IOException {
        admin.session().getTransactionManager().commit();
        export.write(stream);
    }

    private String fileName() {
        return "evidence-" + userId.replaceAll("[^A-Za-z0-9._-]", "_") + ".zip";
    }
}
