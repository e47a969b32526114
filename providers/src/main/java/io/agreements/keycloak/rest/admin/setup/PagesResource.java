package io.agreements.keycloak.rest.admin.setup;

import io.agreements.keycloak.setup.page.PageName;
import io.agreements.keycloak.setup.page.SamplePages;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** The pages on which users decide, as they get them: for who wants to see whether a theme has faults. */
public final class PagesResource {

    private final AdminPermissionEvaluator auth;
    private final SamplePages pages;

    PagesResource(AdminPermissionEvaluator auth, SamplePages pages) {
        this.auth = auth;
        this.pages = pages;
    }

    /** Which there are, in each language of the realm. Needs {@code view-realm}. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<PageRepresentation> list() {
        auth.realm().requireViewRealm();
        return pages.names().stream().map(name -> of(name, null)).toList();
    }

    /** One of them. Needs {@code view-realm}. */
    @GET
    @Path("{page}/{locale}")
    @Produces(MediaType.APPLICATION_JSON)
    public PageRepresentation get(@PathParam("page") String page, @PathParam("locale") String locale) {
        auth.realm().requireViewRealm();
        PageName wanted = pages.names().stream()
                .filter(name -> name.kind().name().equals(page) && name.locale().equals(locale))
                .findFirst()
                .orElseThrow(() -> ErrorResponse.error(
                        "There is no such page. GET setup/pages lists them.", Response.Status.NOT_FOUND));
        return of(wanted, pages.make(wanted).html());
    }

    private static PageRepresentation of(PageName name, String html) {
        return new PageRepresentation(name.kind().name(), name.template(), name.locale(), html);
    }
}
