package io.agreements.keycloak.tests.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Persons;
import io.agreements.keycloak.tests.fixture.realm.Persons.Person;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import io.agreements.keycloak.tests.fixture.rest.AdminApi.Reply;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An administrator has users accept again, and they are told why. */
@OnEveryDatabase
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RenewalIT {

    private static final String RENEWALS = "/" + Pop800.AGREEMENT + "/renewal-requests";
    private static final String REASON = "Your record of 2026-11-01 could not be read in full.";

    private Pop800 pop800;
    private AdminApi admin;

    @BeforeAll
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server);
        admin = AdminApi.of(pop800);
    }

    static Stream<Arguments> readers() {
        return Stream.of(
                Arguments.of("zh-desktop-dark", VisitorProfile.chinese(), ColorScheme.DARK),
                Arguments.of("en-desktop-light", VisitorProfile.english(), ColorScheme.LIGHT),
                Arguments.of("zh-phone-light", VisitorProfile.chinese().on(Screen.PHONE), ColorScheme.LIGHT),
                Arguments.of("en-phone-dark", VisitorProfile.english().on(Screen.PHONE), ColorScheme.DARK));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readers")
    void whoIsAskedAgainReadsWhyAndGoesOnAfterAccepting(
            String name, VisitorProfile profile, ColorScheme scheme, WebBrowser browser) {
        Person person = new Persons(pop800).settled();
        assertThat(ask(person).path("asked").get(0).asText()).isEqualTo(person.id());
        Visitor visitor = browser.visit(profile);
        Page page = visitor.page();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        SignIn signIn = pop800.client().authorization().open(page);
        SignInPages pages = new SignInPages(page).submitPassword(person.email(), Pop800.PASSWORD);

        assertThat(pages.acceptance()).containsText(REASON);
        assertThat(pages.heading()).isEqualTo(name.startsWith("zh") ? "请再次确认" : "Please confirm again");
        visitor.hearAtADesk("renewal/asked-" + name);
        visitor.takePicture("renewal/asked-" + name);
        visitor.assertAccessible();
        pages.press("accept");

        assertThat(signIn.awaitTokens().idTokenClaims().path("sub").asText()).isEqualTo(person.id());
        assertThat(standing(person).has("renewalReason")).isFalse();
        assertThat(pop800.records(person.id(), Pop800.AGREEMENT))
                .hasSize(3)
                .satisfiesExactly(
                        first -> assertThat(first).containsEntry("type", "ACCEPTANCE"),
                        asked -> {
                            assertThat(asked).containsEntry("type", "SETTINGS").containsEntry("method", "ADMIN");
                            assertThat(asked.get("details") + " " + asked.get("free_text"))
                                    .contains("renewal-requested", REASON);
                        },
                        again -> assertThat(again)
                                .containsEntry("type", "ACCEPTANCE")
                                .containsEntry("decision", "ACCEPTED"));
        assertThat(pop800.client()
                        .authorization()
                        .open(visitor.newPage())
                        .awaitCallback()
                        .error())
                .isNull();
    }

    @Test
    void whoseAccountIsBeingClosedIsPassedOverAndAReasonThatNobodySeesIsNone() {
        Person closed = new Persons(pop800).settled();
        admin.post("/restrictions", """
                        {"userId": "%s", "kind": "TERMINATION", "grounds": ["OTHER_BREACH"],
                         "facts": "A breach.", "article": "Article 4"}""".formatted(closed.id())).successful();
        assertThat(ask(closed).path("passedOver").get(0).asText()).isEqualTo(closed.id());

        Person person = new Persons(pop800).settled();
        assertThat(admin.post(RENEWALS, body(person.id(), " \\u200b")).status()).isEqualTo(400);
        assertThat(admin.post(RENEWALS, "{\"userIds\": [null], \"reason\": \"%s\"}".formatted(REASON))
                        .status())
                .isEqualTo(400);
        assertThat(standing(person).has("renewalReason")).isFalse();
    }

    @Test
    void aSessionThatIsThereAlreadyIsAskedToo(WebBrowser browser) {
        Person person = new Persons(pop800).settled();
        Page page = browser.visit(VisitorProfile.english()).page();
        SignIn first = pop800.client().authorization().open(page);
        new SignInPages(page).submitPassword(person.email(), Pop800.PASSWORD);
        first.awaitTokens();
        ask(person);

        pop800.client().authorization().open(page);
        assertThat(new SignInPages(page).acceptance()).containsText(REASON);
    }

    @Test
    void whoIsAskedCountsAsPendingUntilThen() {
        Person asked = new Persons(pop800).settled();
        Person left = new Persons(pop800).settled();
        long accepted = coverage("accepted");
        long pending = coverage("pending");
        ask(asked);

        assertThat(coverage("accepted")).isEqualTo(accepted - 1);
        assertThat(coverage("pending")).isEqualTo(pending + 1);
        assertThat(users("PENDING")).contains(asked.id()).doesNotContain(left.id());
        assertThat(users("ACCEPTED")).contains(left.id()).doesNotContain(asked.id());
        assertThat(standing(asked).path("renewalReason").asText()).isEqualTo(REASON);
        assertThat(admin.get("/users/" + asked.id()).successful().findValues("owed"))
                .isNotEmpty();
    }

    @Test
    void whoIsAskedAnywayIsPassedOverAndNothingIsWritten() {
        Person owing = new Persons(pop800).owing();
        JsonNode report = ask(owing);

        assertThat(report.path("asked")).isEmpty();
        assertThat(report.path("passedOver").get(0).asText()).isEqualTo(owing.id());
        assertThat(pop800.records(owing.id())).isEmpty();
        assertThat(admin.post(RENEWALS, body("nobody-at-all", REASON))
                        .successful()
                        .path("passedOver"))
                .hasSize(1);
    }

    @Test
    void aSecondRequestReplacesTheFirst() {
        Person person = new Persons(pop800).settled();
        ask(person);
        admin.post(RENEWALS, body(person.id(), "Another reason.")).successful();

        assertThat(standing(person).path("renewalReason").asText()).isEqualTo("Another reason.");
    }

    @Test
    void whoIsNotAskedAfterAllGoesOnWithWhatWasAcceptedBefore(WebBrowser browser) {
        Person person = new Persons(pop800).settled();
        ask(person);
        Page asked = browser.visit(VisitorProfile.english()).page();
        pop800.client().authorization().open(asked);
        new SignInPages(asked).submitPassword(person.email(), Pop800.PASSWORD);
        assertThat(new SignInPages(asked).acceptance()).containsText(REASON);

        assertThat(admin.delete(RENEWALS + "/" + person.id()).status()).isEqualTo(204);
        assertThat(standing(person).has("renewalReason")).isFalse();
        assertThat(users("ACCEPTED")).contains(person.id());
        Page page = browser.visit(VisitorProfile.english()).page();
        SignIn signIn = pop800.client().authorization().open(page);
        new SignInPages(page).submitPassword(person.email(), Pop800.PASSWORD);
        assertThat(signIn.awaitTokens().idTokenClaims().path("sub").asText()).isEqualTo(person.id());
        assertThat(pop800.records(person.id(), Pop800.AGREEMENT))
                .filteredOn(row -> row.get("type").equals("SETTINGS"))
                .extracting(row -> row.get("details").toString().replaceAll(".*(renewal-[a-z-]+).*", "$1"))
                .containsExactly("renewal-requested", "renewal-taken-back");
    }

    @Test
    void aRequestIsTakenBackOnceAndNotOnceItIsAnswered(WebBrowser browser) {
        Person once = new Persons(pop800).settled();
        ask(once);
        assertThat(admin.delete(RENEWALS + "/" + once.id()).status()).isEqualTo(204);
        assertThat(admin.delete(RENEWALS + "/" + once.id()).status()).isEqualTo(404);

        Person answered = new Persons(pop800).settled();
        ask(answered);
        Page page = browser.visit(VisitorProfile.english()).page();
        SignIn signIn = pop800.client().authorization().open(page);
        new SignInPages(page).submitPassword(answered.email(), Pop800.PASSWORD).press("accept");
        signIn.awaitTokens();
        assertThat(admin.delete(RENEWALS + "/" + answered.id()).status()).isEqualTo(404);
        assertThat(admin.delete(RENEWALS + "/nobody").status()).isEqualTo(404);
        assertThat(admin.delete("/nothing/renewal-requests/" + once.id()).status())
                .isEqualTo(404);
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        Person person = new Persons(pop800).settled();
        assertThat(admin.post(RENEWALS, body(person.id(), " ")).status()).isEqualTo(400);
        assertThat(admin.post(RENEWALS, body(person.id(), "x".repeat(501))).status())
                .isEqualTo(400);
        assertThat(admin.post(RENEWALS, "{\"reason\": \"x\"}").status()).isEqualTo(400);
        String many = IntStream.range(0, 101).mapToObj(i -> "\"u" + i + "\"").collect(Collectors.joining(","));
        assertThat(admin.post(RENEWALS, "{\"userIds\": [%s], \"reason\": \"x\"}".formatted(many))
                        .status())
                .isEqualTo(400);
        Reply optional = admin.post("/personalisation/renewal-requests", body(person.id(), REASON));
        assertThat(optional.status()).isEqualTo(400);
        assertThat(optional.errorMessage()).contains("is optional");
        assertThat(admin.post("/nothing/renewal-requests", body(person.id(), REASON))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void onlyWhoMayManageTheUserAsks() {
        Person person = new Persons(pop800).settled();
        AdminApi viewer = AdminApi.ofAdministratorWith(pop800, "view-users", "view-realm", "manage-realm");
        AdminApi manager = AdminApi.ofAdministratorWith(pop800, "manage-users");

        assertThat(viewer.post(RENEWALS, body(person.id(), REASON)).status()).isEqualTo(403);
        assertThat(viewer.post(RENEWALS, body("nobody", REASON)).status()).isEqualTo(403);
        assertThat(AdminApi.ofNobody(pop800)
                        .post(RENEWALS, body(person.id(), REASON))
                        .status())
                .isEqualTo(401);
        assertThat(manager.post(RENEWALS, body(person.id(), REASON)).status()).isEqualTo(200);

        String made = RENEWALS + "/" + person.id();
        assertThat(viewer.delete(made).status()).isEqualTo(403);
        assertThat(viewer.delete(RENEWALS + "/nobody").status()).isEqualTo(403);
        assertThat(AdminApi.ofNobody(pop800).delete(made).status()).isEqualTo(401);
        assertThat(manager.delete(made).status()).isEqualTo(204);
    }

    @Test
    void theRequestGoesWithTheUser(KeycloakServer server) {
        Person person = new Persons(pop800).settled();
        ask(person);
        pop800.realm().user(person.email()).remove();

        assertThat(server.database().query("select * from agr_renewal_request where user_id = ?", person.id()))
                .isEmpty();
    }

    private JsonNode ask(Person person) {
        return admin.post(RENEWALS, body(person.id(), REASON)).successful();
    }

    private JsonNode standing(Person person) {
        for (JsonNode agreement :
                admin.get("/users/" + person.id()).successful().path("agreements")) {
            if (agreement.path("key").asText().equals(Pop800.AGREEMENT)) {
                return agreement.path("standing");
            }
        }
        throw new AssertionError("no standing");
    }

    private long coverage(String what) {
        return admin.get("/" + Pop800.AGREEMENT + "/coverage")
                .successful()
                .path(what)
                .asLong();
    }

    private List<String> users(String status) {
        return admin.get("/" + Pop800.AGREEMENT + "/users?max=1000&status=" + status)
                .successful()
                .findValuesAsText("userId");
    }

    private static String body(String userId, String reason) {
        return "{\"userIds\": [\"%s\"], \"reason\": \"%s\"}".formatted(userId, reason);
    }
}
