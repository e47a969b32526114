package io.agreements.keycloak.tests.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.http.BoundedHttp;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.running.MovedClock;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Mailbox;
import io.agreements.keycloak.tests.fixture.realm.Persons;
import io.agreements.keycloak.tests.fixture.realm.Persons.Person;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.MyRest;
import io.agreements.keycloak.tests.fixture.rest.MyRest.Reply;
import io.agreements.keycloak.tests.fixture.rest.PublicRest;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** Nobody fills the ledger or mailboxes by doing the same thing again and again. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RateIT {

    private static final String OPTIONAL = "personalisation";
    private static final String WITHDRAWAL = "{\"decision\": \"WITHDRAWN\"}";

    /** Where everybody may do each thing as often as is usual. */
    private Pop800 usual;

    /** Where nobody may do anything twice. */
    private Pop800 strict;

    /** It is counted by whole hours and days: the server is so far ahead that one has just begun, and none ends during a test. */
    private Duration ahead;

    private MovedClock clock;

    @BeforeAll
    void createRealms(KeycloakServer server) {
        Instant now = Instant.now();
        Instant nextHour = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        ahead = Duration.between(now, nextHour).plusMinutes(1);
        clock = MovedClock.of(server);
        clock.ahead(ahead);
        server.adminClient().tokenManager().grantToken();
        usual = Pop800.create(server);
        usual.askForNothing();
        strict = Pop800.create(server);
        RealmRepresentation realm = strict.realm().admin().toRepresentation();
        for (String kind : List.of("decisions", "refusals", "deletions", "exports", "grants")) {
            realm.getAttributes().put("agreements.rate." + kind, "1");
        }
        strict.realm().admin().update(realm);
    }

    @AfterAll
    void putTheClockBack() {
        clock.close();
    }

    @Test
    void ofTwentyRoundsOfAskingForDeletionAndCancellingFiveLeaveMailAndRecords(
            KeycloakServer server, WebBrowser browser) {
        Person person = new Persons(usual).settled();
        MyRest my = justSignedIn(browser.visit(VisitorProfile.english()), person);
        try (Mailbox mailbox = new Mailbox()) {
            mailbox.serve(usual);
            List<Reply> replies = IntStream.range(0, 20)
                    .mapToObj(round -> {
                        Reply reply = my.post("/deletion");
                        my.delete("/deletion");
                        return reply;
                    })
                    .toList();

            assertThat(replies.subList(0, 5)).extracting(Reply::status).containsOnly(200);
            assertThat(replies.subList(5, 20)).allSatisfy(reply -> assertThatWaitIsAsked(reply, Duration.ofDays(1)));
            assertThat(mailbox.await(10)).hasSize(10);
            assertThat(records(usual, person, "DELETION")).hasSize(10);
        }
        assertThat(server.logs()
                        .lines()
                        .filter(line -> line.contains("AGREEMENTS_RATE_EXCEEDED")
                                && line.contains("userId=\"" + person.id() + "\"")))
                .singleElement()
                .satisfies(line ->
                        assertThat(line).contains("WARN", "kind=\"deletions\"").doesNotContain(person.email()));
    }

    @Test
    void ofManyReportsAtOnceTenAreTaken() throws Exception {
        Person person = new Persons(usual).settled();
        MyRest my = my(usual, person);
        assertThat(my.post("/reports").status()).isEqualTo(200);
        List<CompletableFuture<Reply>> reports = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> my.post("/reports")))
                .limit(15)
                .toList();
        int taken = 1;
        for (CompletableFuture<Reply> report : reports) {
            Reply reply = report.get(60, TimeUnit.SECONDS);
            if (reply.status() == 200) {
                taken++;
            } else {
                assertThatWaitIsAsked(reply, Duration.ofDays(1));
                assertThat(reply.json().path("errorMessage").asText()).contains("choose a new password");
            }
        }

        assertThat(taken).isEqualTo(10);
        assertThat(records(usual, person, "REPORT")).hasSize(10);
    }

    @Test
    void aConsentSwitchedBackAndForthCanInTheEndAlwaysBeWithdrawn() {
        Person person = new Persons(usual).settled();
        MyRest my = my(usual, person);
        String acceptance = acceptance(usual, OPTIONAL);
        for (int i = 0; i < 60; i++) {
            assertThat(my.put("/" + OPTIONAL, acceptance).status()).isEqualTo(200);
            assertThat(my.put("/" + OPTIONAL, WITHDRAWAL).status()).isEqualTo(200);
        }
        assertThatWaitIsAsked(my.put("/" + OPTIONAL, acceptance), Duration.ofHours(1));

        assertThat(usual.records(person.id(), OPTIONAL)).hasSize(121);
        assertThat(my.put("/" + Pop800.AGREEMENT, acceptance(usual, Pop800.AGREEMENT))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anExportTooManyIsRefusedUntilTheNextDay() {
        Person person = new Persons(strict).settled();
        assertThat(my(strict, person).download("/export").statusCode()).isEqualTo(200);
        try {
            clock.ahead(ahead.plusMinutes(2));
            assertThatWaitIsAsked(my(strict, person).get("/export"), Duration.ofDays(1));
            clock.ahead(ahead.plusDays(1).plusMinutes(2));
            assertThat(my(strict, person).download("/export").statusCode()).isEqualTo(200);
        } finally {
            clock.ahead(ahead);
        }
    }

    @Test
    void whoDeclinesTimeAndAgainIsToldThatItIsNotPutOnRecordAndMayAcceptAllTheSame(WebBrowser browser) {
        for (VisitorProfile profile : List.of(VisitorProfile.chinese(), VisitorProfile.english())) {
            Person person = new Persons(strict).owing();
            Visitor visitor = browser.visit(profile);
            SignIn signIn = strict.client().authorization().open(visitor.page());
            SignInPages pages = new SignInPages(visitor.page()).submitPassword(person.email(), Pop800.PASSWORD);
            pages.press("decline");
            assertThat(visitor.page().locator("[role=alert]")).hasCount(0);
            pages.press("read").press("decline");

            assertThat(pages.declined()).isVisible();
            assertThat(visitor.page().locator("[role=alert]"))
                    .containsText(profile.locale().equals("en") ? "not put on record" : "未予记录");
            visitor.hear("rates/declined-" + profile.locale());
            visitor.takePicture("rates/declined-" + profile.locale());
            visitor.assertAccessible();
            assertThat(strict.records(person.id())).hasSize(1);
            pages.press("read").press("accept");
            assertThat(signIn.awaitCallback().code()).isNotBlank();
        }
    }

    @Test
    void whoAsksForDeletionOnAPageTooOftenIsToldSoThere(WebBrowser browser) {
        for (VisitorProfile profile : List.of(VisitorProfile.chinese(), VisitorProfile.english())) {
            Person person = new Persons(strict).settled();
            Visitor visitor = browser.visit(profile);
            Page page = visitor.page();
            SignIn signIn = askForDeletion(page);
            new SignInPages(page).submitPassword(person.email(), Pop800.PASSWORD);
            page.locator("button[value=request]").click();
            page.locator("button[value=keep]").click();
            signIn.awaitCallback();
            askForDeletion(page);
            page.locator("#password, #account-deletion-form").first().waitFor();
            if (page.locator("#password").isVisible()) {
                page.locator("#password").fill(Pop800.PASSWORD);
                page.locator("#kc-login").click();
            }
            page.locator("button[value=request]").click();

            assertThat(page.locator("#account-deletion-form")).isVisible();
            assertThat(page.locator(".pf-m-danger, .alert-error").first())
                    .containsText(profile.locale().equals("en") ? "no further request is taken" : "暂时不再受理");
            visitor.hear("rates/deletion-" + profile.locale());
            visitor.takePicture("rates/deletion-" + profile.locale());
            visitor.assertAccessible();
            assertThat(records(strict, person, "DELETION")).hasSize(2);
        }
    }

    @Test
    void whatAnApplicationAsksTimeAndAgainIsNotAnsweredTimeAndAgain(WebBrowser browser) {
        Person person = new Persons(strict).settled();
        Visitor visitor = browser.visit(VisitorProfile.english());
        SignIn first = stepUp(visitor.page());
        SignInPages pages = new SignInPages(visitor.page()).submitPassword(person.email(), Pop800.PASSWORD);
        pages.press("accept");
        first.awaitCallback();
        SignIn second = stepUp(visitor.page());
        pages.press("accept");
        assertThat(visitor.page().locator(".agr-error")).containsText("no further answer is taken");
        visitor.hear("rates/step-up");
        visitor.takePicture("rates/step-up");
        visitor.assertAccessible();
        pages.press("later");

        assertThat(second.awaitCallback().actionStatus()).isEqualTo("cancelled");
        assertThat(strict.records(person.id(), OPTIONAL)).hasSize(2);
    }

    @Test
    void consentsToClientsBeyondTheRateAreKeptByKeycloakAlone() {
        ClientRepresentation thirdParty = new ClientRepresentation();
        thirdParty.setClientId("often");
        thirdParty.setPublicClient(true);
        thirdParty.setConsentRequired(true);
        try (Response response = strict.realm().admin().clients().create(thirdParty)) {
            assertThat(response.getStatus()).isEqualTo(201);
        }
        Person person = new Persons(strict).settled();
        String token = my(strict, person).accessToken();
        for (int i = 0; i < 3; i++) {
            assertThat(consent(token, "POST", "{\"grantedScopes\": []}")).isEqualTo(200);
            assertThat(consent(token, "DELETE", null)).isEqualTo(204);
        }

        assertThat(records(strict, person, "GRANT")).hasSize(1);
    }

    private int consent(String token, String method, String body) {
        return BoundedHttp.send(
                        HttpRequest.newBuilder(URI.create(strict.realm().url() + "/account/applications/often/consent"))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)),
                        BodyHandlers.ofString())
                .statusCode();
    }

    private SignIn askForDeletion(Page page) {
        return strict.client()
                .authorization()
                .with("kc_action", "agreement-account-deletion")
                .open(page);
    }

    private SignIn stepUp(Page page) {
        return strict.client()
                .authorization()
                .with("kc_action", "agreement-acceptance:" + OPTIONAL)
                .open(page);
    }

    private static void assertThatWaitIsAsked(Reply reply, Duration most) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(429);
        assertThat(Long.parseLong(reply.header("Retry-After"))).isBetween(1L, most.toSeconds());
        assertThat(reply.json().path("errorMessage").asText())
                .endsWith("Try again in " + reply.header("Retry-After") + " seconds.");
    }

    private static MyRest my(Pop800 pop800, Person person) {
        return new MyRest(
                pop800,
                pop800.client().password(person.email(), Pop800.PASSWORD).accessToken());
    }

    private MyRest justSignedIn(Visitor visitor, Person person) {
        SignIn signIn = usual.client().authorization().open(visitor.page());
        new SignInPages(visitor.page()).submitPassword(person.email(), Pop800.PASSWORD);
        return new MyRest(usual, signIn.awaitTokens().accessToken());
    }

    private static String acceptance(Pop800 pop800, String key) {
        JsonNode text =
                PublicRest.json(PublicRest.of(pop800).getJson("/" + key)).at("/inForce/texts/0");
        return "{\"decision\": \"ACCEPTED\", \"version\": 1, \"locale\": \"%s\", \"digest\": \"%s\"}"
                .formatted(text.path("locale").asText(), text.path("digest").asText());
    }

    private static List<Map<String, Object>> records(Pop800 pop800, Person person, String type) {
        return pop800.records(person.id()).stream()
                .filter(row -> row.get("type").equals(type))
                .toList();
    }
}
