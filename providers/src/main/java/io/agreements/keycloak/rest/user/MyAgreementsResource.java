package io.agreements.keycloak.rest.user;

import io.agreements.keycloak.CollisionException;
import io.agreements.keycloak.acceptance.Beginning;
import io.agreements.keycloak.acceptance.Standing;
import io.agreements.keycloak.acceptance.decision.DecisionEvent;
import io.agreements.keycloak.acceptance.decision.DecisionEvent.Taken;
import io.agreements.keycloak.acceptance.decision.UserGoneException;
import io.agreements.keycloak.account.deletion.DeletionRequests;
import io.agreements.keycloak.account.export.Grant;
import io.agreements.keycloak.account.export.Grants;
import io.agreements.keycloak.account.rate.RateExceededException;
import io.agreements.keycloak.account.rate.RateKind;
import io.agreements.keycloak.account.rate.Rates;
import io.agreements.keycloak.account.receipt.ReceiptMaker;
import io.agreements.keycloak.agreement.AcceptanceMode;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.Limits;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.agreement.text.outline.AttentionClause;
import io.agreements.keycloak.conduct.ListedRestriction;
import io.agreements.keycloak.conduct.RestrictionProvider;
import io.agreements.keycloak.conduct.RestrictionQuery;
import io.agreements.keycloak.disclosure.DisclosureProvider;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.LoggedRecord;
import io.agreements.keycloak.ledger.RecordQuery;
import io.agreements.keycloak.ledger.RecordType;
import io.agreements.keycloak.ledger.Shown;
import io.agreements.keycloak.ledger.ShownClause;
import io.agreements.keycloak.ledger.erasure.ConnectionRecording;
import io.agreements.keycloak.ledger.erasure.Identity;
import io.agreements.keycloak.ledger.hold.HoldTelling;
import io.agreements.keycloak.page.PageMessages;
import io.agreements.keycloak.page.SentWording;
import io.agreements.keycloak.page.console.Console;
import io.agreements.keycloak.page.console.ConsoleWords;
import io.agreements.keycloak.rest.AttentionRepresentation;
import io.agreements.keycloak.rest.Paging;
import io.agreements.keycloak.rest.ReceiptDownload;
import io.agreements.keycloak.rest.SentTypes;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.ErrorResponseException;

/** A user's own agreements, for the account page and for applications that build their own. */
public final class MyAgreementsResource {

    private final KeycloakSession session;
    private final Caller caller;
    private final Clock clock;

    private MyAgreementsResource(KeycloakSession session, Caller caller, Clock clock) {
        this.session = session;
        this.caller = caller;
        this.clock = clock;
    }

    /** 401 without an access token of a user for the account client. */
    public static MyAgreementsResource authenticated(KeycloakSession session, Clock clock) {
        Caller caller = Caller.of(session, session.getContext().getRealm(), clock);
        SentTypes.requireJson(session, "Send JSON as application/json.");
        return new MyAgreementsResource(session, caller, clock);
    }

    /** Where the user stands with each agreement. Needs a role to view profile or consents. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<MyAgreementRepresentation> list() {
        caller.requireView();
        return mine().list();
    }

    /** What the user may do, so that an application offers nothing else. Needs a role to view profile or consents. */
    @GET
    @Path("access")
    @Produces(MediaType.APPLICATION_JSON)
    public MyAccessRepresentation access() {
        caller.requireView();
        return caller.access(new DeletionRequests(session, clock));
    }

