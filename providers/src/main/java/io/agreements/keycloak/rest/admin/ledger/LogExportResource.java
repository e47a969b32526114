package io.agreements.keycloak.rest.admin.ledger;

import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.rest.Parameters;
import io.agreements.keycloak.rest.admin.AdminContext;
import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Span;
import io.agreements.proof.ledger.export.LedgerExport;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.events.admin.OperationType;

/** A part of the ledger as it is stored, to be verified where its database is not. */
public final class LogExportResource {

    static final String GZIP = "application/gzip";

    private final AdminContext admin;

    LogExportResource(AdminContext admin) {
        this.admin = admin;
    }

    /**
     * A part of the ledger in the form that {@code bin/verify-ledger --export} reads, packed by gzip, with all that is needed to
     * verify it: names, addresses and salts included, as far as they are not erased, and drafts. It is read while it is sent.
     * Needs {@code view-realm}, {@code view-events} and {@code view-users}.
     *
     * @param fromIndex place in the log of the first record; 0 if left out
     * @param toIndex place in the log of the first record that is not meant any more; the end of the log if left out
     */
    @GET
    @Produces({GZIP, MediaType.APPLICATION_JSON})
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = GZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export(
            @QueryParam("fromIndex") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int64"))
                    String fromIndex,
            @QueryParam("toIndex") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int64"))
                    String toIndex) {
        admin.auth().realm().requireViewRealm();
        admin.auth().realm().requireViewEvents();
        admin.auth().users().requireView();
        Long from = Parameters.index("fromIndex", fromIndex);
        Long to = Parameters.index("toIndex", toIndex);
        AtomicReference<Span> span = new AtomicReference<>();
        AdminContext.check(() -> span.set(LogSpan.of(admin, from, to)));
        LedgerSource source = admin.session()
                .getProvider(LedgerProvider.class)
                .stored(admin.realm().getId());
        admin.event(LogResource.RESOURCE_TYPE, OperationType.ACTION)
                .resourcePath(admin.session().getContext().getUri())
                .success();
        return Response.ok((StreamingOutput) stream -> write(source, span.get(), stream), GZIP)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName(span.get()) + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** The request's own transaction ends here: it has nothing more to write, and would last as long as the reader takes. */
    private void write(LedgerSource source, Span span, OutputStream stream) throws IOException {
        admin.session().getTransactionManager().commit();
        try (source) {
            GZIPOutputStream packed = new GZIPOutputStream(stream);
            LedgerExport.write(source, span, packed);
            packed.finish();
        }
    }

    private String fileName(Span span) {
        return "ledger-%s-%d-%d.ndjson.gz"
                .formatted(admin.realm().getName().replaceAll("[^A-Za-z0-9._-]", "_"), span.from(), span.to());
    }
}
