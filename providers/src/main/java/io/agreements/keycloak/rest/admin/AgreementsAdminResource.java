package io.agreements.keycloak.rest.admin;

import io.agreements.keycloak.RealmTimeZone;
import io.agreements.keycloak.acceptance.user.VisibleUsers;
import io.agreements.keycloak.agreement.Limits;
import io.agreements.keycloak.agreement.text.TextBytes;
import io.agreements.keycloak.agreement.text.html.Markdown;
import io.agreements.keycloak.agreement.text.html.Surroundings;
import io.agreements.keycloak.agreement.text.outline.OutlineReader;
import io.agreements.keycloak.ledger.kept.KeptKind;
import io.agreements.keycloak.rest.admin.acceptance.CoverageRepresentation;
import io.agreements.keycloak.rest.admin.acceptance.CoverageResource;
import io.agreements.keycloak.rest.admin.acceptance.StandingsResource;
import io.agreements.keycloak.rest.admin.agreement.AgreementRepresentation;
import io.agreements.keycloak.rest.admin.agreement.AgreementResource;
import io.agreements.keycloak.rest.admin.audit.AuditResource;
import io.agreements.keycloak.rest.admin.conduct.ProhibitedContentResource;
import io.agreements.keycloak.rest.admin.conduct.RestrictionsResource;
import io.agreements.keycloak.rest.admin.deletion.DeletionRequestsResource;
import io.agreements.keycloak.rest.admin.disclosure.DisclosuresResource;
import io.agreements.keycloak.rest.admin.file.ExportResource;
import io.agreements.keycloak.rest.admin.file.ImportResource;
import io.agreements.keycloak.rest.admin.ledger.HoldsResource;
import io.agreements.keycloak.rest.admin.ledger.KeptResource;
import io.agreements.keycloak.rest.admin.ledger.LogResource;
import io.agreements.keycloak.rest.admin.ledger.RecordsResource;
import io.agreements.keycloak.rest.admin.setup.SetupResource;
import io.agreements.keycloak.rest.admin.statistics.StatisticsResource;
import io.agreements.keycloak.rest.admin.text.OutlineRepresentation;
import io.agreements.keycloak.rest.admin.text.PreviewRepresentation;
import io.agreements.keycloak.rest.admin.user.UserAgreementsResource;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.events.admin.OperationType;

/** The agreements of a realm for its administrators. */
public final class AgreementsAdminResource {

    public static final String RESOURCE_TYPE = "AGREEMENT";

    /** The title of a text stands above its headings. */
    private static final int HEADING_SHIFT = 1;

    private static final Markdown MARKDOWN = new Markdown();
    private static final OutlineReader OUTLINES = new OutlineReader();

    private final AdminContext admin;

    AgreementsAdminResource(AdminContext admin) {
        this.admin = admin;
    }

    /** What the caller may do here. Any administrator of the realm may ask. */
    @GET
    @Path("access")
    @Produces(MediaType.APPLICATION_JSON)
    public AccessRepresentation access() {
        admin.auth().requireAnyAdminRole();
        return new AccessRepresentation(
                admin.auth().realm().canViewRealm(),
                admin.auth().realm().canManageRealm(),
                admin.auth().users().canQuery(),
                admin.auth().users().canView(),
                admin.auth().users().canManage(),
                admin.auth().realm().canViewEvents(),
                RealmTimeZone.nameOf(admin.realm()));
    }

    /** All agreements of the realm, in the order in which a page shows them. Needs {@code view-realm}. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<AgreementRepresentation> list() {
        admin.auth().realm().requireViewRealm();
        return admin.agreements().stored(admin.realm()).agreements().stream()
                .map(admin::representation)
                .toList();
    }

    /** Adds an agreement without versions; 409 if there is one with that key. Needs {@code manage-realm}. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = AgreementRepresentation.class)))
    public Response create(AgreementRepresentation wanted) {
        admin.auth().realm().requireManageRealm();
        AdminContext.requireBody(wanted);
        if (wanted.key() != null
                && admin.agreements().stored(admin.realm()).find(wanted.key()).isPresent()) {
            throw AdminContext.conflict("There is an agreement " + wanted.key() + " already.");
        }
        admin.write(() -> admin.agreements().addAgreement(admin.realm(), wanted.toSettings()));
        AgreementRepresentation created = admin.representation(admin.agreement(wanted.key()));
        admin.event(RESOURCE_TYPE, OperationType.CREATE)
                .resourcePath(admin.session().getContext().getUri(), wanted.key())
                .representation(wanted)
                .success();
        return Response.created(admin.session()
                        .getContext()
                        .getUri()
                        .getAbsolutePathBuilder()
                        .path(wanted.key())
                        .build())
                .entity(created)
                .build();
    }

    /** How many users decided what, for every agreement. Needs {@code view-realm} and the right to ask for users. */
    @GET
    @Path("coverage")
    @Produces(MediaType.APPLICATION_JSON)
    public List<CoverageRepresentation> coverage() {
        VisibleUsers visible = CoverageResource.requirePermission(admin);
        return CoverageResource.of(
                admin, admin.agreements().stored(admin.realm()).agreements(), visible);
    }