    /**
     * Accepts an agreement, or takes note of one that asks no more; or declines or withdraws an optional one. Needs a role to
     * manage account or consents. Said again, nothing happens, but what has lapsed is renewed.
     *
     * @return 404 if there is no such agreement; 409 if what was shown is not what is in force, or it cannot be decided so, or
     *     it was decided otherwise at the same moment; 412 if the account console has other words now than it says it showed; 429
     *     with the seconds to wait in Retry-After, if optional agreements were
     *     accepted too often within an hour
     */
    @PUT
    @Path("{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public MyAgreementRepresentation decide(@PathParam("key") String key, MyDecisionRepresentation said) {
        caller.requireDecide();
        MyAgreements mine = mine();
        Agreement agreement = mine.find(key)
                .orElseThrow(() -> problem(Response.Status.NOT_FOUND, "There is no agreement " + key + "."));
        if (said == null || said.decision() == null) {
            throw problem(
                    Response.Status.BAD_REQUEST,
                    "decision must be given: ACCEPTED, ACKNOWLEDGED, DECLINED or WITHDRAWN.");
        }
        requireVerb(agreement, said.decision());
        Standing standing = mine.standing(agreement).orElse(null);
        boolean withdraws = said.decision() == Decision.WITHDRAWN;
        Shown shown = withdraws ? withdrawn(agreement, standing) : shown(mine, agreement, said);
        List<ShownClause> attention = withdraws ? List.of() : attention(agreement, shown, said);
        if (!isSaidAlready(mine, agreement, said.decision(), shown)) {
            requireRate(agreement, said.decision());
            publish(new Taken(
                    agreement.id(),
                    said.decision(),
                    AcceptanceMode.EXPLICIT,
                    shown.within(keepWording(agreement, said, shown)),
                    attention,
                    mine.stored(agreement).orElse(null)));
        }
        return mine().list().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /**
     * The records that concern the user, newest first. Needs a role to view profile or consents.
     *
     * @param types what they are about; whatever it is if left out
     * @param first how many to pass over, at most 10000; none if left out
     * @param max the most there are to be, up to 1000; 100 if left out
     */
    @GET
    @Path("records")
    @Produces(MediaType.APPLICATION_JSON)
    public List<MyRecordRepresentation> records(
            @QueryParam("type") List<String> types,
            @QueryParam("first") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32")) String first,
            @QueryParam("max") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32")) String max) {
        caller.requireView();
        Paging paging = Paging.of(first, max);
        Set<RecordType> asked =
                types.stream().map(MyAgreementsResource::recordType).collect(Collectors.toSet());
        Set<RecordType> shown = HoldTelling.of(caller.realm()).shown(asked);
        if (shown.isEmpty() && !asked.isEmpty()) {
            return List.of();
        }
        RecordQuery query = new RecordQuery(
                Set.of(caller.user().getId()),
                shown,
                null,
                beginning().moment().orElse(null),
                null,
                paging.first(),
                paging.max());
        List<LedgerRecord> found = ledger().find(caller.realm(), query);
        Set<String> corrected = session.getProvider(DisclosureProvider.class)
                .toldOtherwise(
                        caller.user().getId(),
                        found.stream()
                                .map(MyAgreementsResource::disclosure)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()));
        return found.stream()
                .map(entry -> MyRecordRepresentation.of(entry, isAbout(entry, corrected)))
                .toList();
    }

    private static boolean isAbout(LedgerRecord entry, Set<String> disclosures) {
        String id = disclosure(entry);
        return id != null && disclosures.contains(id);
    }

    /** Id of the entry in the register of disclosures; null if it is about none. */
    private static String disclosure(LedgerRecord entry) {
        return entry.type() == RecordType.DISCLOSURE && entry.details().get("disclosure") instanceof String id
                ? id
                : null;
    }

