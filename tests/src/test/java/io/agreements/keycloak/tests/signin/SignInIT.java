package io.agreements.keycloak.tests.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.agreements.keycloak.testing.MainFlow;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.Callback;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.oidc.TokenResponse;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.running.MovedClock;
import io.agreements.keycloak.tests.fixture.page.Impersonation;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.Importer;
import io.agreements.keycloak.tests.fixture.rest.OAuthClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A person who has an account is asked for what is owed. */
@MainFlow
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SignInIT {

    private static final String AGREEMENT = Pop800.AGREEMENT;

    private Pop800 pop800;

    @BeforeAll
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server);
    }

    static Stream<Arguments> readers() {
        return Stream.of(
                Arguments.of("zh-desktop", VisitorProfile.chinese(), "zh-Hans"),
                Arguments.of("zh-phone", VisitorProfile.chinese().on(Screen.PHONE), "zh-Hans"),
                Arguments.of("en-desktop", VisitorProfile.english(), "en"),
                Arguments.of("en-phone", VisitorProfile.english().on(Screen.PHONE), "en"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readers")
    void whoHasNotDecidedIsAskedAndAfterAcceptingGoesOnToTheClient(
            String name, VisitorProfile profile, String locale, WebBrowser browser) {
        Person person = newPerson();
        Visitor visitor = browser.visit(profile);
        SignIn signIn =
                pop800.client().authorization().with("ui_locales", locale).open(visitor.page());
        visitor.hear("sign-in/password-" + name);
        visitor.takePicture("sign-in/password-" + name);
        visitor.assertAccessible();
        SignInPages pages = new SignInPages(visitor.page()).submitPassword(person.email(), Pop800.PASSWORD);
        for (String decision : List.of("accept", "decline")) {
            assertThat(visitor.page().locator("button[value=" + decision + "]")).isInViewport();
        }
        assertThat(visitor.page().locator("#agreement-" + AGREEMENT + "-text")).hasCSS("max-height", "none");
        visitor.hear("sign-in/first-time-" + name);
        visitor.takePicture("sign-in/first-time-" + name);
        visitor.assertAccessible();
        visitor.page().locator("#agreement-personalisation").check();
        pages.press("accept");

        assertThat(signIn.awaitTokens().idTokenClaims().path("sub").asText()).isEqualTo(person.id());
        assertThat(pop800.records(person.id(), AGREEMENT))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("decision", "ACCEPTED")
                        .containsEntry("method", "LOGIN")
                        .containsEntry("locale", locale)
                        .containsEntry("username", person.email()));
        assertThat(decision(person, "personalisation")).isEqualTo("ACCEPTED");
        assertThat(decision(person, "news-by-mail")).isEqualTo("DECLINED");
        assertThat(visitor.errors()).isEmpty();

        Callback again = pop800.client().authorization().open(visitor.newPage()).awaitCallback();
        assertThat(again.error()).isNull();
        assertThat(pop800.records(person.id())).hasSize(3);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readers")
    void whoDeclinesIsToldWhatNowAndLeadsTheClientToAccessDenied(
            String name, VisitorProfile profile, String locale, WebBrowser browser) {
        Person person = newPerson();
        Visitor visitor = browser.visit(profile);
        SignIn signIn =
                pop800.client().authorization().with("ui_locales", locale).open(visitor.page());
        SignInPages pages = new SignInPages(visitor.page())
                .submitPassword(person.email(), Pop800.PASSWORD)
                .press("decline");
        assertThat(pages.declined()).isVisible();
        visitor.hear("sign-in/declined-" + name);
        visitor.takePicture("sign-in/declined-" + name);
        visitor.assertAccessible();
        assertThat(signIn.isOver()).isFalse();
        pages.press("leave");

        Callback callback = signIn.awaitCallback();
        assertThat(callback.error()).isEqualTo("access_denied");
        assertThat(callback.errorDescription()).contains(AGREEMENT).contains("version 1");
        assertThat(pop800.records(person.id()))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("agreement_key", AGREEMENT)
                        .containsEntry("decision", "DECLINED")
                        .containsEntry("locale", locale));
        assertThat(pop800.realm().admin().users().get(person.id()).getUserSessions())
                .isEmpty();
        assertThat(silent(visitor).error()).isEqualTo("login_required");
    }

    @Test
    void whoDeclinesCanReadAgainAndAccept(WebBrowser browser) {
        Person person = newPerson();
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        SignIn signIn = signIn(visitor, person);
        SignInPages pages = new SignInPages(visitor.page()).press("decline").press("read");
        assertThat(pages.acceptance()).isVisible();
        pages.press("accept");

        signIn.awaitCallback().code();
        assertThat(pop800.records(person.id(), AGREEMENT))
                .extracting(row -> row.get("decision"))
                .containsExactly("DECLINED", "ACCEPTED");
        assertThat(decision(person, AGREEMENT)).isEqualTo("ACCEPTED");
    }

    @Test
    void itWorksWithoutScripts(WebBrowser browser) {
        Person person = newPerson();
        Visitor visitor = browser.visit(VisitorProfile.chinese().withoutJavaScript());
        SignIn signIn = signIn(visitor, person);
        new SignInPages(visitor.page()).press("accept");

        signIn.awaitCallback().code();
        assertThat(pop800.records(person.id(), AGREEMENT))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("end_reached", null));
    }

    @Test
    void thereIsHalfAnHourToReadThePage(KeycloakServer server, WebBrowser browser) {
        Visitor visitor = browser.visit(VisitorProfile.english());
        SignIn signIn = signIn(visitor, newPerson());
        assertThat(new SignInPages(visitor.page()).acceptance()).isVisible();
        try (MovedClock clock = MovedClock.of(server)) {
            clock.ahead(Duration.ofMinutes(29));
            new SignInPages(visitor.page()).press("accept");

            assertThat(signIn.awaitCallback().code()).isNotBlank();
        }
    }

    @Test
    void aNewVersionIsAskedForAtTheNextSignInWithTheChangeNamed(KeycloakServer server, WebBrowser browser) {
        Pop800 changing = Pop800.create(server);
        Person person = newPerson(changing);
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        accept(changing, visitor, person);
        changing.edits().dropSecondVersion();
        Importer.run(changing);

        assertThat(silent(changing, visitor).error()).isEqualTo("interaction_required");
        for (VisitorProfile profile :
                List.of(VisitorProfile.chinese(), VisitorProfile.english().on(Screen.PHONE))) {
            Visitor elsewhere = browser.visit(profile);
            signIn(changing, elsewhere, person);
            elsewhere.hear("sign-in/changed-" + profile.locale());
            elsewhere.takePicture("sign-in/changed-" + profile.locale());
            elsewhere.assertAccessible();
        }
        SignIn signIn = changing.client().authorization().open(visitor.page());
        SignInPages pages = new SignInPages(visitor.page());
        assertThat(pages.heading()).isEqualTo("协议有更新");
        assertThat(visitor.page().locator(".agr-change").innerText())
                .contains("第 1 版", "明确了更新公示期", "修改： 第九条", "新增： 第十二条 未成年人");
        assertThat(visitor.page().locator(".agr-change li")).hasCount(2);
        pages.press("accept");

        signIn.awaitCallback().code();
        assertThat(changing.records(person.id(), AGREEMENT))
                .extracting(row -> row.get("version_number"), row -> row.get("diff_from"))
                .containsExactly(tuple(1, null), tuple(2, 1));
        assertThat(silent(changing, visitor).code()).isNotBlank();
    }

    @Test
    void decliningTheChangeInASingleSignOnSessionEndsThatSession(KeycloakServer server, WebBrowser browser) {
        Pop800 changing = Pop800.create(server);
        Person person = newPerson(changing);
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        accept(changing, visitor, person);
        changing.edits().dropSecondVersion();
        Importer.run(changing);
        SignIn signIn = changing.client().authorization().open(visitor.page());
        new SignInPages(visitor.page()).press("decline").press("leave");

        assertThat(signIn.awaitCallback().error()).isEqualTo("access_denied");
        assertThat(changing.realm().admin().users().get(person.id()).getUserSessions())
                .isEmpty();
        assertThat(silent(changing, visitor).error()).isEqualTo("login_required");
    }

    @Test
    void whoDeclinedTheChangeIsShownItAgain(KeycloakServer server, WebBrowser browser) {
        Pop800 changing = Pop800.create(server);
        Person person = newPerson(changing);
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        accept(changing, visitor, person);
        changing.edits().dropSecondVersion();
        Importer.run(changing);
        SignIn declined = changing.client().authorization().open(visitor.page());
        new SignInPages(visitor.page()).press("decline").press("leave");
        assertThat(declined.awaitCallback().error()).isEqualTo("access_denied");

        SignIn again = signIn(changing, visitor, person);
        SignInPages pages = new SignInPages(visitor.page());
        assertThat(pages.heading()).isEqualTo("协议有更新");
        assertThat(visitor.page().locator(".agr-change").innerText()).contains("第 1 版", "修改： 第九条");
        pages.press("accept");

        again.awaitCallback().code();
        assertThat(changing.records(person.id(), AGREEMENT))
                .extracting(row -> row.get("version_number"), row -> row.get("diff_from"))
                .last()
                .isEqualTo(tuple(2, 1));
    }

    @Test
    void thePasswordGrantNamesTheAgreementUntilItIsAccepted(WebBrowser browser) {
        Person person = newPerson();
        TokenResponse refused = pop800.client().password(person.email(), Pop800.PASSWORD);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("invalid_grant");
        assertThat(refused.errorDescription()).contains("agreement " + AGREEMENT + " version 1");
        assertThat(refused.json().path("error_uri").asText())
                .isEqualTo(pop800.realm().url() + "/agreements/" + AGREEMENT + "/versions/1");

        accept(pop800, browser.visit(), person);
        assertThat(pop800.client().password(person.email(), Pop800.PASSWORD).status())
                .isEqualTo(200);
    }

    @Test
    void anOptionalConsentNeverBlocksASilentSignInNorThePasswordGrant(KeycloakServer server, WebBrowser browser) {
        Pop800 later = Pop800.create(
                server,
                files -> files.settings(
                        "news-by-mail",
                        yaml -> yaml.replaceFirst("(?m)^    label", "    draft: true\n    label")
                                .replaceFirst("(?m)^    effectiveAt.*\n", "")));
        Person person = newPerson(later);
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        accept(later, visitor, person);
        later.edits().settings("news-by-mail", yaml -> yaml.replace("    draft: true\n", ""));
        Importer.run(later);

        assertThat(silent(later, visitor).code()).isNotBlank();
        assertThat(later.client().password(person.email(), Pop800.PASSWORD).status())
                .isEqualTo(200);
        Visitor fresh = browser.visit(VisitorProfile.chinese());
        SignIn signIn = signIn(later, fresh, person);
        assertThat(new SignInPages(fresh.page()).heading()).isEqualTo("可选授权（自愿）");
        fresh.hear("sign-in/optional-only");
        fresh.takePicture("sign-in/optional-only");
        fresh.assertAccessible();
        new SignInPages(fresh.page()).press("accept");
        signIn.awaitCallback().code();
        assertThat(later.records(person.id(), "news-by-mail"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("decision", "DECLINED"));
        Visitor asIfNothing = browser.visit(VisitorProfile.chinese());
        assertThat(signIn(later, asIfNothing, person).awaitCallback().error()).isNull();
    }

    @Test
    void anApplicationCanSendTheUserToAccept(WebBrowser browser) {
        Person person = newPerson();
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        SignIn signIn = pop800.client()
                .authorization()
                .with("kc_action", "agreement-acceptance")
                .open(visitor.page());
        new SignInPages(visitor.page())
                .submitPassword(person.email(), Pop800.PASSWORD)
                .press("accept");
        assertThat(signIn.awaitCallback().actionStatus()).isEqualTo("success");

        Callback nothingOwed = pop800.client()
                .authorization()
                .with("kc_action", "agreement-acceptance")
                .open(visitor.page())
                .awaitCallback();
        assertThat(nothingOwed.actionStatus()).isEqualTo("success");
        assertThat(pop800.records(person.id(), AGREEMENT)).hasSize(1);
    }

    @Test
    void twoTabsMakeOneRecord(WebBrowser browser) {
        Person person = newPerson();
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        Page second = visitor.newPage();
        SignIn first = signIn(visitor, person);
        SignIn other = pop800.client().authorization().open(second);
        if (second.locator("#username").count() > 0) {
            new SignInPages(second).submitPassword(person.email(), Pop800.PASSWORD);
        }
        assertThat(new SignInPages(second).acceptance()).isVisible();
        new SignInPages(visitor.page()).press("accept");
        first.awaitCallback().code();
        if (!other.isOver()) {
            new SignInPages(second).press("accept");
        }
        second.waitForLoadState();

        assertThat(pop800.records(person.id(), AGREEMENT)).hasSize(1);
        assertNoStackTrace(second);
    }

    @Test
    void aDoubleClickMakesOneRecord(WebBrowser browser) {
        Person person = newPerson();
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        signIn(visitor, person);
        assertThat(new SignInPages(visitor.page()).acceptance()).isVisible();
        Object answers = visitor.page().evaluate("""
                        async () => {
                          // Keycloak's own scripts leave the page as soon as another tab has signed in.
                          for (let timer = 0; timer < 10000; timer++) { clearTimeout(timer); }
                          const form = document.getElementById("agreement-acceptance-form");
                          const body = new URLSearchParams(new FormData(form));
                          body.set("agreements-decision", "accept");
                          const send = () => fetch(form.action, { method: "POST", body, redirect: "manual" })
                            .then(answer => answer.status);
                          return Promise.all([send(), send(), send(), send()]);
                        }
                        """);

        assertThat(answers)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(4)
                .doesNotContain(500);
        assertThat(pop800.records(person.id(), AGREEMENT)).hasSize(1);
        assertThat(pop800.standings(person.id())).hasSize(3);
    }

    @ParameterizedTest(name = "told: {0}")
    @ValueSource(booleans = {true, false})
    void pressedTwiceItIsSentOnceAndAfterStoppingTheBrowserOnItsWayItCanBePressedAgain(
            boolean browserTells, WebBrowser browser) {
        Person person = newPerson();
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        Page page = visitor.page();
        if (!browserTells) {
            page.addInitScript("delete window.navigation");
            page.clock().install();
        }
        SignIn signIn = signIn(visitor, person);
        assertThat(new SignInPages(page).acceptance()).isVisible();
        page.waitForLoadState();
        List<Route> unanswered = new ArrayList<>();
        page.route(url -> url.contains("/login-actions/"), unanswered::add);
        // In one go: while a page is on its way elsewhere nothing can be asked of it from outside.
        page.evaluate("""
                async () => {
                  const accept = document.querySelector("button[value=accept]");
                  const aMoment = () => new Promise((done) => setTimeout(done, 100));
                  accept.click();
                  await aMoment();
                  accept.click();
                  await aMoment();
                  window.stop();
                }
                """);
        assertThat(unanswered).hasSize(1);

        page.unrouteAll();
        if (!browserTells) {
            page.clock().fastForward(3000);
        }
        new SignInPages(page).press("accept");
        assertThat(signIn.awaitCallback().code()).isNotBlank();
        assertThat(pop800.records(person.id(), AGREEMENT)).hasSize(1);
    }

    @Test
    void theBackButtonAndAnExpiredActionMakeNoSecondRecord(WebBrowser browser) {
        Person person = newPerson();
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        SignIn signIn = signIn(visitor, person);
        String stale = visitor.page().locator("#agreement-acceptance-form").getAttribute("action");
        new SignInPages(visitor.page()).press("accept");
        signIn.awaitCallback().code();
        visitor.page().waitForLoadState();
        visitor.page().goBack();
        if (visitor.page().locator("button[value=accept]").count() > 0) {
            new SignInPages(visitor.page()).press("accept");
            visitor.page().waitForLoadState();
        }
        assertNoStackTrace(visitor.page());
        visitor.page().navigate(stale);
        assertNoStackTrace(visitor.page());

        assertThat(pop800.records(person.id(), AGREEMENT)).hasSize(1);
    }

    @Test
    void anImpersonatingAdministratorIsNotAskedAndCannotAccept(KeycloakServer server, WebBrowser browser) {
        Person person = newPerson();
        Callback callback = impersonate(server, browser, person);

        assertThat(callback.code()).isNotBlank();
        assertThat(pop800.records(person.id())).isEmpty();
        assertThat(pop800.client().password(person.email(), Pop800.PASSWORD).error())
                .isEqualTo("invalid_grant");
    }

    @Test
    void whoImpersonatesAUserWhoOwesNothingDecidesNothingEither(KeycloakServer server, WebBrowser browser) {
        Person person = newPerson();
        Visitor visitor = browser.visit();
        SignIn signIn = signIn(visitor, person);
        new SignInPages(visitor.page()).press("accept");
        signIn.awaitCallback().code();
        List<Map<String, Object>> decided = pop800.records(person.id());

        assertThat(impersonate(server, browser, person).code()).isNotBlank();
        assertThat(pop800.records(person.id())).isEqualTo(decided);
    }

    @Test
    void whoImpersonatesThemselvesOwesWhatTheyOwed(WebBrowser browser) {
        Person person = newPerson();
        pop800.grant(person.email(), "manage-realm", "impersonation");
        String console = new OAuthClient(pop800, "admin-cli", null)
                .password(person.email(), "openid")
                .accessToken();
        Visitor visitor = browser.visit();
        Impersonation.begin(pop800, visitor, person.id(), console);

        SignIn signIn = pop800.client().authorization().open(visitor.page());
        assertThat(new SignInPages(visitor.page()).acceptance()).isVisible();
        assertThat(signIn.isOver()).isFalse();
        new SignInPages(visitor.page()).press("accept");
        assertThat(signIn.awaitTokens().accessToken()).isNotBlank();
        assertThat(pop800.records(person.id(), Pop800.AGREEMENT)).hasSize(1);
    }

    private Callback impersonate(KeycloakServer server, WebBrowser browser, Person person) {
        Visitor administrator = browser.visit();
        Impersonation.begin(
                pop800,
                administrator,
                person.id(),
                server.adminClient().tokenManager().getAccessTokenString());
        return pop800.client().authorization().open(administrator.page()).awaitCallback();
    }

    private record Person(String id, String email) {}

    private Person newPerson() {
        return newPerson(pop800);
    }

    private static Person newPerson(Pop800 realm) {
        String email = "person-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        return new Person(realm.newUser(email).toRepresentation().getId(), email);
    }

    private SignIn signIn(Visitor visitor, Person person) {
        return signIn(pop800, visitor, person);
    }

    private static SignIn signIn(Pop800 realm, Visitor visitor, Person person) {
        SignIn signIn = realm.client().authorization().open(visitor.page());
        new SignInPages(visitor.page()).submitPassword(person.email(), Pop800.PASSWORD);
        return signIn;
    }

    private static void accept(Pop800 realm, Visitor visitor, Person person) {
        SignIn signIn = signIn(realm, visitor, person);
        new SignInPages(visitor.page()).press("accept");
        signIn.awaitCallback().code();
    }

    private Callback silent(Visitor visitor) {
        return silent(pop800, visitor);
    }

    private static Callback silent(Pop800 realm, Visitor visitor) {
        return realm.client()
                .authorization()
                .with("prompt", "none")
                .open(visitor.newPage())
                .awaitCallback();
    }

    private Object decision(Person person, String agreementKey) {
        return pop800.records(person.id(), agreementKey).stream()
                .reduce((older, newer) -> newer)
                .orElseThrow()
                .get("decision");
    }

    private static void assertNoStackTrace(Page page) {
        assertThat(page.content()).doesNotContain("Exception").doesNotContain("\tat ");
    }
}
