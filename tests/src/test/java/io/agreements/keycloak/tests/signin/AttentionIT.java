package io.agreements.keycloak.tests.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.AccountConsole;
import io.agreements.keycloak.tests.fixture.page.RegistrationForm;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.AgreementEdits;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import io.agreements.keycloak.tests.fixture.rest.Importer;
import io.agreements.keycloak.tests.fixture.rest.MyRest;
import io.agreements.keycloak.tests.fixture.rest.PublicRest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A person's attention is drawn to the clauses the author marked, and the record says how. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AttentionIT {

    private static final String AGREEMENT = Pop800.AGREEMENT;
    private static final String LIST = ".agr-attention";
    private static final String LINKS = LIST + " a";

    /** What is out of sight is laid out only when it is scrolled to. */
    private static final String SETTLED =
            "() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 100)))";

    /** Three clauses, the last of them far below the first. */
    private static final String MARKED = "## 1. Data\n\n" + "Words that fill the page.\n\n".repeat(40)
            + "> [!IMPORTANT]\n> We show your name.\n\n## 2. Offers\n\n> [!IMPORTANT]\n> We are not liable for offers.\n\n"
            + "Words that fill the page.\n\n".repeat(40)
            + "> [!IMPORTANT]\n> You pay for what you order.\n\nThank you.\n";

    private Pop800 pop800;

    @BeforeAll
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server);
    }

    static Stream<Arguments> readers() {
        return Stream.of(
                Arguments.of("zh-desktop", VisitorProfile.chinese(), ColorScheme.LIGHT, "请特别注意： 第四条、第七条、第八条、第十条"),
                Arguments.of(
                        "zh-phone-dark",
                        VisitorProfile.chinese().on(Screen.PHONE),
                        ColorScheme.DARK,
                        "请特别注意： 第四条、第七条、第八条、第十条"),
                Arguments.of(
                        "en-desktop-dark",
                        VisitorProfile.english(),
                        ColorScheme.DARK,
                        "Please note in particular: 4, 7, 8, 10"),
                Arguments.of(
                        "en-phone",
                        VisitorProfile.english().on(Screen.PHONE),
                        ColorScheme.LIGHT,
                        "Please note in particular: 4, 7, 8, 10"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readers")
    void theClausesAreListedAboveTheTextAndSetOffInIt(
            String name, VisitorProfile profile, ColorScheme colours, String listed, WebBrowser browser) {
        Visitor visitor = browser.visit(profile);
        Page page = visitor.page();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        pop800.client().registration().open(page);

        assertThat(page.locator(LIST)).hasText(listed);
        assertThat((Boolean) page.evaluate("""
                () => {
                  const parts = ["title", "attention", "text", ""].map(part => part === "attention"
                    ? document.querySelector(".agr-attention")
                    : document.getElementById("agreement-user-registration" + (part && "-" + part)));
                  return parts.every((part, index) => index === 0
                    || parts[index - 1].compareDocumentPosition(part) & Node.DOCUMENT_POSITION_FOLLOWING);
                }
                """)).isTrue();
        visitor.hearAtADesk("attention/list-" + name);
        visitor.takePicture("attention/list-" + name);
        visitor.assertAccessible();
        page.locator(LINKS).nth(1).click();
        assertThat(clause(page, 1)).isInViewport();
        page.evaluate(SETTLED);
        assertThat(clause(page, 1)).isInViewport();
        visitor.takePicture("attention/clause-" + name);
        visitor.assertAccessible();

        page.navigate(pop800.realm().url() + "/agreements/" + AGREEMENT);
        assertThat(page.locator(LIST)).hasText(listed);
        visitor.hearAtADesk("attention/public-" + name);
        visitor.takePicture("attention/public-" + name);
        visitor.assertAccessible();
        page.locator(LINKS).nth(3).click();
        assertThat(clause(page, 3)).isInViewport();
        visitor.takePicture("attention/public-clause-" + name);
        assertThat(visitor.errors()).isEmpty();
    }

    @Test
    void theRecordSaysWhichClausesWereShownAndWhichCameIntoView(WebBrowser browser) {
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        SignIn registration = pop800.client().registration().open(visitor.page());
        String email = newEmail();
        RegistrationForm form = new RegistrationForm(visitor.page()).fill(email).tick(AGREEMENT);
        readClause(visitor.page(), 1);
        form.submit();
        String token = registration.awaitTokens().accessToken();

        String userId = pop800.realm().user(email).toRepresentation().getId();
        List<String> digests = digests(pop800, 1, "zh-Hans");
        assertThat(digests).hasSize(4).doesNotHaveDuplicates();
        assertThat(attention(pop800, userId)).isEqualTo(clauses(digests, false, true, false, false));
        JsonNode asAdministratorsSeeIt = AdminApi.of(pop800)
                .get("/records?type=ACCEPTANCE&agreement=" + AGREEMENT + "&user=" + userId)
                .successful()
                .path(0);
        assertThat(clauses(asAdministratorsSeeIt.at("/presentation/attention")))
                .isEqualTo(clauses(digests, false, true, false, false));
        assertThat(asAdministratorsSeeIt.path("details").has("attention")).isFalse();
        assertThat(new MyRest(pop800, token).get("/records?type=ACCEPTANCE").json())
                .filteredOn(entry -> entry.path("agreementKey").asText().equals(AGREEMENT))
                .singleElement()
                .satisfies(entry -> assertThat(clauses(entry.path("attention")))
                        .isEqualTo(clauses(digests, false, true, false, false)));
    }

    @Test
    void whatCameIntoViewStaysSeenWhereTheFormComesAgain(WebBrowser browser) {
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        SignIn registration = pop800.client().registration().open(visitor.page());
        String email = newEmail();
        RegistrationForm form = new RegistrationForm(visitor.page()).fill(email).tick(AGREEMENT);
        visitor.page().locator("#phoneNumber").fill("12345");
        readClause(visitor.page(), 0);
        form.submit();
        assertThat(visitor.page().locator("#input-error-phoneNumber")).isVisible();
        visitor.page().locator("#phoneNumber").fill("13800138000");
        form.fillPasswords();
        readClause(visitor.page(), 3);
        form.submit();
        registration.awaitCallback().code();

        String userId = pop800.realm().user(email).toRepresentation().getId();
        assertThat(attention(pop800, userId))
                .isEqualTo(clauses(digests(pop800, 1, "zh-Hans"), true, false, false, true));
    }

    @Test
    void signingInItIsOnRecordAsWell(WebBrowser browser) {
        Visitor visitor = browser.visit(VisitorProfile.english());
        String email = newEmail();
        String userId = pop800.newUser(email).toRepresentation().getId();
        SignIn signIn = signIn(pop800, visitor, email);
        readClause(visitor.page(), 2);
        new SignInPages(visitor.page()).press("accept");
        signIn.awaitCallback().code();

        assertThat(attention(pop800, userId)).isEqualTo(clauses(digests(pop800, 1, "en"), false, false, true, false));
    }

    @Test
    void withoutJavaScriptTheLinksWorkAndItIsNotKnownWhatCameIntoView(WebBrowser browser) {
        Visitor visitor = browser.visit(VisitorProfile.english().withoutJavaScript());
        String email = newEmail();
        String userId = pop800.newUser(email).toRepresentation().getId();
        SignIn signIn = signIn(pop800, visitor, email);
        visitor.page().locator(LINKS).nth(2).click();
        assertThat(clause(visitor.page(), 2)).isInViewport();
        new SignInPages(visitor.page()).press("accept");
        signIn.awaitCallback().code();

        assertThat(attention(pop800, userId)).isEqualTo(clauses(digests(pop800, 1, "en"), null, null, null, null));
    }

    @ParameterizedTest(name = "with JavaScript: {0}")
    @ValueSource(booleans = {true, false})
    void afterAChangeItIsSaidWhichClausesAreNewOrChangedAndALinkOpensTheText(
            boolean scripted, KeycloakServer server, WebBrowser browser) {
        Pop800 changing = Pop800.create(server);
        String email = newEmail();
        String userId = changing.newUser(email).toRepresentation().getId();
        Visitor before = browser.visit(VisitorProfile.english());
        SignIn first = signIn(changing, before, email);
        new SignInPages(before.page()).press("accept");
        first.awaitCallback().code();
        publishSecondVersion(changing);

        VisitorProfile profile = VisitorProfile.english();
        Visitor visitor = browser.visit(scripted ? profile : profile.withoutJavaScript());
        Page page = visitor.page();
        SignIn again = signIn(changing, visitor, email);
        assertThat(page.locator(LIST))
                .hasText("Please note in particular: 4, 7 (new or changed), 8, 9 (new or changed), 10");
        assertThat(page.locator("details.agr-details").last()).not().hasAttribute("open", "");
        visitor.hearAtADesk("attention/changed-" + scripted);
        visitor.takePicture("attention/changed-" + scripted);
        if (scripted) {
            visitor.assertAccessible();
        }
        page.locator(LINKS).nth(1).click();
        assertThat(clause(page, 1)).isInViewport();
        visitor.hearAtADesk("attention/changed-opened-" + scripted);
        visitor.takePicture("attention/changed-opened-" + scripted);
        if (scripted) {
            readClause(page, 1);
        }
        new SignInPages(page).press("accept");
        again.awaitCallback().code();

        List<String> digests = digests(changing, 2, "en");
        assertThat(digests).hasSize(5);
        assertThat(attention(changing, userId))
                .isEqualTo(
                        scripted
                                ? clauses(digests, false, true, false, false, false)
                                : clauses(digests, null, null, null, null, null));
        assertThat(visitor.errors()).isEmpty();
    }

    static Stream<Arguments> consoleReaders() {
        return Stream.of(
                Arguments.of("en-desktop", VisitorProfile.english(), "Please note in particular: 1, 2, 2 (2)"),
                Arguments.of("zh-phone", VisitorProfile.chinese().on(Screen.PHONE), "请特别注意： 1、2、2（2）"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("consoleReaders")
    void inTheAccountConsoleTheyAreListedAboveTheTextOfAConsentAndOnRecordWithIt(
            String name, VisitorProfile profile, String listed, KeycloakServer server, WebBrowser browser) {
        Pop800 realm = Pop800.create(
                server,
                files -> files.withoutAny()
                        .drop("offers", "Offers", "en", MARKED)
                        .settings("offers", yaml -> yaml.replace("REQUIRED", "OPTIONAL")));
        String email = newEmail();
        String userId = realm.newUser(email).toRepresentation().getId();
        AccountConsole console = AccountConsole.signIn(browser, profile, realm, email, "agreements");
        console.consent("Offers").click(new Locator.ClickOptions().setForce(true));
        Locator dialog = console.dialog();
        Locator list = dialog.locator(".agreements-attention");
        assertThat(list).hasText(listed);
        console.visitor().takePicture("attention/account-" + name);
        console.visitor().assertAccessible(AccountConsole.VIEWS);
        list.locator("a").last().click();
        Locator clause = dialog.locator("[id='offers:alert-2']");
        assertThat(clause).isInViewport();
        assertThat(clause).isFocused();
        console.page().evaluate(SETTLED);
        clause.evaluate("clause => clause.scrollIntoView({ block: 'end' })");
        console.page().evaluate(SETTLED);
        console.visitor().takePicture("attention/account-clause-" + name);
        dialog.locator("footer button").first().click();
        assertThat(dialog).hasCount(0);

        List<String> digests = PublicRest.json(PublicRest.of(realm).getJson("/offers"))
                .at("/inForce/texts/0/attention")
                .findValuesAsText("digest");
        assertThat(attention(realm, userId, "offers"))
                .hasSize(3)
                .startsWith(Map.of("digest", digests.get(0), "inView", false))
                .endsWith(Map.of("digest", digests.get(2), "inView", true));
        assertThat(console.visitor().errors()).isEmpty();
    }

    @Test
    void anApplicationNamesAllOfThemOrNone(KeycloakServer server, WebBrowser browser) {
        Pop800 realm = Pop800.create(
                server,
                files -> files.withoutAny()
                        .drop("offers", "Offers", "en", MARKED)
                        .settings("offers", yaml -> yaml.replace("REQUIRED", "OPTIONAL")));
        String email = newEmail();
        String userId = realm.newUser(email).toRepresentation().getId();
        Visitor visitor = browser.visit(VisitorProfile.english());
        SignIn signIn = signIn(realm, visitor, email);
        new SignInPages(visitor.page()).press("accept");
        MyRest my = new MyRest(realm, signIn.awaitTokens().accessToken());
        JsonNode text = PublicRest.json(PublicRest.of(realm).getJson("/offers")).at("/inForce/texts/0");
        List<String> digests = text.path("attention").findValuesAsText("digest");
        String said =
                "{\"decision\": \"%s\", \"version\": 1, \"locale\": \"en\", \"digest\": \"%s\", \"attention\": %s}";
        for (String wrong : List.of(
                "[null]",
                "[{}]",
                "[{\"digest\": \"%s\"}]".formatted(digests.get(0)),
                "[{\"digest\": \"%s\"}, {\"digest\": \"%s\"}, {\"digest\": \"%s\"}]"
                        .formatted(digests.get(1), digests.get(0), digests.get(2)))) {
            MyRest.Reply refused = my.put(
                    "/offers", said.formatted("ACCEPTED", text.path("digest").asText(), wrong));
            assertThat(refused.status()).as(wrong).isEqualTo(409);
            assertThat(refused.json().path("errorMessage").asText()).contains("attention has to name the clauses");
        }
        assertThat(my.put(
                                "/offers",
                                said.formatted("ACCEPTED", text.path("digest").asText(), "\"all\""))
                        .status())
                .isEqualTo(400);
        assertThat(my.put(
                                "/offers",
                                said.formatted("ACCEPTED", text.path("digest").asText(), "null"))
                        .status())
                .isEqualTo(200);
        assertThat(attention(realm, userId, "offers")).isEmpty();
    }

    private static void publishSecondVersion(Pop800 realm) {
        AgreementEdits edits = realm.edits().dropSecondVersion();
        edits.text(
                2,
                "en",
                edits.text(2, "en")
                        .replace("we make reasonable efforts to help you deal", "we help you as far as we can to deal")
                        .replace(
                                "Changes are announced thirty days before.",
                                "> [!IMPORTANT]\n> Changes are announced thirty days before."));
        Importer.run(realm);
    }

    private SignIn signIn(Pop800 realm, Visitor visitor, String email) {
        SignIn signIn = realm.client().authorization().open(visitor.page());
        new SignInPages(visitor.page()).submitPassword(email, Pop800.PASSWORD);
        assertThat(new SignInPages(visitor.page()).acceptance()).isVisible();
        return signIn;
    }

    /** Follows the link to the clause, and reads on to its last line. */
    private static void readClause(Page page, int index) {
        page.locator(LINKS).nth(index).click();
        Locator clause = clause(page, index);
        assertThat(clause).isInViewport();
        page.evaluate(SETTLED);
        clause.evaluate("clause => clause.scrollIntoView({ block: 'end' })");
        page.waitForFunction(
                "number => document.querySelector('input[name$=\".seen\"]').value.split(' ').includes(number)",
                String.valueOf(index + 1));
        new RegistrationForm(page).leaveSheet();
    }

    private static Locator clause(Page page, int index) {
        return page.locator("[id='%s']"
                .formatted(page.locator(LINKS).nth(index).getAttribute("href").substring(1)));
    }

    private static String newEmail() {
        return "person-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
    }

    private static List<String> digests(Pop800 realm, int version, String locale) {
        JsonNode texts = PublicRest.json(PublicRest.of(realm).getJson("/" + AGREEMENT + "/versions/" + version))
                .at("/version/texts");
        for (JsonNode text : texts) {
            if (text.path("locale").asText().equals(locale)) {
                return text.path("attention").findValuesAsText("digest");
            }
        }
        throw new AssertionError("no text in " + locale);
    }

    private static List<Map<String, Object>> clauses(List<String> digests, Boolean... inView) {
        List<Map<String, Object>> clauses = new ArrayList<>();
        for (int i = 0; i < inView.length; i++) {
            clauses.add(
                    inView[i] == null
                            ? Map.of("digest", digests.get(i))
                            : Map.of("digest", digests.get(i), "inView", inView[i]));
        }
        return clauses;
    }

    private static List<Map<String, Object>> clauses(JsonNode attention) {
        List<Map<String, Object>> clauses = new ArrayList<>();
        attention.forEach(clause -> clauses.add(
                clause.has("inView")
                        ? Map.of(
                                "digest",
                                clause.path("digest").asText(),
                                "inView",
                                clause.path("inView").asBoolean())
                        : Map.of("digest", clause.path("digest").asText())));
        return clauses;
    }

    private static List<Map<String, Object>> attention(Pop800 realm, String userId) {
        return attention(realm, userId, AGREEMENT);
    }

    /** As it stands in the latest record. */
    private static List<Map<String, Object>> attention(Pop800 realm, String userId, String key) {
        List<Map<String, Object>> records = realm.records(userId, key);
        try {
            return clauses(new ObjectMapper()
                    .readTree(String.valueOf(records.get(records.size() - 1).get("details")))
                    .path("attention"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
