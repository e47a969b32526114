package io.agreements.keycloak.tests.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.http.BoundedHttp;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.oidc.TokenResponse;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.ExportedData;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.Importer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.admin.client.resource.RoleScopeResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;

/** Who does not accept is not trapped: the own data can be taken along, and the account deleted. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DeclinedPageIT {

    private static final String DELETION = "agreement-account-deletion";

    private Pop800 pop800;

    @BeforeAll
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server);
    }

    @Test
    void whoDeclinesDownloadsTheOwnDataAndThePageStays(WebBrowser browser) throws IOException {
        for (VisitorProfile profile : List.of(
                VisitorProfile.chinese(),
                VisitorProfile.english(),
                VisitorProfile.chinese().on(Screen.PHONE),
                VisitorProfile.english().on(Screen.PHONE))) {
            String name = profile.locale() + "-" + profile.screen();
            Person person = newPerson();
            Visitor visitor = browser.visit(profile);
            SignIn signIn = decline(visitor.page(), person);
            visitor.hear("declined/ways-out-" + name);
            visitor.takePicture("declined/ways-out-" + name);
            visitor.assertAccessible();
            ExportedData data = download(visitor.page());

            assertThat(data.text("README.txt")).contains(profile.locale().equals("en") ? "Your data at" : "您在");
            assertThat(data.json("records.json").findValuesAsText("decision")).containsExactly("DECLINED");
            assertThat(new SignInPages(visitor.page()).declined()).isVisible();
            assertThat(exports(person))
                    .singleElement()
                    .satisfies(row -> assertThat(row)
                            .containsEntry("method", "LOGIN")
                            .containsEntry("client_id", "sample")
                            .containsEntry("username", person.email()));

            exportButton(visitor.page()).click();
            assertThat(visitor.page().locator("#kc-error-message")).isVisible();
            visitor.hear("declined/wait-" + name);
            visitor.takePicture("declined/wait-" + name);
            visitor.assertAccessible();
            assertThat(exports(person)).hasSize(1);
            visitor.page().goBack();
            assertThat(new SignInPages(visitor.page()).declined()).isVisible();
            new SignInPages(visitor.page()).press("leave");
            assertThat(signIn.awaitCallback().error()).isEqualTo("access_denied");
        }
    }

    @Test
    void itWorksWithoutScripts(WebBrowser browser) throws IOException {
        Person person = newPerson();
        Visitor visitor = browser.visit(VisitorProfile.english().withoutJavaScript());
        decline(visitor.page(), person);

        assertThat(download(visitor.page()).names()).contains("profile.json", "records.json");
        visitor.page().locator("#agreement-deletion-form button").click();
        assertThat(visitor.page().locator("#account-deletion-form")).isVisible();
    }

    @Test
    void aPassThatIsNotOfThisPageGivesNothing(WebBrowser browser) throws Exception {
        Person person = newPerson();
        Visitor visitor = browser.visit(VisitorProfile.english());
        decline(visitor.page(), person);
        String pass = exportButton(visitor.page()).getAttribute("value");
        Person other = newPerson();
        String accessToken = accept(browser, other).accessToken();
        Pop800 elsewhere = Pop800.create(pop800.realm().server());

        for (String wrong : List.of("", "made.up.pass", accessToken, tampered(pass, other))) {
            assertThat(post(pop800, wrong).statusCode()).as(wrong).isEqualTo(400);
        }
        HttpResponse<byte[]> inAnotherRealm = post(elsewhere, pass);
        assertThat(inAnotherRealm.statusCode()).isEqualTo(400);
        assertThat(new String(inAnotherRealm.body(), StandardCharsets.UTF_8))
                .contains("kc-error-message")
                .doesNotContain("Exception");
        assertThat(exports(person)).isEmpty();
        assertThat(exports(other)).isEmpty();
        assertThat(post(pop800, pass).statusCode()).isEqualTo(200);
        HttpResponse<byte[]> tooEarly = post(pop800, pass);
        assertThat(tooEarly.statusCode()).isEqualTo(429);
        assertThat(tooEarly.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);

        pop800.realm().admin().users().get(person.id()).remove();
        assertThat(post(pop800, pass).statusCode()).isEqualTo(400);
    }

    @Test
    void aPassEndsWithTheSignInItStandsFor(WebBrowser browser) throws Exception {
        Person person = newPerson();
        Page page = browser.visit(VisitorProfile.english()).page();
        SignIn signIn = decline(page, person);
        String pass = exportButton(page).getAttribute("value");
        new SignInPages(page).press("leave");
        assertThat(signIn.awaitCallback().error()).isEqualTo("access_denied");

        assertThat(post(pop800, pass).statusCode()).isEqualTo(400);
        assertThat(exports(person)).isEmpty();
    }

    @Test
    void aPassEndsWithThePassword(WebBrowser browser) throws Exception {
        Person person = newPerson();
        Page page = browser.visit(VisitorProfile.english()).page();
        decline(page, person);
        String pass = exportButton(page).getAttribute("value");
        CredentialRepresentation another = new CredentialRepresentation();
        another.setType(CredentialRepresentation.PASSWORD);
        another.setValue("Another-river-2026");
        pop800.realm().admin().users().get(person.id()).resetPassword(another);

        assertThat(post(pop800, pass).statusCode()).isEqualTo(400);
        assertThat(exports(person)).isEmpty();
    }

    @Test
    void aPassEndsWithAllTokensOfTheUserOrOfTheRealm(KeycloakServer server, WebBrowser browser) throws Exception {
        Pop800 revoking = Pop800.create(server);
        Person one = newPerson(revoking);
        Person other = newPerson(revoking);
        String passOfOne = declinedPass(revoking, browser, one);
        String passOfOther = declinedPass(revoking, browser, other);
        revoking.realm().admin().users().get(one.id()).logout();
        assertThat(post(revoking, passOfOne).statusCode()).isEqualTo(400);
        assertThat(post(revoking, passOfOther).statusCode()).isEqualTo(200);

        Person last = newPerson(revoking);
        String passOfLast = declinedPass(revoking, browser, last);
        RealmRepresentation settings = revoking.realm().admin().toRepresentation();
        settings.setNotBefore((int) Instant.now().getEpochSecond());
        revoking.realm().admin().update(settings);
        assertThat(post(revoking, passOfLast).statusCode()).isEqualTo(400);
    }

    @Test
    void aPassEndsWithTheSessionThatWentOn(KeycloakServer server, WebBrowser browser) throws Exception {
        Pop800 changing = Pop800.create(server);
        Person person = newPerson(changing);
        Visitor visitor = browser.visit(VisitorProfile.english());
        SignIn first = signIn(changing, visitor.page(), person);
        new SignInPages(visitor.page()).press("accept");
        first.awaitCallback().code();
        changing.edits().dropSecondVersion();
        Importer.run(changing);
        changing.client().authorization().open(visitor.page());
        new SignInPages(visitor.page()).press("decline");
        String pass = exportButton(visitor.page()).getAttribute("value");
        var sessions = changing.realm().admin().users().get(person.id()).getUserSessions();
        changing.realm().admin().deleteSession(sessions.get(0).getId(), false);

        assertThat(post(changing, pass).statusCode()).isEqualTo(400);
    }

    private static String declinedPass(Pop800 realm, WebBrowser browser, Person person) {
        Page page = browser.visit(VisitorProfile.english()).page();
        signIn(realm, page, person);
        new SignInPages(page).press("decline");
        return exportButton(page).getAttribute("value");
    }

    @Test
    void whoDeclinesAsksForTheDeletionAndTheClientGetsNothing(WebBrowser browser) {
        for (VisitorProfile profile :
                List.of(VisitorProfile.chinese(), VisitorProfile.english().on(Screen.PHONE))) {
            Person person = newPerson();
            Visitor visitor = browser.visit(profile);
            Page page = visitor.page();
            SignIn signIn = decline(page, person);
            page.locator("#agreement-deletion-form button").click();
            assertThat(page.locator("#account-deletion-form")).isVisible();
            visitor.hear("declined/deletion-" + profile.locale());
            visitor.takePicture("declined/deletion-" + profile.locale());
            visitor.assertAccessible();
            decide(page, "keep");
            assertThat(new SignInPages(page).acceptance()).isVisible();
            assertThat(requests(person)).isEmpty();

            new SignInPages(page).press("decline").press("delete");
            decide(page, "request");
            assertThat(page.locator("#account-deletion-pending-form")).isVisible();
            visitor.hear("declined/deletion-pending-" + profile.locale());
            visitor.takePicture("declined/deletion-pending-" + profile.locale());
            visitor.assertAccessible();
            assertThat(requests(person)).hasSize(1);
            assertThat(signIn.isOver()).isFalse();
            decide(page, "leave");
            assertThat(signIn.awaitCallback().error()).isEqualTo("access_denied");
            assertThat(pop800.realm().admin().users().get(person.id()).getUserSessions())
                    .isEmpty();
        }
    }

    @Test
    void whoIsGoingAndOwesAcceptanceSeesTheDeletionFirstAndKeepsTheAccountByAccepting(WebBrowser browser) {
        Person person = newPerson();
        Page page = browser.visit(VisitorProfile.english()).page();
        decline(page, person);
        new SignInPages(page).press("delete");
        decide(page, "request");
        assertThat(page.locator("#account-deletion-pending-form")).isVisible();

        Page later = browser.visit(VisitorProfile.english()).page();
        SignIn signIn = signIn(later, person);
        assertThat(later.locator("#account-deletion-pending-form")).isVisible();
        decide(later, "keep");
        assertThat(new SignInPages(later).acceptance()).isVisible();
        assertThat(requests(person)).isEmpty();
        assertThat(signIn.isOver()).isFalse();
        new SignInPages(later).press("accept");
        signIn.awaitCallback().code();
    }

    @Test
    void theOrderOfTheRequiredActionsDoesNotMatter(KeycloakServer server, WebBrowser browser) {
        Pop800 reversed = Pop800.create(server);
        RequiredActionProviderRepresentation deletion =
                reversed.realm().admin().flows().getRequiredAction(DELETION);
        deletion.setPriority(2000);
        reversed.realm().admin().flows().updateRequiredAction(DELETION, deletion);
        Person person = newPerson(reversed);
        Page page = browser.visit(VisitorProfile.english()).page();
        SignIn signIn = signIn(reversed, page, person);
        new SignInPages(page).press("decline").press("delete");
        assertThat(page.locator("#account-deletion-form")).isVisible();
        decide(page, "request");
        assertThat(page.locator("#account-deletion-pending-form")).isVisible();
        decide(page, "keep");
        assertThat(new SignInPages(page).acceptance()).isVisible();
        assertThat(signIn.isOver()).isFalse();
    }

    @Test
    void whoWentOnWithAnEarlierSignInSignsInAgainFirst(KeycloakServer server, WebBrowser browser) {
        Pop800 changing = Pop800.create(server);
        Person person = newPerson(changing);
        Visitor visitor = browser.visit(VisitorProfile.english());
        Page page = visitor.page();
        SignIn first = signIn(changing, page, person);
        new SignInPages(page).press("accept");
        first.awaitCallback().code();
        changing.edits().dropSecondVersion();
        Importer.run(changing);
        SignIn signIn = changing.client().authorization().open(page);
        new SignInPages(page).press("decline").press("delete");

        assertThat(page.locator("#password")).isVisible();
        visitor.hear("declined/sign-in-again");
        visitor.takePicture("declined/sign-in-again");
        assertThat(requests(changing, person)).isEmpty();
        if (page.locator("#username").isVisible()) {
            page.locator("#username").fill(person.email());
        }
        page.locator("#password").fill(Pop800.PASSWORD);
        page.locator("#kc-login").click();
        assertThat(page.locator("#account-deletion-form")).isVisible();
        decide(page, "request");
        assertThat(page.locator("#account-deletion-pending-form")).isVisible();
        assertThat(requests(changing, person)).hasSize(1);
        assertThat(signIn.isOver()).isFalse();
        decide(page, "leave");
        assertThat(signIn.awaitCallback().error()).isEqualTo("access_denied");
    }

    @Test
    void whoLacksTheRoleIsNotOfferedTheDeletionAndCannotAskForItOtherwise(WebBrowser browser) {
        Person person = newPerson();
        RoleScopeResource roles =
                pop800.realm().admin().users().get(person.id()).roles().realmLevel();
        roles.remove(roles.listAll());
        Page page = browser.visit(VisitorProfile.english()).page();
        SignIn signIn = decline(page, person);
        assertThat(page.locator("#agreement-deletion-form")).hasCount(0);
        assertThat(exportButton(page)).isVisible();
        page.evaluate("document.querySelector('button[value=leave]').value = 'delete'");
        new SignInPages(page).press("delete");

        assertThat(page.locator("#account-deletion-form")).hasCount(0);
        assertThat(new SignInPages(page).declined()).isVisible();
        assertThat(requests(person)).isEmpty();
        assertThat(signIn.isOver()).isFalse();
    }

    @Test
    void whereTheDeletionIsSwitchedOffNobodyGetsPastTheAgreement(KeycloakServer server, WebBrowser browser) {
        Pop800 without = Pop800.create(server);
        Person person = newPerson(without);
        Page page = browser.visit(VisitorProfile.english()).page();
        SignIn signIn = signIn(without, page, person);
        new SignInPages(page).press("decline").press("delete");
        assertThat(page.locator("#account-deletion-form")).isVisible();
        RequiredActionProviderRepresentation deletion =
                without.realm().admin().flows().getRequiredAction(DELETION);
        deletion.setEnabled(false);
        without.realm().admin().flows().updateRequiredAction(DELETION, deletion);
        decide(page, "keep");

        assertThat(new SignInPages(page).acceptance()).isVisible();
        assertThat(signIn.isOver()).isFalse();
        new SignInPages(page).press("decline");
        assertThat(page.locator("#agreement-deletion-form")).hasCount(0);
    }

    private record Person(String id, String email) {}

    private Person newPerson() {
        return newPerson(pop800);
    }

    private static Person newPerson(Pop800 realm) {
        String email = "person-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        return new Person(realm.newUser(email).toRepresentation().getId(), email);
    }

    private SignIn decline(Page page, Person person) {
        SignIn signIn = signIn(page, person);
        new SignInPages(page).press("decline");
        assertThat(new SignInPages(page).declined()).isVisible();
        return signIn;
    }

    private SignIn signIn(Page page, Person person) {
        return signIn(pop800, page, person);
    }

    private static SignIn signIn(Pop800 realm, Page page, Person person) {
        SignIn signIn = realm.client().authorization().open(page);
        new SignInPages(page).submitPassword(person.email(), Pop800.PASSWORD);
        return signIn;
    }

    private TokenResponse accept(WebBrowser browser, Person person) {
        Page page = browser.visit(VisitorProfile.english()).page();
        SignIn signIn = signIn(page, person);
        new SignInPages(page).press("accept");
        return signIn.awaitTokens();
    }

    private static Locator exportButton(Page page) {
        return page.locator("#agreement-export-form button");
    }

    private static ExportedData download(Page page) throws IOException {
        Download download = page.waitForDownload(() -> exportButton(page).click());
        assertThat(download.suggestedFilename()).startsWith("my-data-").endsWith(".zip");
        return ExportedData.of(Files.readAllBytes(download.path()));
    }

    private static HttpResponse<byte[]> post(Pop800 realm, String pass) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(realm.realm().url() + "/agreements/export"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString("pass=" + URLEncoder.encode(pass, StandardCharsets.UTF_8)));
        return BoundedHttp.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    /** The same for another user, with the signature as it was. */
    private static String tampered(String pass, Person other) {
        String[] parts = pass.split("\\.");
        String content = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replaceFirst("\"sub\":\"[^\"]*\"", "\"sub\":\"" + other.id() + "\"");
        return parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(content.getBytes(StandardCharsets.UTF_8))
                + "." + parts[2];
    }

    private static void decide(Page page, String decision) {
        page.locator("button[name=account-deletion-decision][value=" + decision + "]")
                .click();
    }

    private List<Map<String, Object>> exports(Person person) {
        return pop800.records(person.id()).stream()
                .filter(row -> row.get("type").equals("EXPORT"))
                .toList();
    }

    private List<Map<String, Object>> requests(Person person) {
        return requests(pop800, person);
    }

    private static List<Map<String, Object>> requests(Pop800 realm, Person person) {
        return realm.realm()
                .server()
                .database()
                .query("select * from agr_deletion_request where user_id = ?", person.id());
    }
}
