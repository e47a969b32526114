package io.agreements.keycloak.rest.admin;

import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.AgreementProviderFactory;
import io.agreements.keycloak.agreement.file.AgreementArchive;
import io.agreements.keycloak.agreement.file.AgreementDirectory;
import io.agreements.keycloak.agreement.file.AgreementImporter;
import io.agreements.keycloak.agreement.file.ImportReport;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.keycloak.events.admin.OperationType;

/** Takes agreements over from files. */
public final class ImportResource {

    static final String ZIP = "application/zip";

    private final AdminContext admin;

    ImportResource(AdminContext admin) {
        this.admin = admin;
    }

    /**
     * Takes the realm's agreements over from the directory named in the server's configuration. Needs {@code manage-realm}.
     *
     * @return what was added, updated, left as it was; 400 with the reason where a file cannot be taken over
     */
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public ImportReport importDirectory(@HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType) {
        admin.auth().realm().requireManageRealm();
        if (contentType != null && !contentType.startsWith(MediaType.APPLICATION_JSON)) {
            throw AdminContext.problem(
                    Response.Status.UNSUPPORTED_MEDIA_TYPE,
                    "Send an archive as " + ZIP + "; to have the server's own directory read, send no body or "
                            + MediaType.APPLICATION_JSON + ".");
        }
        AgreementImporter importer = new AgreementImporter(admin.agreements(), directory(), admin.clock());
        return audited(admin.importFiles(() -> importer.run(admin.realm())));
    }

    /**
     * Takes agreements over from an archive as {@code export} gives it, of this realm or of another. Without a body it is the
     * directory named in the server's configuration that is read. Needs {@code manage-realm}.
     *
     * @return what was added, updated, left as it was; 400 with the reason where the archive or a file in it is refused
     */
    @POST
    @Consumes(ZIP)
    @Produces(MediaType.APPLICATION_JSON)
    public ImportReport importArchive(@RequestBody(required = false) InputStream archive) {
        admin.auth().realm().requireManageRealm();
        AgreementArchive importer = new AgreementArchive(admin.agreements(), admin.clock());
        return audited(admin.importFiles(() -> importer.run(admin.realm(), archive)));
    }

    private ImportReport audited(ImportReport report) {
        if (report.changed()) {
            admin.event(AgreementsAdminResource.RESOURCE_TYPE, OperationType.ACTION)
                    .resourcePath(admin.session().getContext().getUri())
                    .representation(report)
                    .success();
        }
        return report;
    }

    private AgreementDirectory directory() {
        AgreementProviderFactory factory = (AgreementProviderFactory)
                admin.session().getKeycloakSessionFactory().getProviderFactory(AgreementProvider.class);
        return factory.importDirectory()
                .map(AgreementDirectory::new)
                .orElseThrow(() ->
                        AdminContext.badRequest("No directory with agreements is named in the server's configuration"
                                + " (spi-agreement--jpa--import-directory)"));
    }
}
