package io.agreements.keycloak.rest.admin.agreement;

import io.agreements.keycloak.acceptance.AcceptanceProvider;
import io.agreements.keycloak.acceptance.coverage.Counted;
import io.agreements.keycloak.acceptance.coverage.Reach;
import io.agreements.keycloak.acceptance.coverage.RealmNumbers;
import io.agreements.keycloak.acceptance.user.VisibleUsers;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.agreement.text.outline.Outlines;
import io.agreements.keycloak.rest.Parameters;
import io.agreements.keycloak.rest.admin.AdminContext;
import io.agreements.keycloak.rest.admin.acceptance.CoverageResource;
import io.agreements.keycloak.rest.admin.mailing.MailingResource;
import io.agreements.keycloak.rest.admin.text.OutlinesRepresentation;
import io.agreements.keycloak.rest.admin.text.TextResource;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.keycloak.events.admin.OperationType;

/** One version of an agreement for administrators. */
public final class VersionResource {

    static final String RESOURCE_TYPE = "AGREEMENT_VERSION";

    private final AdminContext admin;
    private final String key;
    private final int number;

    VersionResource(AdminContext admin, String key, int number) {
        this.admin = admin;
        this.key = key;
        this.number = number;
    }

    /** The version, without the content of its texts. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public VersionRepresentation get() {
        admin.auth().realm().requireViewRealm();
        return representation();
    }

    /** Changes the settings of a draft; 409 if it is published, or no longer what the caller has read. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public VersionRepresentation update(VersionRepresentation wanted) {
        admin.auth().realm().requireManageRealm();
        admin.version(key, number);
        AdminContext.requireBody(wanted);
        int edits = AdminContext.requireEdits(wanted.edits());
        admin.write(() -> admin.agreements().updateDraft(admin.realm(), key, number, wanted.toSettings(), edits));
        return audited(OperationType.UPDATE);
    }

    /** Deletes a draft with its texts; 409 if it is published. */
    @DELETE
    public void delete() {
        admin.auth().realm().requireManageRealm();
        admin.version(key, number);
        admin.write(() -> admin.agreements().removeDraft(admin.realm(), key, number));
        admin.event(RESOURCE_TYPE, OperationType.DELETE)
                .resourcePath(admin.session().getContext().getUri())
                .success();
    }

    /**
     * Publishes a draft; from then on nothing of it changes any more. No user's data is touched: whoever owes it is asked
     * at the next sign-in.
     *
     * @return 400 with the reason where it is not fit to be published or times are out of order
     */
    @POST
    @Path("publish")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public VersionRepresentation publish(PublicationRepresentation wanted) {
        admin.auth().realm().requireManageRealm();
        AdminContext.requireBody(wanted);
        Version draft = admin.version(key, number);
        int edits = AdminContext.requireEdits(wanted.edits());
        admin.write(() ->
                admin.agreements().publish(admin.realm(), key, number, wanted.toPublication(draft, now()), edits));
        return audited(OperationType.ACTION);
    }

    /**
     * Pulls a published version back at once: the version before is in force again. One whose publication is still to come
     * is a draft again.
     */
    @POST
    @Path("retract")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public VersionRepresentation retract(RetractionRepresentation wanted) {
        admin.auth().realm().requireManageRealm();
        AdminContext.requireBody(wanted);
        admin.version(key, number);
        int edits = AdminContext.requireEdits(wanted.edits());
        admin.write(() -> admin.agreements().retract(admin.realm(), key, number, now(), edits));
        return audited(OperationType.ACTION);
    }

    /**
     * How many users would be asked if the version were in force now. Needs {@code view-realm} and the right to ask for
     * users.
     *
     * @param material whether it is taken for material; as it is if left out
     */
    @GET
    @Path("reach")
    @Produces(MediaType.APPLICATION_JSON)
    public ReachRepresentation reach(
            @QueryParam("material") @Parameter(schema = @Schema(type = SchemaType.BOOLEAN)) String material) {
        VisibleUsers visible = CoverageResource.requirePermission(admin);
        Agreement agreement = admin.agreement(key);
        Version version = admin.version(key, number);
        AcceptanceProvider standings = admin.session().getProvider(AcceptanceProvider.class);
        Instant now = now();
        Boolean wanted = Parameters.flag("material", material);
        Counted<RealmNumbers> numbers = standings.numbers(admin.realm(), List.of(agreement), visible);
        Reach reach = Reach.of(
                agreement,
                version,
                wanted == null ? version.material() : wanted,
                numbers.value().counts().get(agreement.id()),
                numbers.value().users(),
                now);
        return new ReachRepresentation(
                reach.users(), reach.exact(), numbers.at().toEpochMilli());
    }

    /** What was recognised in each text, and whether the languages have the same articles. Needs {@code view-realm}. */
    @GET
    @Path("outlines")
    @Produces(MediaType.APPLICATION_JSON)
    public OutlinesRepresentation outlines() {
        admin.auth().realm().requireViewRealm();
        return OutlinesRepresentation.of(new Outlines(
                admin.version(key, number).texts().stream().collect(Collectors.toMap(Text::locale, admin::outline))));
    }

    @Path("texts/{locale}")
    public TextResource text(@PathParam("locale") String locale) {
        return new TextResource(admin, key, number, locale);
    }

    @Path("decisions")
    public DecisionImportResource decisions() {
        return new DecisionImportResource(admin, key, number);
    }

    @Path("mailing")
    public MailingResource mailing() {
        return new MailingResource(admin, key, number);
    }

    @Path("evidence")
    public VersionEvidenceResource evidence() {
        return new VersionEvidenceResource(admin, key, number);
    }

    VersionRepresentation representation() {
        Agreement agreement = admin.agreement(key);
        return VersionRepresentation.of(
                agreement, admin.version(key, number), admin.clock().instant());
    }

    private VersionRepresentation audited(OperationType operation) {
        VersionRepresentation representation = representation();
        admin.event(RESOURCE_TYPE, operation)
                .resourcePath(admin.session().getContext().getUri())
                .representation(representation)
                .success();
        return representation;
    }

    /** Times are kept to the millisecond. */
    private Instant now() {
        return admin.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
