package io.agreements.keycloak.rest.admin.text;

import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.agreement.text.TextBytes;
import io.agreements.keycloak.rest.admin.AdminContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.events.admin.OperationType;

/** The text of a version in one locale for administrators. */
public final class TextResource {

    private static final String RESOURCE_TYPE = "AGREEMENT_TEXT";

    private final AdminContext admin;
    private final String key;
    private final int number;
    private final String locale;

    public TextResource(AdminContext admin, String key, int number, String locale) {
        this.admin = admin;
        this.key = key;
        this.number = number;
        this.locale = locale;
    }

    /** The text with its content. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public TextRepresentation get() {
        admin.auth().realm().requireViewRealm();
        Text text = require(admin.version(key, number));
        String content = admin.agreements().content(text).map(TextBytes::decode).orElseThrow();
        return TextRepresentation.of(text, content);
    }

    /** What was recognised in the text, and what its author has to know. */
    @GET
    @Path("outline")
    @Produces(MediaType.APPLICATION_JSON)
    public OutlineRepresentation outline() {
        admin.auth().realm().requireViewRealm();
        return OutlineRepresentation.of(admin.outline(require(admin.version(key, number))));
    }

    /**
     * Writes a text of a draft. Where the caller has read one before, its {@code edits} go with it; 409 if it is another by
     * now, there is one already, or the version is published.
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TextRepresentation.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TextRepresentation.class)))
    public Response put(TextRepresentation wanted) {
        admin.auth().realm().requireManageRealm();
        Version draft = admin.version(key, number);
        AdminContext.requireBody(wanted);
        Optional<Text> stored = draft.text(locale);
        if (stored.isPresent() && wanted.edits() == null) {
            throw AdminContext.conflict("Version " + number + " of " + key + " has a text in " + locale
                    + " already. Read it first, and send its edits with your change.");
        }
        if (stored.isEmpty() && wanted.edits() != null) {
            throw AdminContext.conflict("The text of version " + number + " of " + key + " in " + locale
                    + " was deleted by somebody else meanwhile. Leave out edits to add it anew.");
        }
        admin.write(() -> {
            if (stored.isPresent()) {
                admin.agreements().updateText(admin.realm(), key, number, wanted.toText(locale), wanted.edits());
            } else {
                admin.agreements().addText(admin.realm(), key, number, wanted.toText(locale));
            }
        });
        TextRepresentation representation = TextRepresentation.of(require(admin.version(key, number)));
        admin.event(RESOURCE_TYPE, stored.isPresent() ? OperationType.UPDATE : OperationType.CREATE)
                .resourcePath(admin.session().getContext().getUri())
                .representation(representation)
                .success();
        return Response.status(stored.isPresent() ? Response.Status.OK : Response.Status.CREATED)
                .entity(representation)
                .build();
    }

    /** Deletes a text of a draft; 409 if the version is published. */
    @DELETE
    public void delete() {
        admin.auth().realm().requireManageRealm();
        require(admin.version(key, number));
        admin.write(() -> admin.agreements().removeText(admin.realm(), key, number, locale));
        admin.event(RESOURCE_TYPE, OperationType.DELETE)
                .resourcePath(admin.session().getContext().getUri())
                .success();
    }

    private Text require(Version version) {
        return version.text(locale)
                .orElseThrow(() -> AdminContext.problem(
                        Response.Status.NOT_FOUND,
                        "Version " + number + " of " + key + " has no text in " + locale + "."));
    }
}
