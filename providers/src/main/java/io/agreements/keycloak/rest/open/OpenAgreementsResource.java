package io.agreements.keycloak.rest.open;

import io.agreements.keycloak.account.export.ExportPass;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.Limits;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.agreement.text.BusyException;
import io.agreements.keycloak.agreement.text.TextBytes;
import io.agreements.keycloak.agreement.text.html.Surroundings;
import io.agreements.keycloak.ledger.Method;
import io.agreements.keycloak.page.AgreementUrls;
import io.agreements.keycloak.page.AgreementView;
import io.agreements.keycloak.page.AgreementViews;
import io.agreements.keycloak.page.Assets;
import io.agreements.keycloak.page.ChangesPage;
import io.agreements.keycloak.page.ChangesView;
import io.agreements.keycloak.page.PageMessages;
import io.agreements.keycloak.page.console.Console;
import io.agreements.keycloak.page.console.ConsoleWords;
import io.agreements.keycloak.rest.AgreementChanges;
import io.agreements.keycloak.rest.console.ConsolePage;
import io.agreements.keycloak.rest.user.MyAgreementsResource;
import io.agreements.keycloak.rest.user.MyExport;
import io.agreements.keycloak.rest.user.Preflight;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The agreements of a realm for everybody to read, signed in or not: as pages, or as JSON where that is asked for. */
@Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
public final class OpenAgreementsResource {

    /** The agreement's title is the heading of the page, so its articles stand where the author put them. */
    private static final int HEADING_SHIFT = 0;

    /** RFC 7763. */
    private static final String MARKDOWN = "text/markdown; charset=UTF-8";

    /** Of the page of changes, with what is untouched. */
    private static final String SHOW_ALL = "all";

    private final KeycloakSession session;
    private final Instant now;
    private final Clock clock;
    private final RealmModel realm;
    private final AgreementProvider agreements;
    private final AgreementUrls urls;

    OpenAgreementsResource(KeycloakSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
        this.now = clock.instant();
        this.realm = session.getContext().getRealm();
        this.agreements = session.getProvider(AgreementProvider.class);
        this.urls = new AgreementUrls(session, realm);
    }

    /** The page shows all agreements in force; JSON has all that have a published version. */
    @GET
    public Response list(@Context Request request) {
        return answer(request, answers -> {
            if (answers.inJson()) {
                List<Agreement> all = agreements.catalogue(realm).agreements();
                return answers.json(OpenAgreements.of(realm, all, now), Freshness.CHECKED);
            }
            return answers.page("agreements.ftl", "agreements", inForce(answers));
        });
    }

    private List<ListedAgreement> inForce(Answers answers) {
        AgreementViews views = views(answers);
        return agreements.catalogue(realm).agreements().stream()
                .flatMap(agreement -> agreement.inForce(now).stream()
                        .map(version -> new ListedAgreement(
                                views.of(agreement, version, HEADING_SHIFT), agreement.requirement())))
                .toList();
    }

    /** The views for administrators on a page of its own; a key that no agreement can have. */
    @GET
    @Path("console")
    @Produces(MediaType.TEXT_HTML)
    public Response console() {
        return new ConsolePage(session).show();
    }

    /**
     * The words of the views in a console, as the realm and its theme have them.
     *
     * @param console {@code admin} or {@code account}
     * @param locale the language of the reader
     */
    @GET
    @Path("console/words/{console}/{locale}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response words(
            @PathParam("console") String console, @PathParam("locale") String locale, @Context Request request) {
        return answer(request, answers -> {
            Console shown = Console.named(console)
                    .filter(any -> locale.length() <= Limits.LANGUAGE_TAG)
                    .orElseThrow(Problem::notFound);
            ConsoleWords words = ConsoleWords.of(session, realm, shown, Locale.forLanguageTag(locale));
            return answers.json(OpenWords.of(shown, words), Freshness.CHECKED);
        });
    }

    /** What concerns the user who calls; a key that no agreement can have. */
    @Path("me")
    public Object me() {
        return HttpMethod.OPTIONS.equals(session.getContext().getHttpRequest().getHttpMethod())
                ? new Preflight()
                : MyAgreementsResource.authenticated(session, clock);
    }

