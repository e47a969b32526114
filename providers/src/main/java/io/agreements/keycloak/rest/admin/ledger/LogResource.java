package io.agreements.keycloak.rest.admin.ledger;

import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.log.RealmLog;
import io.agreements.keycloak.ledger.log.store.LogState;
import io.agreements.keycloak.rest.admin.AdminContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.events.admin.OperationType;

/** The log of the realm's records, for administrators. */
public final class LogResource {

    static final String RESOURCE_TYPE = "AGREEMENT_LOG";

    private final AdminContext admin;
    private final RealmLog log;

    public LogResource(AdminContext admin) {
        this.admin = admin;
        this.log = admin.session().getProvider(LedgerProvider.class).log(admin.realm());
    }

    /** How far the log is, and whether it is halted; 404 before its first checkpoint. Needs {@code view-realm}. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public LogRepresentation state() {
        admin.auth().realm().requireViewRealm();
        return representation();
    }

    /**
     * Has a log go on to which nothing is added because something contradicted it; 409 if it is not halted, or is to
     * begin anew and has no key. It is looked at
     * again first, and halted again if it has not been put right. Needs {@code manage-realm}.
     */
    @POST
    @Path("resume")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public LogRepresentation resume(LogResumptionRepresentation wanted) {
        admin.auth().realm().requireManageRealm();
        AdminContext.requireBody(wanted);
        LogRepresentation before = representation();
        boolean anew = Boolean.TRUE.equals(wanted.newOrigin());
        if (anew && !log.canSign()) {
            throw AdminContext.conflict("The realm has no active key by which it could sign.");
        }
        if (!log.resume(anew)) {
            throw AdminContext.conflict("The log is not halted.");
        }
        admin.event(RESOURCE_TYPE, OperationType.ACTION)
                .resourcePath(admin.session().getContext().getUri())
                .representation(before)
                .success();
        return representation();
    }

    /** Verifies the ledger where it is. */
    @Path("verifications")
    public LogVerificationsResource verifications() {
        return new LogVerificationsResource(admin);
    }

    /** Writes the ledger down, to be verified elsewhere. */
    @Path("export")
    public LogExportResource export() {
        return new LogExportResource(admin);
    }

    private LogRepresentation representation() {
        LogState state = log.state()
                .orElseThrow(() ->
                        AdminContext.problem(Response.Status.NOT_FOUND, "The log of the realm has no checkpoint yet."));
        return LogRepresentation.of(state, log.signedAt().orElse(null), log.latestStamped());
    }
}
