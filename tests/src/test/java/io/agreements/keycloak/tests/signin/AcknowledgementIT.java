package io.agreements.keycloak.tests.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.AuthorizationRequest;
import io.agreements.keycloak.testing.oidc.Callback;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.oidc.TokenResponse;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.AccountConsole;
import io.agreements.keycloak.tests.fixture.page.AdminConsole;
import io.agreements.keycloak.tests.fixture.page.RegistrationForm;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.AgreementMappers;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import io.agreements.keycloak.tests.fixture.rest.Importer;
import io.agreements.keycloak.tests.fixture.rest.MyRest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An agreement that is only to be taken note of, such as a privacy notice: never is it worded as consent. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AcknowledgementIT {

    private static final String NOTICE = "privacy";

    /** "Agreement" is what a document is called, and says nothing of what its reader does. */
    private static final Pattern CONSENT =
            Pattern.compile("\\b(agree[sd]?|agreeing|accept\\w*|consent\\w*)\\b|同意|接受", Pattern.CASE_INSENSITIVE);

    /** Has nothing but a notice. */
    private Pop800 noticeOnly;

    /** Has a notice beside the sample realm's agreements. */
    private Pop800 mixed;

    @BeforeAll
    void createRealms(KeycloakServer server) {
        noticeOnly = Pop800.create(server, files -> files.withoutAny().dropNotice(NOTICE));
        mixed = Pop800.create(server, files -> files.dropNotice(NOTICE));
        AccountConsole.useTheme(noticeOnly, AccountConsole.AGREEMENTS);
        AdminConsole.useTheme(server, AdminConsole.AGREEMENTS);
    }

    @AfterAll
    void useTheStockTheme(KeycloakServer server) {
        AdminConsole.useTheme(server, AdminConsole.STOCK);
    }

    static Stream<VisitorProfile> readers() {
        return Stream.of(
                VisitorProfile.chinese(),
                VisitorProfile.english(),
                VisitorProfile.chinese().on(Screen.PHONE),
                VisitorProfile.english().on(Screen.PHONE));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void whoRegistersTakesNoteAndConsentsToNothing(VisitorProfile profile, WebBrowser browser) {
        Visitor visitor = browser.visit(profile);
        String email = newName();
        SignIn registration = open(noticeOnly.client().registration(), profile, visitor);
        RegistrationForm form = new RegistrationForm(visitor.page()).fill(email);
        look(visitor, "registration");
        form.submit();
        assertThat(form.error(NOTICE)).isVisible();
        look(visitor, "registration-missing");
        form.fillPasswords().tick(NOTICE).submit();

        assertThat(registration.awaitTokens().idTokenClaims().path("email").asText())
                .isEqualTo(email);
        assertThat(noticeOnly.records(idOf(noticeOnly, email)))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("decision", "ACKNOWLEDGED")
                        .containsEntry("method", "REGISTRATION")
                        .containsEntry("agreement_key", NOTICE));
        assertThat(noticeOnly.standings(idOf(noticeOnly, email)))
                .extracting(row -> row.get("decision"))
                .containsExactly("ACKNOWLEDGED");
    }

    @ParameterizedTest
    @MethodSource("readers")
    void whoDoesNotGoOnIsNotTrappedAndHasRefusedNothing(VisitorProfile profile, WebBrowser browser) {
        Visitor visitor = browser.visit(profile);
        String email = newName();
        String userId = noticeOnly.newUser(email).toRepresentation().getId();
        SignIn signIn = open(noticeOnly.client().authorization(), profile, visitor);
        SignInPages pages = new SignInPages(visitor.page()).submitPassword(email, Pop800.PASSWORD);
        look(visitor, "sign-in");
        pages.press("stop");
        assertThat(pages.declined()).isVisible();
        assertThat(visitor.page().locator("#agreement-export-form")).isVisible();
        assertThat(visitor.page().locator("#agreement-deletion-form")).isVisible();
        look(visitor, "stopped");
        assertThat(noticeOnly.records(userId)).isEmpty();

        visitor.page().locator("#agreement-deletion-form button").click();
        assertThat(visitor.page().locator("#account-deletion-form")).isVisible();
        assertNoConsent(visitor.page());
        visitor.page().locator("#account-deletion-form button").first().click();
        if (pages.declined().isVisible()) {
            pages.press("read");
        }
        assertThat(pages.acceptance()).isVisible();
        pages.press("acknowledge");
        signIn.awaitCallback().code();
        assertThat(noticeOnly.records(userId, NOTICE))
                .extracting(row -> row.get("decision"), row -> row.get("method"))
                .containsExactly(tuple("ACKNOWLEDGED", "LOGIN"));
    }

    @Test
    void whoLeavesIsNotSaidToHaveAccepted(WebBrowser browser) {
        Visitor visitor = browser.visit(VisitorProfile.english());
        String email = newName();
        noticeOnly.newUser(email);
        SignIn signIn = open(noticeOnly.client().authorization(), VisitorProfile.english(), visitor);
        new SignInPages(visitor.page())
                .submitPassword(email, Pop800.PASSWORD)
                .press("stop")
                .press("leave");

        Callback callback = signIn.awaitCallback();
        assertThat(callback.error()).isEqualTo("access_denied");
        assertThat(callback.errorDescription()).isEqualTo("Not taken note of: agreement privacy version 1");
    }

    @Test
    void anAnswerThatAcceptsANoticeIsNotTaken(WebBrowser browser) {
        Visitor visitor = browser.visit(VisitorProfile.english());
        String email = newName();
        String userId = noticeOnly.newUser(email).toRepresentation().getId();
        open(noticeOnly.client().authorization(), VisitorProfile.english(), visitor);
        SignInPages pages = new SignInPages(visitor.page()).submitPassword(email, Pop800.PASSWORD);
        visitor.page().locator("button[value=acknowledge]").evaluate("button => button.value = 'accept'");
        pages.press("accept");

        assertThat(visitor.page().locator("button[value=acknowledge]")).isVisible();
        assertThat(noticeOnly.records(userId)).isEmpty();
    }

    @Test
    void besideAConsentEachHasItsOwnWordsAndDecliningIsOfTheConsentAlone(WebBrowser browser) {
        for (VisitorProfile profile : List.of(VisitorProfile.chinese(), VisitorProfile.english())) {
            Visitor visitor = browser.visit(profile);
            String email = newName();
            String userId = mixed.newUser(email).toRepresentation().getId();
            SignIn signIn = open(mixed.client().authorization(), profile, visitor);
            SignInPages pages = new SignInPages(visitor.page()).submitPassword(email, Pop800.PASSWORD);
            assertThat(visitor.page().locator(".agr-sentence")).hasCount(2);
            visitor.hear("acknowledgement/mixed-sign-in-" + profile.locale());
            visitor.takePicture("acknowledgement/mixed-sign-in-" + profile.locale());
            visitor.assertAccessible();
            pages.press("decline");
            assertThat(pages.declined()).isVisible();
            assertThat(mixed.records(userId))
                    .extracting(row -> row.get("agreement_key"), row -> row.get("decision"))
                    .containsExactly(tuple(Pop800.AGREEMENT, "DECLINED"));
            pages.press("read").press("confirm");
            signIn.awaitCallback().code();
            assertThat(mixed.standings(userId))
                    .extracting(row -> row.get("decision"))
                    .containsExactlyInAnyOrder("ACCEPTED", "ACKNOWLEDGED", "DECLINED", "DECLINED");
        }
        Visitor visitor = browser.visit(VisitorProfile.english());
        open(mixed.client().registration(), VisitorProfile.english(), visitor);
        assertThat(visitor.page().locator(".agr-sentence")).hasCount(2);
        visitor.hear("acknowledgement/mixed-registration");
        visitor.takePicture("acknowledgement/mixed-registration");
    }

    @Test
    void theOtherVerbIsRefusedByAnErrorThatNamesTheRightOne(WebBrowser browser) {
        String email = newName();
        String userId = mixed.newUser(email).toRepresentation().getId();
        AgreementMappers.add(mixed, "sample", "notices", NOTICE);
        Visitor visitor = browser.visit(VisitorProfile.english());
        SignIn signIn = open(mixed.client().authorization(), VisitorProfile.english(), visitor);
        new SignInPages(visitor.page()).submitPassword(email, Pop800.PASSWORD).press("confirm");
        TokenResponse tokens = signIn.awaitTokens();
        MyRest my = new MyRest(mixed, tokens.accessToken());

        for (String wrong : List.of("ACCEPTED", "DECLINED", "WITHDRAWN")) {
            MyRest.Reply refused = my.put("/" + NOTICE, answer(mixed, userId, NOTICE, wrong));
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().path("errorMessage").asText()).contains("Send ACKNOWLEDGED");
        }
        MyRest.Reply consent = my.put("/" + Pop800.AGREEMENT, answer(mixed, userId, Pop800.AGREEMENT, "ACKNOWLEDGED"));
        assertThat(consent.status()).isEqualTo(409);
        assertThat(consent.json().path("errorMessage").asText()).contains("Send ACCEPTED");
        assertThat(my.put("/" + NOTICE, answer(mixed, userId, NOTICE, "ACKNOWLEDGED"))
                        .json()
                        .path("decision")
                        .asText())
                .isEqualTo("ACKNOWLEDGED");
        assertThat(tokens.idTokenClaims().path("notices")).singleElement().satisfies(told -> {
            assertThat(told.path("key").asText()).isEqualTo(NOTICE);
            assertThat(told.path("decision").asText()).isEqualTo("ACKNOWLEDGED");
        });
    }

    @Test
    void anAdministratorSeesWhoTookNoteAndCannotMakeAConsentOfIt(WebBrowser browser) {
        String email = newName();
        String userId = noticeOnly.newUser(email).toRepresentation().getId();
        acknowledge(browser, email);
        AdminApi admin = AdminApi.of(noticeOnly);

        JsonNode coverage = admin.get("/" + NOTICE + "/coverage").successful();
        assertThat(coverage.path("acknowledged").asInt()).isPositive();
        assertThat(coverage.path("accepted").asInt()).isZero();
        assertThat(admin.get("/" + NOTICE + "/users?status=ACKNOWLEDGED").body())
                .contains(userId);
        assertThat(admin.table("/" + NOTICE + "/users?status=ACKNOWLEDGED").body())
                .contains("ACKNOWLEDGED");
        JsonNode stored = admin.get("/" + NOTICE).successful();
        AdminApi.Reply refused =
                admin.put("/" + NOTICE, stored.toString().replace("\"ACKNOWLEDGEMENT\"", "\"REQUIRED\""));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.errorMessage()).contains("cannot change to REQUIRED");

        for (VisitorProfile profile : List.of(VisitorProfile.english(), VisitorProfile.chinese())) {
            AdminConsole console = AdminConsole.signIn(browser, profile, noticeOnly, "agreements");
            for (String path : List.of(
                    "agreements",
                    "agreements/" + NOTICE + "/versions",
                    "agreements/" + NOTICE + "/coverage",
                    "agreements/" + NOTICE + "/settings")) {
                console.open(path);
                assertThat(console.page().locator(AdminConsole.VIEWS).first()).isVisible();
                assertThat(console.page().locator(AdminConsole.VIEWS + " .pf-v5-c-spinner"))
                        .hasCount(0);
                assertNoConsent(console.page());
                console.visitor()
                        .takePicture("acknowledgement/console-" + path.replace('/', '-') + "-" + profile.locale());
            }
            console.open("agreements-ledger");
            assertThat(console.page().getByRole(AriaRole.GRID).first())
                    .containsText(profile.locale().equals("en") ? "Took note of version 1" : "知悉第 1 版");
            console.visitor().takePicture("acknowledgement/console-ledger-" + profile.locale());
        }
    }

    @Test
    void theAccountPageTellsWhenNoteWasTakenAndHasNothingToWithdraw(WebBrowser browser) {
        String email = newName();
        noticeOnly.newUser(email);
        acknowledge(browser, email);
        for (VisitorProfile profile : List.of(VisitorProfile.chinese(), VisitorProfile.english())) {
            AccountConsole console = AccountConsole.signIn(browser, profile, noticeOnly, email, "agreements");
            assertThat(console.page().locator(AccountConsole.VIEWS + " article"))
                    .hasCount(1);
            assertThat(console.page().locator(AccountConsole.VIEWS + " article"))
                    .containsText(profile.locale().equals("en") ? "You took note of version 1" : "知悉了第 1 版");
            assertThat(console.page().locator(AccountConsole.VIEWS + " article input"))
                    .hasCount(0);
            console.look("acknowledgement/account-" + profile.locale() + "-desktop");
            assertNoConsent(console.page());
            AccountConsole.signIn(browser, profile.on(Screen.PHONE), noticeOnly, email, "agreements")
                    .look("acknowledgement/account-" + profile.locale() + "-phone");
        }
    }

    @Test
    void aNewVersionIsTakenNoteOfAgainAndThePagesEverybodySeesSayOnlyThat(KeycloakServer server, WebBrowser browser) {
        Pop800 realm = Pop800.create(server, files -> files.withoutAny().dropNotice(NOTICE));
        String email = newName();
        String userId = realm.newUser(email).toRepresentation().getId();
        acknowledge(realm, browser, email);
        realm.edits().noticeText(NOTICE, 2, "Your name and your phone number.", "您的姓名和电话。");
        Importer.run(realm);

        for (VisitorProfile profile : List.of(VisitorProfile.chinese(), VisitorProfile.english())) {
            Visitor visitor = browser.visit(profile);
            open(realm.client().authorization(), profile, visitor);
            new SignInPages(visitor.page()).submitPassword(email, Pop800.PASSWORD);
            assertThat(visitor.page().locator(".agr-change")).isVisible();
            look(visitor, "changed");
            for (String path : List.of("", "/" + NOTICE, "/" + NOTICE + "/changes")) {
                visitor.page().navigate(realm.realm().url() + "/agreements" + path);
                assertNoConsent(visitor.page());
            }
        }
        acknowledge(realm, browser, email);
        assertThat(realm.records(userId, NOTICE))
                .extracting(row -> row.get("version_number"), row -> row.get("decision"), row -> row.get("diff_from"))
                .containsExactly(tuple(1, "ACKNOWLEDGED", null), tuple(2, "ACKNOWLEDGED", 1));
    }

    private void acknowledge(WebBrowser browser, String email) {
        acknowledge(noticeOnly, browser, email);
    }

    private static void acknowledge(Pop800 realm, WebBrowser browser, String email) {
        Visitor visitor = browser.visit(VisitorProfile.english());
        SignIn signIn = open(realm.client().authorization(), VisitorProfile.english(), visitor);
        new SignInPages(visitor.page()).submitPassword(email, Pop800.PASSWORD).press("acknowledge");
        signIn.awaitCallback().code();
    }

    private static SignIn open(AuthorizationRequest request, VisitorProfile profile, Visitor visitor) {
        return request.with("ui_locales", profile.locale().equals("en") ? "en" : "zh-Hans")
                .open(visitor.page());
    }

    private static void look(Visitor visitor, String name) {
        String size = visitor.page().viewportSize().width > 600 ? "desktop" : "phone";
        String picture =
                "acknowledgement/" + name + "-" + visitor.page().locator("html").getAttribute("lang") + "-" + size;
        visitor.hearAtADesk(picture);
        visitor.takePicture(picture);
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        visitor.takePicture(picture + "-dark");
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        visitor.assertAccessible();
        assertNoConsent(visitor.page());
    }

    private static void assertNoConsent(Page page) {
        String words = page.locator("body").innerText();
        assertThat(CONSENT.matcher(words).results().map(found -> found.group()).toList())
                .as(words)
                .isEmpty();
    }

    private static String answer(Pop800 realm, String userId, String key, String decision) {
        Map<String, Object> shown = realm.records(userId, key).get(0);
        return "{\"decision\": \"%s\", \"version\": %s, \"locale\": \"%s\", \"digest\": \"%s\"}"
                .formatted(decision, shown.get("version_number"), shown.get("locale"), shown.get("text_digest"));
    }

    private static String newName() {
        return "person-" + UUID.randomUUID() + "@example.org";
    }

    private static String idOf(Pop800 realm, String email) {
        return realm.realm().user(email).toRepresentation().getId();
    }
}