    @Path("users")
    public UserAgreementsResource users() {
        return new UserAgreementsResource(admin);
    }

    @Path("records")
    public RecordsResource records() {
        return new RecordsResource(admin);
    }

    /** All that pages showed around texts. */
    @Path("wordings")
    public KeptResource wordings() {
        return new KeptResource(admin, KeptKind.WORDING, "is no wording");
    }

    /** Settings that gave decisions their meaning. */
    @Path("settings")
    public KeptResource settings() {
        return new KeptResource(admin, KeptKind.SETTINGS, "are no settings");
    }

    @Path("log")
    public LogResource log() {
        return new LogResource(admin);
    }

    @Path("standings")
    public StandingsResource standings() {
        return new StandingsResource(admin);
    }

    @Path("deletion-requests")
    public DeletionRequestsResource deletionRequests() {
        return new DeletionRequestsResource(admin);
    }

    @Path("holds")
    public HoldsResource holds() {
        return new HoldsResource(admin);
    }

    @Path("statistics")
    public StatisticsResource statistics() {
        return new StatisticsResource(admin);
    }

    @Path("audit/{year}")
    public AuditResource audit(@PathParam("year") String year) {
        return new AuditResource(admin, year);
    }

    @Path("restrictions")
    public RestrictionsResource restrictions() {
        return new RestrictionsResource(admin);
    }

    @Path("disclosures")
    public DisclosuresResource disclosures() {
        return new DisclosuresResource(admin);
    }

    @Path("prohibited-content")
    public ProhibitedContentResource prohibitedContent() {
        return new ProhibitedContentResource(admin);
    }

    /** What the realm needs so that agreements do their work there. */
    @Path("setup")
    public SetupResource setup() {
        return new SetupResource(admin.session(), admin.realm(), admin.auth(), admin.adminEvent(), admin.clock());
    }

    @Path("{key}")
    public AgreementResource agreement(@PathParam("key") String key) {
        return new AgreementResource(admin, key);
    }

    /**
     * Shows a text as readers would see it, and says what was recognised in it and what its author has to know, without
     * keeping it; also of one that could not be kept. Needs {@code view-realm}.
     */
    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public PreviewRepresentation preview(PreviewRepresentation wanted) {
        admin.auth().realm().requireViewRealm();
        AdminContext.requireBody(wanted);
        String content = wanted.content() == null ? "" : wanted.content();
        if (content.isBlank()) {
            return new PreviewRepresentation(
                    null, null, "", new OutlineRepresentation(null, List.of(), List.of(), List.of()));
        }
        try {
            Limits.requireLines("content", content);
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            Limits.requireText(bytes);
            String text = TextBytes.decode(bytes);
            return new PreviewRepresentation(
                    null,
                    null,
                    MARKDOWN.toHtml(text, Surroundings.among(HEADING_SHIFT, "preview", language(wanted))),
                    OutlineRepresentation.of(OUTLINES.read(text)));
        } catch (IllegalArgumentException e) {
            throw AdminContext.badRequest(e.getMessage());
        }
    }

    private static String language(PreviewRepresentation wanted) {
        if (wanted.locale() == null) {
            return "en";
        }
        Limits.requireLocale("locale", wanted.locale());
        return wanted.locale();
    }

    @Path("export")
    public ExportResource exportResource() {
        return new ExportResource(admin);
    }

    @Path("import")
    public ImportResource importResource() {
        return new ImportResource(admin);
    }
}