    /**
     * Everything that is kept of a user who is in the middle of signing in, as a ZIP; a key that no agreement can have. The
     * form field {@code pass} is what the page got that has the form.
     */
    @POST
    @Path("export")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces({MediaType.TEXT_HTML, MyExport.ZIP, MediaType.APPLICATION_JSON})
    public Response export(@Context Request request) {
        String issued =
                session.getContext().getHttpRequest().getDecodedFormParameters().getFirst(AgreementUrls.EXPORT_PASS);
        Optional<ExportPass> pass = ExportPass.read(session, realm, issued, clock);
        pass.map(ExportPass::locale).ifPresent(locale -> LocaleChoice.carryOver(session, locale));
        return answer(request, answers -> download(pass.orElseThrow(Problem::noExportPass)));
    }

    /** Where the choice of language leads from a page that says why there was nothing to download. */
    @GET
    @Path("export")
    public Response noExport(@Context Request request) {
        return answer(request, answers -> {
            throw Problem.noExportPass();
        });
    }

    private Response download(ExportPass pass) {
        UserModel user = pass.holder(session, realm).orElseThrow(Problem::noExportPass);
        MyExport export = new MyExport(session, realm, user, clock);
        export.begin(Method.LOGIN, pass.clientId(), pass.signIn().sessionId()).ifPresent(wait -> {
            throw Problem.exportTooEarly(wait);
        });
        return export.download();
    }

    /** The log of the realm's records; a key that no agreement can have. */
    @Path("log")
    public OpenLogResource log() {
        return new OpenLogResource(session);
    }

    /** Where anybody verifies a receipt, in the browser; a key that no agreement can have. */
    @GET
    @Path("verify")
    @Produces(MediaType.TEXT_HTML)
    public Response verify(@Context Request request) {
        return answer(
                request,
                answers -> answers.page(
                        "agreements-verify.ftl",
                        "receipts",
                        new ReceiptPage(
                                Assets.verifier().orElse(null), urls.logKeys().getRawPath())));
    }

    /** The version in force of one agreement. */
    @GET
    @Path("{key}")
    public Response inForce(@PathParam("key") String key, @Context Request request) {
        return answer(request, answers -> {
            Agreement agreement = find(key);
            Version version = agreement.inForce(now).orElseThrow(Problem::notFound);
            return answers.inJson()
                    ? answers.json(
                            OpenAgreement.of(agreement, version, now, text -> whole(agreement, text)),
                            Freshness.CHECKED)
                    : page(answers, agreement, version);
        });
    }

    /** One version for good, once it has been published. */
    @GET
    @Path("{key}/versions/{number}")
    public Response version(
            @PathParam("key") String key, @PathParam("number") String number, @Context Request request) {
        return answer(request, answers -> {
            Agreement agreement = find(key);
            Version version = published(agreement, number);
            return answers.inJson()
                    ? answers.json(
                            OpenVersion.WithAgreement.of(agreement, version, now, text -> whole(agreement, text)),
                            Freshness.MINUTES)
                    : page(answers, agreement, version);
        });
    }

