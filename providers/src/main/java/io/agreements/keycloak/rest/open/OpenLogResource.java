package io.agreements.keycloak.rest.open;

import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.log.PublicLog;
import io.agreements.keycloak.rest.PlainHeaders;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.cors.Cors;

/**
 * The log of a realm's records for everybody to read, as C2SP {@code tlog-tiles} has it. It tells nothing about anybody: an
 * entry is the SHA-256 of a record.
 */
public final class OpenLogResource {

    private static final String TEXT = "text/plain; charset=utf-8";

    /** What a signed checkpoint covers stays for good. */
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";

    /** Signed data, RFC 7193: a time stamp is such. */
    private static final String SIGNED = "application/cms";

    private static final String CHECKED = "no-cache";

    private final PublicLog log;

    OpenLogResource(KeycloakSession session) {
        this.log = session.getProvider(LedgerProvider.class)
                .log(session.getContext().getRealm())
                .open();
    }

    /** The last checkpoint, with the cosignatures of witnesses there are; 404 before the first. */
    @GET
    @Path("checkpoint")
    @Produces(TEXT)
    public Response checkpoint(@Context Request request) {
        return checked(request, TEXT, log.checkpoint());
    }

    /** The verifier keys of the log, one a line, those by which it was signed before included; 404 before the first. */
    @GET
    @Path("keys")
    @Produces(TEXT)
    public Response keys(@Context Request request) {
        return checked(request, TEXT, log.keys());
    }

    /** Whom to believe: a {@code tlog-policy} with the log, its witnesses and how many are enough; 404 before the first checkpoint. */
    @GET
    @Path("policy")
    @Produces(TEXT)
    public Response policy(@Context Request request) {
        return checked(request, TEXT, log.policy());
    }

    /**
     * The last time stamp on a checkpoint, in DER: a TimeStampToken (RFC 3161) over the checkpoint's text, without its
     * signatures; 404 before the first, and where the server has nobody stamp.
     */
    @GET
    @Path("time-stamp")
    @Produces(SIGNED)
    public Response timeStamp(@Context Request request) {
        return checked(request, SIGNED, log.timeStamp());
    }

    /** The checkpoint that the last time stamp is on; 404 where there is none. */
    @GET
    @Path("time-stamp/checkpoint")
    @Produces(TEXT)
    public Response stampedCheckpoint(@Context Request request) {
        return checked(request, TEXT, log.stampedCheckpoint());
    }

    /**
     * 256 hashes of a level of the tree, or as many entries, each after its length in two bytes, where the level is {@code
     * entries}; fewer where the address ends in {@code .p/} and their number. 404 for what the checkpoint does not cover.
     *
     * @param path level and index, as {@code tlog-tiles} writes them
     */
    @GET
    @Path("tile/{path: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response tile(@PathParam("path") String path) {
        return log.tile("tile/" + path)
                .map(bytes -> Response.ok(bytes, MediaType.APPLICATION_OCTET_STREAM_TYPE)
                        .header(HttpHeaders.CACHE_CONTROL, FOR_GOOD))
                .map(OpenLogResource::forEveryOrigin)
                .orElseGet(OpenLogResource::notFound);
    }

    private static Response checked(Request request, String type, Optional<PublicLog.Content> content) {
        return content.map(found -> {
                    EntityTag tag = new EntityTag(found.digest());
                    Response.ResponseBuilder unchanged = PlainHeaders.unchanged(request, tag);
                    return (unchanged == null ? Response.ok(found.bytes(), type) : unchanged)
                            .tag(tag)
                            .header(HttpHeaders.CACHE_CONTROL, CHECKED);
                })
                .map(OpenLogResource::forEveryOrigin)
                .orElseGet(OpenLogResource::notFound);
    }

    /** It may be there soon. */
    private static Response notFound() {
        return forEveryOrigin(Response.status(Response.Status.NOT_FOUND)
                .type(TEXT)
                .entity("The log has no such part.\n")
                .header(HttpHeaders.CACHE_CONTROL, CHECKED));
    }

    private static Response forEveryOrigin(Response.ResponseBuilder response) {
        Cors.builder().allowAllOrigins().exposedHeaders(HttpHeaders.ETAG).add();
        return response.header("X-Content-Type-Options", "nosniff").build();
    }
}
