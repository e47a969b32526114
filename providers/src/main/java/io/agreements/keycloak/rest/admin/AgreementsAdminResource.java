package io.agreements.keycloak.rest.admin;

import io.agreements.keycloak.ServerClock;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.AgreementProviderFactory;
import io.agreements.keycloak.agreement.file.AgreementDirectory;
import io.agreements.keycloak.agreement.file.AgreementFileException;
import io.agreements.keycloak.agreement.file.AgreementImporter;
import io.agreements.keycloak.agreement.file.ImportReport;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** The agreements of a realm for its administrators. */
public final class AgreementsAdminResource {

    private static final String RESOURCE_TYPE = "AGREEMENT";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;

    AgreementsAdminResource(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
        this.adminEvent = adminEvent;
    }

    /**
     * Takes the realm's agreements over from the directory named in the server's configuration. Needs {@code manage-realm}.
     *
     * @return what was added, updated, left as it was; 400 with the reason where a file cannot be taken over
     */
    @POST
    @Path("import")
    @Produces(MediaType.APPLICATION_JSON)
    public ImportReport importFromDirectory() {
        auth.realm().requireManageRealm();
        AgreementImporter importer =
                new AgreementImporter(session.getProvider(AgreementProvider.class), directory(), ServerClock.INSTANCE);
        try {
            ImportReport report = importer.run(realm);
            if (report.changed()) {
                adminEvent
                        .resource(RESOURCE_TYPE)
                        .operation(OperationType.ACTION)
                        .resourcePath(session.getContext().getUri())
                        .representation(report)
                        .success();
            }
            return report;
        } catch (AgreementFileException e) {
            throw ErrorResponse.error(e.getMessage(), Response.Status.BAD_REQUEST);
        }
    }

    private AgreementDirectory directory() {
        AgreementProviderFactory factory = (AgreementProviderFactory)
                session.getKeycloakSessionFactory().getProviderFactory(AgreementProvider.class);
        return factory.importDirectory()
                .map(AgreementDirectory::new)
                .orElseThrow(() -> ErrorResponse.error(
                        "No directory with agreements is named in the server's configuration"
                                + " (spi-agreement--jpa--import-directory)",
                        Response.Status.BAD_REQUEST));
    }
}
