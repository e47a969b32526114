package io.agreements.keycloak.rest.admin.mailing;

import io.agreements.keycloak.account.mailing.Mailing;
import io.agreements.keycloak.account.mailing.Mailings;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.rest.admin.AdminContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.keycloak.events.admin.OperationType;

/** Mail about a published version, to all whom it concerns. */
public final class MailingResource {

    private static final String RESOURCE_TYPE = "AGREEMENT_MAILING";

    private final AdminContext admin;
    private final Mailings mailings;
    private final String key;
    private final int number;

    public MailingResource(AdminContext admin, String key, int number) {
        this.admin = admin;
        this.mailings = new Mailings(admin.session(), admin.clock());
        this.key = key;
        this.number = number;
    }

    /** How far it is; 404 if it was never started. Needs {@code view-realm}. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public MailingRepresentation get() {
        admin.auth().realm().requireViewRealm();
        return mailings.find(admin.agreement(key), admin.version(key, number))
                .map(MailingRepresentation::of)
                .orElseThrow(() -> AdminContext.problem(
                        Response.Status.NOT_FOUND,
                        "No mail about version " + number + " of " + key + " has been started."));
    }

    /**
     * Starts it, or goes on where it was paused or stopped; nobody is written to twice. 409 if it is running or done; 400 if
     * nobody can be written to about the version now, or the realm has no mail server. Needs {@code manage-realm} and
     * {@code manage-users}.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public MailingRepresentation start(MailingRateRepresentation wanted) {
        requirePermission();
        Agreement agreement = admin.agreement(key);
        Version version = admin.version(key, number);
        OperationType operation =
                mailings.find(agreement, version).isEmpty() ? OperationType.CREATE : OperationType.ACTION;
        AtomicReference<Optional<Mailing>> started = new AtomicReference<>();
        admin.write(() -> started.set(mailings.start(
                admin.realm(),
                agreement,
                version,
                wanted == null ? null : wanted.perMinute(),
                admin.session().getContext().getUser().getId())));
        return audited(operation, started.get(), "It is running, or everybody has been written to.");
    }

    /** Halts it; 409 if it is not running. Needs {@code manage-realm} and {@code manage-users}. */
    @POST
    @Path("pause")
    @Produces(MediaType.APPLICATION_JSON)
    public MailingRepresentation pause() {
        requirePermission();
        return audited(
                OperationType.ACTION,
                mailings.pause(admin.agreement(key), admin.version(key, number)),
                "It is not running.");
    }

    private MailingRepresentation audited(OperationType operation, Optional<Mailing> changed, String otherwise) {
        MailingRepresentation representation =
                changed.map(MailingRepresentation::of).orElseThrow(() -> AdminContext.conflict(otherwise));
        admin.event(RESOURCE_TYPE, operation)
                .resourcePath(admin.session().getContext().getUri())
                .representation(representation)
                .success();
        return representation;
    }

    private void requirePermission() {
        admin.auth().realm().requireManageRealm();
        admin.auth().users().requireManage();
    }
}
