package io.agreements.keycloak.rest.admin.file;

import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.AgreementProviderFactory;
import io.agreements.keycloak.agreement.MissingNames;
import io.agreements.keycloak.agreement.file.AgreementArchive;
import io.agreements.keycloak.agreement.file.AgreementDirectory;
import io.agreements.keycloak.agreement.file.AgreementImporter;
import io.agreements.keycloak.agreement.file.ImportReport;
import io.agreements.keycloak.agreement.file.OnEdits;
import io.agreements.keycloak.rest.Parameters;
import io.agreements.keycloak.rest.admin.AdminContext;
import io.agreements.keycloak.rest.admin.AgreementsAdminResource;
import io.agreements.keycloak.rest.admin.SentBody;
import io.agreements.keycloak.rest.admin.SentFiles;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.events.admin.OperationType;

/** Takes agreements over from files. */
public final class ImportResource {

    private final AdminContext admin;

    public ImportResource(AdminContext admin) {
        this.admin = admin;
    }

    /**
     * Takes agreements over from an archive as {@code export} gives it, of this realm or of another. Without a body it is the
     * directory named in the server's configuration that is read. Needs {@code manage-realm}.
     *
     * @param overwrite whether settings and drafts that were edited here are replaced too; false if left out
     * @return what was added, updated, left as it was; 400 with every slip where the archive or files in it are refused
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(
            responseCode = "400",
            description = "Files are refused; nothing has been changed",
            content = @Content(schema = @Schema(implementation = ImportRefusalRepresentation.class)))
    public ImportReport importFiles(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) String contentType,
            @RequestBody(
                            required = false,
                            content =
                                    @Content(
                                            mediaType = SentFiles.ZIP,
                                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    InputStream body,
            @QueryParam("overwrite") @Parameter(schema = @Schema(type = SchemaType.BOOLEAN)) String overwrite) {
        admin.auth().realm().requireManageRealm();
        OnEdits onEdits = OnEdits.overwriteIf(Boolean.TRUE.equals(Parameters.flag("overwrite", overwrite)));
        return audited(SentFiles.of(SentBody.of(contentType, body))
                .archive()
                .map(archive -> read(archive, onEdits))
                .orElseGet(() -> readDirectory(onEdits)));
    }

    private ImportReport read(InputStream archive, OnEdits onEdits) {
        AgreementArchive importer =
                new AgreementArchive(admin.agreements(), MissingNames.in(admin.session()), admin.clock());
        return admin.importFiles(() -> importer.run(admin.realm(), archive, onEdits));
    }

    private ImportReport readDirectory(OnEdits onEdits) {
        AgreementImporter importer =
                new AgreementImporter(admin.agreements(), directory(), MissingNames.in(admin.session()), admin.clock());
        return admin.importFiles(() -> importer.run(admin.realm(), onEdits));
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