    /**
     * A receipt of a decision, to download: the record with text, wording and all that it takes to verify it elsewhere, as a
     * ZIP. Needs a role to view profile or consents.
     *
     * @return 202 with the seconds to wait in Retry-After, if the record is in no checkpoint yet: that receipt proves nothing;
     *     404 if it is no decision of the user
     */
    @GET
    @Path("records/{id}/receipt")
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
        caller.requireView();
        LoggedRecord found = ledger().logged(caller.realm(), id)
                .filter(record -> record.entry().type() == RecordType.ACCEPTANCE)
                .filter(record -> caller.user().getId().equals(record.entry().userId()))
                .filter(record -> !beginning().isAfter(record.entry().occurredAt()))
                .orElseThrow(() -> problem(Response.Status.NOT_FOUND, "You have no decision " + id + "."));
        return ReceiptDownload.of(session, caller.realm(), found, ReceiptMaker.FOR_USERS);
    }

    /** The consents the user has given to clients, the newest first. Needs a role to view profile or consents. */
    @GET
    @Path("grants")
    @Produces(MediaType.APPLICATION_JSON)
    public List<Grant> grants() {
        caller.requireView();
        return new Grants(session, PageMessages.of(session, caller.realm(), reader())::get)
                .of(caller.realm(), caller.user());
    }

    /**
     * Everything that is kept of the user, as a ZIP. Needs the role view-profile or manage-account. Not for an
     * administrator who impersonates the user.
     *
     * @return 429 with the seconds to wait in Retry-After, if the last one began less than a minute ago, or there were too many
     *     within a day
     */
    @GET
    @Path("export")
    @Produces({MyExport.ZIP, MediaType.APPLICATION_JSON})
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MyExport.ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export() {
        caller.requireExport();
        MyExport export = new MyExport(session, caller.realm(), caller.user(), clock);
        return export.begin(caller.method(), caller.clientId(), caller.sessionId())
                .map(TooOften::answer)
                .orElseGet(export::download);
    }

    /**
     * What is and was imposed on the user, the latest first. Needs a role to view profile or consents.
     *
     * @param first how many to pass over, at most 10000; none if left out
     * @param max the most there are to be, up to 1000; 100 if left out
     */
    @GET
    @Path("restrictions")
    @Produces(MediaType.APPLICATION_JSON)
    public List<MyRestrictionRepresentation> restrictions(
            @QueryParam("first") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32")) String first,
            @QueryParam("max") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32")) String max) {
        caller.requireView();
        Paging paging = Paging.of(first, max);
        RestrictionQuery query =
                new RestrictionQuery(caller.user().getId(), null, null, null, paging.first(), paging.max(), null);
        return session.getProvider(RestrictionProvider.class).find(caller.realm(), query).stream()
                .map(ListedRestriction::restriction)
                .filter(restriction -> !beginning().isAfter(restriction.from()))
                .map(restriction -> MyRestrictionRepresentation.of(restriction, clock.instant()))
                .toList();
    }

    /** The user's wish to have the account deleted. */
    @Path("deletion")
    public MyDeletionResource deletion() {
        return new MyDeletionResource(session, caller, clock);
    }

    /** What the user did not do. */
    @Path("reports")
    public MyReportsResource reports() {
        return new MyReportsResource(session, caller, clock);
    }

    private static RecordType recordType(String word) {
        return Arrays.stream(RecordType.values())
                .filter(type -> type.name().equals(word))
                .findFirst()
                .orElseThrow(() -> problem(
                        Response.Status.BAD_REQUEST,
                        "type must be one of "
                                + Arrays.stream(RecordType.values())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    /** What is only to be taken note of is not consented to, and the other way round. */
    private static void requireVerb(Agreement agreement, Decision decision) {
        if (agreement.isAcknowledgement() && decision != Decision.ACKNOWLEDGED) {
            throw conflict(agreement.key() + " is only to be taken note of: it can be neither accepted nor declined nor"
                    + " withdrawn. Send ACKNOWLEDGED.");
        }
        if (!agreement.isAcknowledgement() && decision == Decision.ACKNOWLEDGED) {
            throw conflict("To take note of " + agreement.key() + " is not enough. Send ACCEPTED.");
        }
    }

    /** What is recorded is what was shown: the caller names it, and it has to be what is open now. */
    private static Shown shown(MyAgreements mine, Agreement agreement, MyDecisionRepresentation said) {
        if (agreement.isRequired() && !said.decision().isAffirmative()) {
            throw conflict("There is no service without " + agreement.key()
                    + ". Who does not want it any more can ask for the deletion of the account.");
        }
        Version version = mine.open(agreement)
                .filter(open -> said.version() != null && open.number() == said.version())
                .orElseThrow(() -> conflict("What was shown is not the version to decide on. Show it again."));
        Text text = version.text(said.locale() == null ? "" : said.locale())
                .filter(shown -> shown.digest().equals(said.digest()))
                .orElseThrow(() ->
                        conflict("locale and digest are not those of a text of version " + version.number() + "."));
        return new Shown(agreement.key(), version.number(), text.locale(), text.digest(), null, null, null);
    }

    /** A page lists all clauses that the author marked, or it has drawn attention to none. */
    private List<ShownClause> attention(Agreement agreement, Shown shown, MyDecisionRepresentation said) {
        if (said.attention() == null || said.attention().isEmpty()) {
            return List.of();
        }
        Text text = agreement
                .version(shown.versionNumber())
                .flatMap(version -> version.text(shown.locale()))
                .orElseThrow();
        List<String> marked = session.getProvider(AgreementProvider.class).attention(text).stream()
                .map(AttentionClause::digest)
                .toList();
        List<ShownClause> named = AttentionRepresentation.shown(said.attention());
        if (!named.stream().map(ShownClause::digest).toList().equals(marked)) {
            throw conflict(
                    "attention has to name the clauses of the text that its author marked, all of them and in order,"
                            + " by their digests.");
        }
        return named;
    }

    /** A withdrawal is of what was accepted, whatever has come since. */
    private static Shown withdrawn(Agreement agreement, Standing standing) {
        if (agreement.isRequired()) {
            throw conflict("There is no service without " + agreement.key()
                    + ". Who does not want it any more can ask for the deletion of the account.");
        }
        if (standing == null || standing.decision() == Decision.DECLINED) {
            throw conflict("There is nothing to withdraw.");
        }
        return new Shown(
                agreement.key(), standing.versionNumber(), standing.locale(), standing.textDigest(), null, null, null);
    }

    /** Nothing where the text is not there any more that a withdrawal is of. */
    private String keepWording(Agreement agreement, MyDecisionRepresentation said, Shown shown) {
        return agreement
                .version(shown.versionNumber())
                .flatMap(version -> version.text(shown.locale()))
                .map(text -> SentWording.of(
                        caller.method(),
                        caller.clientId(),
                        () -> consoleWords(said.words()),
                        said.decision(),
                        agreement,
                        shown.versionNumber(),
                        text))
                .map(wording -> {
                    ledger().keep(wording);
                    return wording.digest();
                })
                .orElse(null);
    }

    /** Those the console says it showed, as long as they are those it has; of one that does not say, those it has now. */
    private ConsoleWords consoleWords(ShownWordsRepresentation shown) {
        if (shown == null) {
            return ConsoleWords.of(session, caller.realm(), Console.ACCOUNT, reader());
        }
        return Optional.ofNullable(shown.locale())
                .filter(locale -> locale.length() <= Limits.LANGUAGE_TAG)
                .map(Locale::forLanguageTag)
                .map(locale -> ConsoleWords.of(session, caller.realm(), Console.ACCOUNT, locale))
                .filter(words -> SentWording.dialogs(words).equals(shown.digest()))
                .orElseThrow(() -> problem(
                        Response.Status.PRECONDITION_FAILED,
                        "words are not those the account console has now. Load its page anew, and decide then."));
    }

    /** An acceptance that has lapsed has to be said again. */
    private static boolean isSaidAlready(MyAgreements mine, Agreement agreement, Decision decision, Shown shown) {
        return mine.standing(agreement)
                .filter(standing ->
                        standing.decision() == decision && standing.versionNumber() == shown.versionNumber())
                .filter(standing -> !decision.isAffirmative() || mine.isAffirmed(agreement))
                .isPresent();
    }

    /** To take back, and to accept what there is no service without, is always possible. */
    private void requireRate(Agreement agreement, Decision decision) {
        if (agreement.isRequired() || decision != Decision.ACCEPTED) {
            return;
        }
        try {
            new Rates(session, caller.realm(), clock)
                    .require(RateKind.DECISION, caller.user().getId());
        } catch (RateExceededException e) {
            throw TooOften.refusal(e);
        }
    }

    private void publish(Taken taken) {
        try {
            session.getKeycloakSessionFactory().publish(decision(taken));
        } catch (UserGoneException e) {
            throw new NotAuthorizedException("Bearer");
        } catch (CollisionException e) {
            throw conflict(e.getMessage());
        }
    }

    private DecisionEvent decision(Taken taken) {
        return new DecisionEvent(
                session,
                caller.realm(),
                caller.user().getId(),
                List.of(taken),
                clock.instant(),
                caller.method(),
                caller.clientId(),
                new Identity(caller.user().getUsername(), caller.sessionId()),
                ConnectionRecording.of(caller.realm()).take(session.getContext()),
                null,
                overtaken -> {
                    throw conflict("It was decided otherwise at the same moment. Show it again.");
                });
    }

    private Beginning beginning() {
        return Beginning.of(session, caller.realm(), caller.user());
    }

    private MyAgreements mine() {
        return new MyAgreements(session, caller, clock.instant());
    }

    private LedgerProvider ledger() {
        return session.getProvider(LedgerProvider.class);
    }

    private Locale reader() {
        return session.getContext().resolveLocale(caller.user());
    }

    private static ErrorResponseException conflict(String message) {
        return problem(Response.Status.CONFLICT, message);
    }

    static ErrorResponseException problem(Response.Status status, String message) {
        return ErrorResponse.error(message, status);
    }
}