    /** The file of a text: exactly the bytes its digest is of. Its language is in its address, so nobody gets another. */
    @GET
    @Path("{key}/versions/{number}/{locale}.md")
    @Produces({MARKDOWN, MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    public Response file(
            @PathParam("key") String key,
            @PathParam("number") String number,
            @PathParam("locale") String locale,
            @Context Request request) {
        return answer(request, answers -> {
            Agreement agreement = find(key);
            Version version = published(agreement, number);
            Text text = version.text(locale).orElseThrow(Problem::notFound);
            return answers.file(
                    agreements.content(text).orElseThrow(Problem::notFound),
                    MediaType.valueOf(MARKDOWN),
                    agreement.key() + "-" + version.number() + "-" + text.locale() + ".md",
                    text.digest());
        });
    }

    /**
     * What changed between two published versions. What nobody has compared yet is compared one at a time: 503 says after how
     * many seconds it is worth asking again.
     *
     * @param from number of the older one; if left out, the published one before the newer
     * @param to number of the newer one; if left out, the one published last
     * @param show {@code all} for a page with what is untouched, too
     */
    @GET
    @Path("{key}/changes")
    public Response changes(
            @PathParam("key") String key,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("show") String show,
            @Context Request request) {
        return answer(request, answers -> {
            Agreement agreement = find(key);
            VersionPair pair = VersionPair.of(agreement, from, to, now);
            ChangesView view = compared(answers, agreement, pair);
            return answers.inJson()
                    ? answers.json(AgreementChanges.of(agreement, view), Freshness.CHECKED)
                    : answers.page("agreement-changes.ftl", "agreement", changesPage(view, SHOW_ALL.equals(show)));
        });
    }

    private ChangesView compared(Answers answers, Agreement agreement, VersionPair pair) {
        try {
            return views(answers).changesForAnybody(agreement, pair.older(), pair.newer());
        } catch (BusyException e) {
            throw Problem.busy(e.timeToWait());
        }
    }

    private ChangesPage changesPage(ChangesView view, boolean whole) {
        return new ChangesPage(
                view,
                whole,
                UriBuilder.fromUri(urls.changes(
                                view.key(), view.older().number(), view.newer().number()))
                        .queryParam("show", whole ? "changes" : SHOW_ALL)
                        .build()
                        .toString());
    }

    private interface Answering {
        Response answer(Answers answers);
    }

    private Response answer(Request request, Answering answering) {
        Answers answers = Answers.to(request, session, urls);
        try {
            return answering.answer(answers);
        } catch (Problem problem) {
            boolean isMissing = problem.status() == Response.Status.NOT_FOUND && !answers.inJson();
            return answers.problem(problem, isMissing ? inForce(answers) : List.of());
        }
    }

    private Agreement find(String key) {
        return agreements.catalogue(realm).find(key).orElseThrow(Problem::notFound);
    }

    private Version published(Agreement agreement, String number) {
        return agreement.versions().stream()
                .filter(candidate -> String.valueOf(candidate.number()).equals(number))
                .filter(candidate -> candidate.timeline().isPublished(now))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private Response page(Answers answers, Agreement agreement, Version version) {
        AgreementViews views = views(answers);
        AgreementView view = views.of(agreement, version, HEADING_SHIFT);
        List<Version> published = agreement.versions().stream()
                .filter(other -> other.timeline().isPublished(now))
                .sorted(Comparator.comparingInt(Version::number).reversed())
                .toList();
        List<OtherVersion> others = published.stream()
                .map(other -> new OtherVersion(
                        views.edition(other),
                        urls.version(agreement.key(), other.number()).toString(),
                        other.number() == version.number()))
                .toList();
        return answers.page(
                "agreement.ftl",
                "agreement",
                new VersionPage(
                        view,
                        agreement.isAcknowledgement(),
                        urls.file(agreement.key(), version.number(), view.locale())
                                .toString(),
                        others,
                        agreement.state(version, now),
                        changesLink(agreement, version)));
    }

    private VersionPage.ChangesLink changesLink(Agreement agreement, Version version) {
        return VersionPair.before(agreement, version, now)
                .map(older -> new VersionPage.ChangesLink(
                        older.number(),
                        urls.changes(agreement.key(), older.number(), version.number())
                                .toString()))
                .orElse(null);
    }

    /** Whoever puts the text into a page may have others there. */
    private OpenText whole(Agreement agreement, Text text) {
        Surroundings surroundings = Surroundings.among(HEADING_SHIFT, agreement.key(), text.locale());
        return agreements
                .content(text)
                .map(content -> OpenText.of(
                        text,
                        TextBytes.decode(content),
                        agreements.rendered(text, surroundings),
                        agreements.attention(text).stream()
                                .map(clause -> OpenText.Clause.of(clause, surroundings))
                                .toList()))
                .orElseGet(() -> OpenText.of(text));
    }

    private AgreementViews views(Answers answers) {
        PageMessages messages = answers.messages();
        return new AgreementViews(agreements, messages, urls);
    }
}
