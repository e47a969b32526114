package io.agreements.keycloak.rest.admin.ledger;

import io.agreements.keycloak.account.receipt.ReceiptMaker;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LoggedRecord;
import io.agreements.keycloak.ledger.RecordQuery;
import io.agreements.keycloak.ledger.RecordType;
import io.agreements.keycloak.rest.Keyset;
import io.agreements.keycloak.rest.Parameters;
import io.agreements.keycloak.rest.ReceiptDownload;
import io.agreements.keycloak.rest.admin.AdminContext;
import io.agreements.keycloak.rest.admin.Words;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.models.UserModel;

/** The ledger of a realm, for administrators to read. */
public final class RecordsResource {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,36}");

    private final AdminContext admin;

    public RecordsResource(AdminContext admin) {
        this.admin = admin;
    }

    /**
     * A page of records, the latest first: those for which all that is said holds. Needs {@code view-events}.
     *
     * @param user id of a user, also of one that is gone; or the current name of one
     * @param type what they are about
     * @param agreement key of the agreement
     * @param from from this moment on, in milliseconds since 1970 in UTC
     * @param to before this moment
     * @param first how many to pass over, at most 10000; 0 if left out
     * @param after id of the record behind which the list goes on, at any distance; the latest if left out
     * @param max at most 1000; 100 if left out
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<RecordRepresentation> list(
            @QueryParam("user") String user,
            @QueryParam("type") String type,
            @QueryParam("agreement") String agreement,
            @QueryParam("from") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int64")) String from,
            @QueryParam("to") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int64")) String to,
            @QueryParam("first") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32")) String first,
            @QueryParam("after") String after,
            @QueryParam("max") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32")) String max) {
        admin.auth().realm().requireViewEvents();
        Keyset<RecordQuery.Place> part = Keyset.of(first, after, max, this::place);
        RecordQuery query = new RecordQuery(
                isSaid(user) ? userIds(user) : Set.of(),
                isSaid(type) ? Set.of(Words.require(RecordType.class, "type", type)) : Set.of(),
                isSaid(agreement) ? agreement : null,
                moment("from", from),
                moment("to", to),
                part.first(),
                part.max(),
                part.after());
        return ledger().find(admin.realm(), query).stream()
                .map(RecordRepresentation::of)
                .toList();
    }

    /** One record; 404 if the realm has none with that id. Needs {@code view-events}. */
    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public RecordRepresentation get(@PathParam("id") String id) {
        admin.auth().realm().requireViewEvents();
        return ledger().find(admin.realm(), id)
                .map(RecordRepresentation::of)
                .orElseThrow(() -> AdminContext.problem(Response.Status.NOT_FOUND, "There is no record " + id + "."));
    }

    /**
     * A receipt of a record, as its user has it, but with all that is known of who acted: a ZIP to be verified elsewhere. 202
     * as long as the record is in no checkpoint: that receipt proves nothing. Needs {@code view-events}.
     */
    @GET
    @Path("{id}/receipt")
    @Produces({ReceiptDownload.ZIP, MediaType.APPLICATION_JSON})
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = ReceiptDownload.ZIP,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "202",
            content =
                    @Content(
                            mediaType = ReceiptDownload.ZIP,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response receipt(@PathParam("id") String id) {
        admin.auth().realm().requireViewEvents();
        LoggedRecord record = ledger().logged(admin.realm(), id)
                .orElseThrow(() -> AdminContext.problem(Response.Status.NOT_FOUND, "There is no record " + id + "."));
        return ReceiptDownload.of(admin.session(), admin.realm(), record, ReceiptMaker.FOR_ADMINISTRATORS);
    }

    private RecordQuery.Place place(String id) {
        return Optional.of(id)
                .filter(said -> ID.matcher(said).matches())
                .flatMap(said -> ledger().find(admin.realm(), said))
                .map(RecordQuery.Place::of)
                .orElseThrow(() -> new IllegalArgumentException("after must be the id of a record of this realm"));
    }

    /** Both readings of the word: nobody can hide records by taking another's id for a name. */
    private Set<String> userIds(String idOrName) {
        Set<String> ids = new HashSet<>(Set.of(idOrName));
        UserModel named = admin.session().users().getUserByUsername(admin.realm(), idOrName);
        if (named != null) {
            ids.add(named.getId());
        }
        return ids;
    }

    private LedgerProvider ledger() {
        return admin.session().getProvider(LedgerProvider.class);
    }

    private static boolean isSaid(String parameter) {
        return parameter != null && !parameter.isBlank();
    }

    private static Instant moment(String name, String value) {
        Long millis = Parameters.millis(name, value);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
