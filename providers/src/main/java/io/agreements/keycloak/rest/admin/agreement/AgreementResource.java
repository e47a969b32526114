package io.agreements.keycloak.rest.admin.agreement;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider.AgreementSettings;
import io.agreements.keycloak.agreement.Limits;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.page.AgreementUrls;
import io.agreements.keycloak.page.AgreementViews;
import io.agreements.keycloak.page.PageMessages;
import io.agreements.keycloak.rest.AgreementChanges;
import io.agreements.keycloak.rest.Parameters;
import io.agreements.keycloak.rest.admin.AdminContext;
import io.agreements.keycloak.rest.admin.AgreementsAdminResource;
import io.agreements.keycloak.rest.admin.acceptance.CoverageResource;
import io.agreements.keycloak.rest.admin.acceptance.RenewalRequestsResource;
import io.agreements.keycloak.rest.admin.user.AgreementUsersResource;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.keycloak.events.admin.OperationType;

/** One agreement of a realm for its administrators. */
public final class AgreementResource {

    private final AdminContext admin;
    private final String key;

    public AgreementResource(AdminContext admin, String key) {
        this.admin = admin;
        this.key = key;
    }

    /** The agreement with its versions, without the content of texts. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public AgreementRepresentation get() {
        admin.auth().realm().requireViewRealm();
        return representation();
    }

    /** Changes the settings; 409 if they are no longer what the caller has read, or published texts depend on them. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public AgreementRepresentation update(AgreementRepresentation wanted) {
        admin.auth().realm().requireManageRealm();
        AdminContext.requireBody(wanted);
        admin.agreement(key);
        int edits = AdminContext.requireEdits(wanted.edits());
        admin.write(() -> {
            AgreementSettings settings = wanted.toSettings();
            if (!settings.key().equals(key)) {
                throw new IllegalArgumentException("The key of an agreement never changes; it is " + key + ".");
            }
            admin.agreements().updateAgreement(admin.realm(), settings, edits);
        });
        AgreementRepresentation updated = representation();
        admin.event(AgreementsAdminResource.RESOURCE_TYPE, OperationType.UPDATE)
                .resourcePath(admin.session().getContext().getUri())
                .representation(wanted)
                .success();
        return updated;
    }

    /** Deletes the agreement with its drafts; 409 if a version was ever published: what was decided on it stays readable. */
    @DELETE
    public void delete() {
        admin.auth().realm().requireManageRealm();
        admin.agreement(key);
        admin.write(() -> admin.agreements().removeAgreement(admin.realm(), key));
        admin.event(AgreementsAdminResource.RESOURCE_TYPE, OperationType.DELETE)
                .resourcePath(admin.session().getContext().getUri())
                .success();
    }

    /**
     * What changed between two versions, drafts included.
     *
     * @param from number of the older one
     * @param to number of the newer one
     * @param locale language tag of the texts to compare; the binding one if left out
     */
    @GET
    @Path("changes")
    @Produces(MediaType.APPLICATION_JSON)
    public AgreementChanges changes(
            @QueryParam("from") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32")) String from,
            @QueryParam("to") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32")) String to,
            @QueryParam("locale") String locale) {
        admin.auth().realm().requireViewRealm();
        Agreement agreement = admin.agreement(key);
        Integer olderNumber = Parameters.number("from", from);
        Integer newerNumber = Parameters.number("to", to);
        if (olderNumber == null || newerNumber == null || olderNumber >= newerNumber) {
            throw AdminContext.badRequest("from and to must be numbers of versions, the older one first");
        }
        Version older = readable(olderNumber);
        Version newer = readable(newerNumber);
        if (locale != null) {
            AdminContext.check(() -> Limits.requireLocale("locale", locale));
        }
        Locale reader = Locale.forLanguageTag(locale == null ? agreement.bindingLocale() : locale);
        AgreementViews views = new AgreementViews(
                admin.agreements(),
                PageMessages.of(admin.session(), admin.realm(), reader),
                new AgreementUrls(admin.session(), admin.realm()));
        return AgreementChanges.of(agreement, views.changes(agreement, older, newer));
    }

    @Path("coverage")
    public CoverageResource coverage() {
        return new CoverageResource(admin, key);
    }

    @Path("renewal-requests")
    public RenewalRequestsResource renewalRequests() {
        return new RenewalRequestsResource(admin, key);
    }

    @Path("users")
    public AgreementUsersResource users() {
        return new AgreementUsersResource(admin, key);
    }

    @Path("versions")
    public VersionsResource versions() {
        return new VersionsResource(admin, key);
    }

    private Version readable(int number) {
        Version version = admin.version(key, number);
        if (version.texts().isEmpty()) {
            throw AdminContext.badRequest("Version " + number + " has no text yet.");
        }
        return version;
    }

    private AgreementRepresentation representation() {
        return admin.representation(admin.agreement(key));
    }
}
