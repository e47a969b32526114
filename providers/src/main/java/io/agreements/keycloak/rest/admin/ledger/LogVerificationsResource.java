package io.agreements.keycloak.rest.admin.ledger;

import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.verification.LogVerification;
import io.agreements.keycloak.ledger.verification.RealmVerification;
import io.agreements.keycloak.rest.admin.AdminContext;
import io.agreements.proof.ledger.Outside;
import io.agreements.proof.ledger.Span;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.logging.Logger;
import org.keycloak.events.admin.OperationType;

/** Verifications of the realm's log, which run on the server while it goes on. The last one is kept, and the last one that was done. */
public final class LogVerificationsResource {

    private static final Logger LOG = Logger.getLogger(LogVerificationsResource.class);

    private final AdminContext admin;
    private final RealmVerification verification;

    LogVerificationsResource(AdminContext admin) {
        this.admin = admin;
        this.verification = admin.session().getProvider(LedgerProvider.class).verification(admin.realm());
    }

    /**
     * The last one, whatever has become of it, and behind it the last one that was done, where that is another; empty if there
     * never was any. Needs {@code view-events}.
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<VerificationRepresentation> list() {
        admin.auth().realm().requireViewEvents();
        return verification.known().stream().map(this::representation).toList();
    }

    /** How far one of these is, or what it came to; 404 if others have taken its place. Needs {@code view-events}. */
    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public VerificationRepresentation get(@PathParam("id") String id) {
        admin.auth().realm().requireViewEvents();
        return representation(require(id));
    }

    /**
     * Begins to verify a part of the log, or all of it; 409 if one runs already in the realm, or if the server is busy
     * with those of other realms. It changes nothing, and goes on when the caller is gone. Needs {@code manage-realm} and {@code view-events}.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "202",
            content = @Content(schema = @Schema(implementation = VerificationRepresentation.class)))
    public Response begin(VerificationRequestRepresentation wanted) {
        requireManage();
        AdminContext.requireBody(wanted);
        AtomicReference<LogVerification> begun = new AtomicReference<>();
        admin.write(() -> {
            Span span = LogSpan.of(admin, wanted.fromIndex(), wanted.toIndex());
            Outside outside = wanted.toOutside();
            begun.set(begin(span, outside));
        });
        VerificationRepresentation representation = representation(begun.get());
        admin.event(LogResource.RESOURCE_TYPE, OperationType.ACTION)
                .resourcePath(admin.session().getContext().getUri(), representation.id())
                .representation(representation)
                .success();
        return Response.accepted(representation)
                .location(admin.session()
                        .getContext()
                        .getUri()
                        .getAbsolutePathBuilder()
                        .path(representation.id())
                        .build())
                .build();
    }

    private LogVerification begin(Span span, Outside outside) {
        try {
            return verification
                    .begin(span, outside)
                    .orElseThrow(() -> AdminContext.conflict("The log is being verified already."));
        } catch (RejectedExecutionException e) {
            LOG.debugf(
                    e, "The log of realm %s is not verified now", admin.realm().getId());
            throw AdminContext.conflict("This server is busy verifying the logs of other realms. Ask again later.");
        }
    }

    /**
     * Ends one, on whichever server it runs; 409 if it has ended already. Needs {@code manage-realm} and {@code view-events}.
     */
    @DELETE
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public VerificationRepresentation cancel(@PathParam("id") String id) {
        requireManage();
        admin.write(() -> {
            if (!verification.cancel(require(id))) {
                throw AdminContext.conflict("The verification has ended already.");
            }
        });
        admin.event(LogResource.RESOURCE_TYPE, OperationType.ACTION)
                .resourcePath(admin.session().getContext().getUri())
                .success();
        return representation(require(id));
    }

    private void requireManage() {
        admin.auth().realm().requireManageRealm();
        admin.auth().realm().requireViewEvents();
    }

    private LogVerification require(String id) {
        return verification.known().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> AdminContext.problem(
                        Response.Status.NOT_FOUND, "There is no verification " + id + ", or not any more."));
    }

    private VerificationRepresentation representation(LogVerification one) {
        return VerificationRepresentation.of(one, verification.state(one));
    }
}
