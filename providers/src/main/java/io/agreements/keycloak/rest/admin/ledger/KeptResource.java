package io.agreements.keycloak.rest.admin.ledger;

import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.kept.Kept;
import io.agreements.keycloak.ledger.kept.KeptKind;
import io.agreements.keycloak.rest.admin.AdminContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What records name by its digest, for administrators to read. */
public final class KeptResource {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final AdminContext admin;
    private final KeptKind kind;
    private final String noun;

    /** @param noun in messages */
    public KeptResource(AdminContext admin, KeptKind kind, String noun) {
        this.admin = admin;
        this.kind = kind;
        this.noun = noun;
    }

    /**
     * What has that SHA-256 (64 hexadecimal digits), exactly as it is kept: a JSON object, byte for byte what the digest is
     * of; 404 if there is nothing. Needs {@code view-events}.
     */
    @GET
    @Path("{digest}")
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Response get(@PathParam("digest") String digest) {
        admin.auth().realm().requireViewEvents();
        byte[] content = Optional.of(digest)
                .filter(name -> DIGEST.matcher(name).matches())
                .flatMap(name ->
                        admin.session().getProvider(LedgerProvider.class).kept(kind, name))
                .map(Kept::content)
                .orElseThrow(() -> AdminContext.problem(
                        Response.Status.NOT_FOUND, "There " + noun + " with that digest: 64 hexadecimal digits."));
        return Response.ok(content).build();
    }
}
