package io.agreements.keycloak.rest.admin.ledger;

import io.agreements.keycloak.account.receipt.ReceiptMaker;
import io.agreements.keycloak.ledger.FoundRecords;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LoggedRecord;
import io.agreements.keycloak.ledger.RecordQuery;
import io.agreements.keycloak.rest.Keyset;
import io.agreements.keycloak.rest.ReceiptDownload;
import io.agreements.keycloak.rest.admin.AdminContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The ledger of a realm, for administrators to read. */
public final class RecordsResource {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,36}");

    private final AdminContext admin;

    public RecordsResource(AdminContext admin) {
        this.admin = admin;
    }

    /**
     * A page of records, the latest first: those for which all that is said holds. Needs {@code view-events}. Where decision,
     * method or client are said and no user, no more than a hundred thousand records are looked at; if there may be more behind
     * these, the header {@code Link} has the address at which the list goes on ({@code rel="next"}).
     *
     * @param user id of a user, also of one that is gone; or the current name of one
     * @param search id or name of a user, or the beginning of a name or an address of users there are, as Keycloak's own search
     *     for users takes it ({@code *} stands for any part), or of a user name that a legal hold on the user keeps on record;
     *     400 if more than 100 users match. Needs {@code view-users}
     * @param type what they are about
     * @param decision ACCEPTED, ACKNOWLEDGED, DECLINED, WITHDRAWN
     * @param method REGISTRATION, LOGIN, BROKER, APPLICATION, ACCOUNT, ADMIN, IMPORT
     * @param client id of the client that was signed in to or is concerned
     * @param agreement key of the agreement
     * @param from from this moment on, in milliseconds since 1970 in UTC
     * @param to before this moment
     * @param first how many to pass over, at most 10000; 0 if left out, as it has to be beside decision, method and client
     * @param after id of the record behind which the list goes on, at any distance; the latest if left out
     * @param max at most 1000; 100 if left out
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = RecordRepresentation.class)))
    public Response list(
            @QueryParam("user") String user,
            @QueryParam("search") String search,
            @QueryParam("type") String type,
            @QueryParam("decision") String decision,
            @QueryParam("method") String method,
            @QueryParam("client") String client,
            @QueryParam("agreement") String agreement,
            @QueryParam("from") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int64")) String from,
            @QueryParam("to") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int64")) String to,
            @QueryParam("first") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32")) String first,
            @QueryParam("after") String after,
            @QueryParam("max") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32")) String max) {
        admin.auth().realm().requireViewEvents();
        Keyset<RecordQuery.Place> part = Keyset.of(first, after, max, this::place);
        RecordsAsked asked = new RecordsAsked(user, search, type, decision, method, client, agreement, from, to);
        FoundRecords found = ledger().search(admin.realm(), asked.query(admin, part));
        Response.ResponseBuilder page = Response.ok(
                found.records().stream().map(RecordRepresentation::of).toList(), MediaType.APPLICATION_JSON_TYPE);
        return found.lookedUpTo() == null
                ? page.build()
                : page.header(HttpHeaders.LINK, "<" + behind(found.lookedUpTo()) + ">; rel=\"next\"")
                        .build();
    }

    /**
     * All of these records as a table, written as it is read. Needs {@code view-events}.
     *
     * @param user id of a user, also of one that is gone; or the current name of one
     * @param search id or name of a user, or the beginning of a name or an address of users there are, as Keycloak's own search
     *     for users takes it ({@code *} stands for any part), or of a user name that a legal hold on the user keeps on record;
     *     400 if more than 100 users match. Needs {@code view-users}
     * @param type what they are about
     * @param decision ACCEPTED, ACKNOWLEDGED, DECLINED, WITHDRAWN
     * @param method REGISTRATION, LOGIN, BROKER, APPLICATION, ACCOUNT, ADMIN, IMPORT
     * @param client id of the client that was signed in to or is concerned
     * @param agreement key of the agreement
     * @param from from this moment on, in milliseconds since 1970 in UTC
     * @param to before this moment
     */
    @GET
    @Produces(RecordExport.CSV)
    public Response table(
            @QueryParam("user") String user,
            @QueryParam("search") String search,
            @QueryParam("type") String type,
            @QueryParam("decision") String decision,
            @QueryParam("method") String method,
            @QueryParam("client") String client,
            @QueryParam("agreement") String agreement,
            @QueryParam("from") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int64")) String from,
            @QueryParam("to") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int64")) String to) {
        admin.auth().realm().requireViewEvents();
        return new RecordExport(admin)
                .table(new RecordsAsked(user, search, type, decision, method, client, agreement, from, to));
    }

    /**
     * All of these records as JSON, one on each line, written as it is read. Needs {@code view-events}.
     *
     * @param user id of a user, also of one that is gone; or the current name of one
     * @param search id or name of a user, or the beginning of a name or an address of users there are, as Keycloak's own search
     *     for users takes it ({@code *} stands for any part), or of a user name that a legal hold on the user keeps on record;
     *     400 if more than 100 users match. Needs {@code view-users}
     * @param type what they are about
     * @param decision ACCEPTED, ACKNOWLEDGED, DECLINED, WITHDRAWN
     * @param method REGISTRATION, LOGIN, BROKER, APPLICATION, ACCOUNT, ADMIN, IMPORT
     * @param client id of the client that was signed in to or is concerned
     * @param agreement key of the agreement
     * @param from from this moment on, in milliseconds since 1970 in UTC
     * @param to before this moment
     */
    @GET
    @Produces(RecordExport.NDJSON)
    public Response ndjson(
            @QueryParam("user") String user,
            @QueryParam("search") String search,
            @QueryParam("type") String type,
            @QueryParam("decision") String decision,
            @QueryParam("method") String method,
            @QueryParam("client") String client,
            @QueryParam("agreement") String agreement,
            @QueryParam("from") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int64")) String from,
            @QueryParam("to") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int64")) String to) {
        admin.auth().realm().requireViewEvents();
        return new RecordExport(admin)
                .lines(new RecordsAsked(user, search, type, decision, method, client, agreement, from, to));
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

    private URI behind(RecordQuery.Place place) {
        return admin.session()
                .getContext()
                .getUri()
                .getRequestUriBuilder()
                .replaceQueryParam("after", place.id())
                .build();
    }

    private LedgerProvider ledger() {
        return admin.session().getProvider(LedgerProvider.class);
    }
}
