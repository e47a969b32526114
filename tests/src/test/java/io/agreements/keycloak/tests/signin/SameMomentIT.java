package io.agreements.keycloak.tests.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.limit.Thoroughness;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.database.Database;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Collision;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.StoredDecision;
import io.agreements.keycloak.tests.fixture.rest.MyRest;
import io.agreements.keycloak.tests.fixture.rest.MyRest.Reply;
import io.agreements.keycloak.tests.fixture.rest.PublicRest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.representations.idm.RealmRepresentation;

/** One user says the same thing several times at the same moment: it is stored, and on record, once. */
@OnEveryDatabase
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SameMomentIT {

    /** Users are changed so that none does it more often than any user may. */
    private static final int USERS = 8;

    private static final int ROUNDS_OF_EACH = Thoroughness.times(5, 25);
    private static final int AT_ONCE = 3;
    private static final int ATTEMPTS = 10;
    private static final String OPTIONAL = "personalisation";

    private final ExecutorService tabs = Executors.newFixedThreadPool(AT_ONCE);

    private Pop800 pop800;
    private Database database;

    @BeforeAll
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server);
        pop800.askForNothing();
        RealmRepresentation settings = pop800.realm().admin().toRepresentation();
        settings.getAttributes().putAll(Map.of("agreements.rate.decisions", "100", "agreements.rate.deletions", "100"));
        pop800.realm().admin().update(settings);
        database = server.database();
    }

    @AfterAll
    void endTabs() {
        tabs.shutdownNow();
    }

    @Test
    void theFirstDecisionIsMadeOnce(WebBrowser browser) {
        JsonNode text = openText();
        for (int user = 1; user <= USERS; user++) {
            String email = "decides-" + user + "@example.org";
            String userId = pop800.newUser(email).toRepresentation().getId();
            MyRest my = signedIn(email, browser);
            for (int round = 1; round <= ROUNDS_OF_EACH; round++) {
                List<Reply> replies = atOnce(() -> decide(my, "ACCEPTED", text));

                assertThat(replies)
                        .allSatisfy(reply -> assertThat(reply.status()).isIn(200, 409));
                assertThat(replies)
                        .anySatisfy(reply -> assertThat(reply.status()).isEqualTo(200));
                assertThat(pop800.records(userId, OPTIONAL))
                        .as("round %s", round)
                        .hasSize(round);
                assertThat(pop800.standings(userId))
                        .singleElement()
                        .satisfies(standing -> assertThat(pop800.records(userId, OPTIONAL))
                                .anySatisfy(entry -> assertThat(entry).containsEntry("id", standing.get("record_id"))));
                database.update("delete from agr_standing where user_id = ?", userId);
            }
        }
    }

    @Test
    void theDeletionIsAskedForOnceAndEveryAnswerNamesItsDate(WebBrowser browser) {
        for (int user = 1; user <= USERS; user++) {
            String email = "goes-" + user + "@example.org";
            String userId = pop800.newUser(email).toRepresentation().getId();
            MyRest my = signedIn(email, browser);
            for (int round = 1; round <= ROUNDS_OF_EACH; round++) {
                List<Reply> replies = atOnce(() -> my.post("/deletion"));

                assertThat(replies)
                        .allSatisfy(reply -> assertThat(reply.status()).isEqualTo(200));
                assertThat(replies.stream().map(Reply::body).distinct())
                        .as("round %s", round)
                        .hasSize(1);
                assertThat(stages(userId, "requested")).isEqualTo(round);
                assertThat(my.delete("/deletion").status()).isEqualTo(204);
            }
        }

        assertThat(database.count("select count(*) from agr_deletion_request where realm_id = ?", pop800.id()))
                .isZero();
    }

    @Test
    void whatTheDatabaseRefusesBecauseOfAnotherIsAConflictAndLeavesNothing(WebBrowser browser) {
        String userId =
                pop800.newUser("collides@example.org").toRepresentation().getId();
        MyRest my = signedIn("collides@example.org", browser);
        JsonNode text = openText();
        decide(my, "ACCEPTED", text);
        boolean refused = false;
        for (int attempt = 0; attempt < ATTEMPTS && !refused; attempt++) {
            int before = pop800.records(userId, OPTIONAL).size();
            String decision = before % 2 == 1 ? "DECLINED" : "ACCEPTED";
            Collision collision = Collision.with(database, userId);
            Reply reply = decide(my, decision, text);
            refused = collision.wasTheRequestsLoss();

            if (refused) {
                assertThat(reply.status()).as(reply.body()).isEqualTo(409);
                assertThat(reply.body()).contains("errorMessage").contains("at the same moment");
                assertThat(pop800.records(userId, OPTIONAL)).hasSize(before);
                assertThat(decide(my, decision, text).status()).isEqualTo(200);
                assertThat(pop800.records(userId, OPTIONAL)).hasSize(before + 1);
            } else {
                assertThat(reply.status()).as(reply.body()).isEqualTo(200);
            }
        }

        assertThat(refused).as("the request was the one refused").isTrue();
    }

    @Test
    void anAnswerThatTheDatabaseRefusesBecauseOfAnotherBringsThePageAgain(KeycloakServer server, WebBrowser browser) {
        Pop800 asking = Pop800.create(server);
        boolean refused = false;
        for (int attempt = 0; attempt < ATTEMPTS && !refused; attempt++) {
            String email = "collides-" + attempt + "@example.org";
            String userId = asking.newUser(email).toRepresentation().getId();
            new StoredDecision(userId, email, Pop800.AGREEMENT, 1, "DECLINED", Instant.now()).storeIn(asking);
            Visitor visitor = browser.visit(VisitorProfile.english());
            Page page = visitor.page();
            SignIn signIn = asking.client().authorization().open(page);
            new SignInPages(page).submitPassword(email, Pop800.PASSWORD);
            assertThat(new SignInPages(page).acceptance().isVisible()).isTrue();
            Collision collision = Collision.with(database, userId);
            new SignInPages(page).press("accept");
            refused = collision.wasTheRequestsLoss();

            if (refused) {
                new SignInPages(page).acceptance().waitFor();
                assertThat(page.content()).contains("Please answer again");
                assertThat(asking.records(userId, Pop800.AGREEMENT)).hasSize(1);
                visitor.hear("sign-in/collision");
                visitor.takePicture("sign-in/collision");
                page.reload();
                assertThat(page.content()).doesNotContain("Please answer again");
                new SignInPages(page).press("accept");
            }
            assertThat(signIn.awaitCallback().code()).isNotBlank();
            assertThat(asking.records(userId, Pop800.AGREEMENT)).hasSize(2);
        }

        assertThat(refused).as("the request was the one refused").isTrue();
    }

    private static Reply decide(MyRest my, String decision, JsonNode text) {
        return my.put("/" + OPTIONAL, """
                {"decision": "%s", "version": 1, "locale": "%s", "digest": "%s"}""".formatted(
                decision, text.path("locale").asText(), text.path("digest").asText()));
    }

    private MyRest signedIn(String email, WebBrowser browser) {
        Page page = browser.visit().page();
        SignIn signIn = pop800.client().authorization().open(page);
        new SignInPages(page).submitPassword(email, Pop800.PASSWORD);
        return new MyRest(pop800, signIn.awaitTokens().accessToken());
    }

    private JsonNode openText() {
        return PublicRest.json(PublicRest.of(pop800).getJson("/" + OPTIONAL)).at("/inForce/texts/0");
    }

    private long stages(String userId, String stage) {
        return pop800.records(userId).stream()
                .filter(entry -> "DELETION".equals(entry.get("type")))
                .filter(entry -> String.valueOf(entry.get("details")).contains("\"" + stage + "\""))
                .count();
    }

    private <T> List<T> atOnce(Callable<T> request) {
        CyclicBarrier start = new CyclicBarrier(AT_ONCE);
        List<Future<T>> answers = IntStream.range(0, AT_ONCE)
                .mapToObj(tab -> tabs.submit(() -> {
                    start.await();
                    return request.call();
                }))
                .toList();
        return answers.stream().map(SameMomentIT::answer).toList();
    }

    private static <T> T answer(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
