package io.agreements.keycloak.rest.admin.agreement;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider.NewText;
import io.agreements.keycloak.agreement.AgreementProvider.NewVersion;
import io.agreements.keycloak.agreement.Timeline;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.rest.admin.AdminContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.events.admin.OperationType;

/** The versions of an agreement for administrators. */
public final class VersionsResource {

    private final AdminContext admin;
    private final String key;

    VersionsResource(AdminContext admin, String key) {
        this.admin = admin;
        this.key = key;
    }

    /** Adds a draft with the next number, and with the texts of an earlier version where one is named. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = VersionRepresentation.class)))
    public Response create(VersionRepresentation wanted) {
        admin.auth().realm().requireManageRealm();
        AdminContext.requireBody(wanted);
        Agreement agreement = admin.agreement(key);
        int number =
                agreement.versions().stream().mapToInt(Version::number).max().orElse(0) + 1;
        admin.write(() -> {
            List<NewText> texts = wanted.copyTextsOf() == null ? List.of() : textsOf(wanted.copyTextsOf());
            admin.agreements()
                    .addVersion(admin.realm(), key, new NewVersion(number, wanted.toSettings(), Timeline.DRAFT, texts));
        });
        VersionResource created = version(number);
        VersionRepresentation representation = created.representation();
        String id = String.valueOf(number);
        admin.event(VersionResource.RESOURCE_TYPE, OperationType.CREATE)
                .resourcePath(admin.session().getContext().getUri(), id)
                .representation(representation)
                .success();
        return Response.created(admin.session()
                        .getContext()
                        .getUri()
                        .getAbsolutePathBuilder()
                        .path(id)
                        .build())
                .entity(representation)
                .build();
    }

    @Path("{number}")
    public VersionResource version(@PathParam("number") int number) {
        return new VersionResource(admin, key, number);
    }

    private List<NewText> textsOf(int number) {
        return admin.version(key, number).texts().stream()
                .map(text -> new NewText(
                        text.locale(),
                        text.title(),
                        null,
                        admin.agreements().content(text).orElseThrow()))
                .toList();
    }
}
