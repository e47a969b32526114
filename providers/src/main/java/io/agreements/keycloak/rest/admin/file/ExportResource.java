package io.agreements.keycloak.rest.admin.file;

import io.agreements.keycloak.agreement.MissingNames;
import io.agreements.keycloak.agreement.file.AgreementArchive;
import io.agreements.keycloak.rest.admin.AdminContext;
import io.agreements.keycloak.rest.admin.SentFiles;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Gives all agreements of a realm away as an archive. */
public final class ExportResource {

    private final AdminContext admin;

    public ExportResource(AdminContext admin) {
        this.admin = admin;
    }

    /**
     * All agreements, drafts included, laid out as files. Needs {@code view-realm}.
     *
     * @param keys those of the agreements that are wanted, where all are too many for one archive; all if left out
     */
    @GET
    @Produces(SentFiles.ZIP)
    public Response export(@QueryParam("agreement") List<String> keys) {
        admin.auth().realm().requireViewRealm();
        keys.forEach(admin::agreement);
        AgreementArchive archive =
                new AgreementArchive(admin.agreements(), MissingNames.in(admin.session()), admin.clock());
        return Response.ok(archive.export(admin.realm(), keys))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private String fileName() {
        return "agreements-" + admin.realm().getName().replaceAll("[^A-Za-z0-9._-]", "_") + ".zip";
    }
}
