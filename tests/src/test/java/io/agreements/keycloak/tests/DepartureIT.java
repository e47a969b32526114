package io.agreements.keycloak.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.Database;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.MyRest.Reply;
import io.agreements.keycloak.tests.Persons.Person;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.representations.idm.RealmRepresentation;

/** Users go in many ways, and come back in some. The sweep runs again and again here. */
@OnEveryDatabase
@WithKeycloak(quickTasks = {Tasks.DELETIONS, Tasks.SWEEP})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DepartureIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SALT = "a".repeat(32);
    private static final int ROUNDS = 200;
    private static final int AT_ONCE = 4;

    private Pop800 pop800;
    private Database database;

    @BeforeAll
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server);
        pop800.askForNothing();
        makePasswordsCheap();
        database = server.database();
    }

    @Test
    void whoIsOverwrittenByAnImportKeepsStandingAndIdentity(KeycloakServer server) {
        Person person = new Persons(pop800).settled();
        identify(person.id());
        ObjectNode wanted = JSON.createObjectNode().put("ifResourceExists", "OVERWRITE");
        wanted.putArray("users")
                .addObject()
                .put("id", person.id())
                .put("username", person.email())
                .put("email", person.email())
                .put("enabled", true);
        HttpResponse<String> imported =
                AdminRest.post(server, "/" + pop800.realm().name() + "/partialImport", wanted.toString());
        assertThat(imported.statusCode()).as(imported.body()).isEqualTo(200);

        assertThat(pop800.standings(person.id())).hasSize(3);
        assertThat(pop800.records(person.id(), Pop800.AGREEMENT))
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("username", person.email())
                        .containsEntry("identity_salt", SALT));
        assertThat(ofType(person.id(), "ERASURE")).isEmpty();
        assertThat(ofType(person.id(), "DELETION"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("method", "IMPORT")
                        .hasEntrySatisfying(
                                "details",
                                details -> assertThat((String) details)
                                        .contains("\"stage\":\"replaced\"")
                                        .contains("\"by\":\"administrator\"")));
    }

    @Test
    void nothingStaysOfWhoIsDeletedWhileDeciding(KeycloakServer server) throws Exception {
        String digest = PublicRest.json(PublicRest.of(pop800).getJson("/personalisation"))
                .at("/inForce/texts/0/digest")
                .asText();
        String locale = PublicRest.json(PublicRest.of(pop800).getJson("/personalisation"))
                .at("/inForce/texts/0/locale")
                .asText();
        String decision = "{\"decision\": \"ACCEPTED\", \"version\": 1, \"locale\": \"%s\", \"digest\": \"%s\"}"
                .formatted(locale, digest);
        List<String> gone = new ArrayList<>();
        int decided = 0;
        for (int round = 0; round < ROUNDS; round += AT_ONCE) {
            List<CompletableFuture<Integer>> answers = new ArrayList<>();
            List<CompletableFuture<Void>> removals = new ArrayList<>();
            CyclicBarrier start = new CyclicBarrier(2 * AT_ONCE);
            for (int i = 0; i < AT_ONCE; i++) {
                Person person = new Persons(pop800).owing();
                MyRest my = new MyRest(
                        pop800,
                        pop800.client()
                                .password(person.email(), Pop800.PASSWORD)
                                .accessToken());
                gone.add(person.id());
                long pause = Duration.ofMillis((round + i) * 40L / ROUNDS).toNanos();
                answers.add(CompletableFuture.supplyAsync(() -> {
                    await(start);
                    return my.put("/personalisation", decision).status();
                }));
                removals.add(CompletableFuture.runAsync(() -> {
                    await(start);
                    LockSupport.parkNanos(pause);
                    pop800.realm().admin().users().get(person.id()).remove();
                }));
            }
            for (CompletableFuture<Void> removal : removals) {
                removal.get(60, TimeUnit.SECONDS);
            }
            for (CompletableFuture<Integer> answer : answers) {
                int status = answer.get(60, TimeUnit.SECONDS);
                assertThat(status).isIn(200, 401, 404, 409);
                decided += status == 200 ? 1 : 0;
            }
        }

        assertThat(decided).as("rounds in which the decision came first").isPositive();
        for (String userId : gone) {
            assertThat(pop800.standings(userId)).as("standings").isEmpty();
            assertThat(pop800.records(userId))
                    .allSatisfy(row -> assertThat(row)
                            .containsEntry("username", null)
                            .containsEntry("identity_salt", null)
                            .containsEntry("connection_salt", null));
            assertThat(ofType(userId, "DELETION"))
                    .singleElement()
                    .satisfies(row -> assertThat((String) row.get("details")).contains("\"stage\":\"executed\""));
        }
    }

    @Test
    void whoGoesWithoutAWordIsFoundBySweeping() {
        Person person = new Persons(pop800).settled();
        Person staying = new Persons(pop800).settled();
        identify(person.id());
        identify(staying.id());
        request(person.id());
        removeBehindKeycloaksBack(person.id());

        await(() -> pop800.standings(person.id()).isEmpty()
                && database.count("select count(*) from agr_deletion_request where user_id = ?", person.id()) == 0);
        assertThat(pop800.records(person.id()))
                .allSatisfy(
                        row -> assertThat(row).containsEntry("username", null).containsEntry("identity_salt", null));
        assertThat(ofType(person.id(), "DELETION"))
                .singleElement()
                .satisfies(row -> assertThat((String) row.get("details"))
                        .contains("\"stage\":\"missing\"")
                        .contains("\"by\":\"schedule\""));
        assertThat(ofType(person.id(), "ERASURE")).hasSize(1);
        assertThat(pop800.standings(staying.id())).hasSize(3);
        assertThat(pop800.records(staying.id(), Pop800.AGREEMENT))
                .allSatisfy(row -> assertThat(row).containsEntry("username", staying.email()));
    }

    @Test
    void ofAUserOfADirectoryNoNameIsLeft() {
        Directory directory = Directory.create(pop800, "wang,zhang", Instant.EPOCH);
        String wang = directory.userId("wang");
        String zhang = directory.userId("zhang");
        new StoredDecision(wang, "wang", Pop800.AGREEMENT, 1, "ACCEPTED", Instant.now()).storeIn(pop800);
        new StoredDecision(zhang, "zhang", Pop800.AGREEMENT, 1, "ACCEPTED", Instant.now()).storeIn(pop800);
        directory.hold("zhang", Instant.EPOCH);

        await(() -> pop800.records(wang).isEmpty());
        assertThat(pop800.standings(wang)).isEmpty();
        assertThat(database.query(
                        "select * from agr_record where realm_id = ? and user_id like 'gone:%' order by type",
                        pop800.id()))
                .extracting(row -> row.get("type"))
                .containsExactly("ACCEPTANCE", "DELETION", "ERASURE");
        assertThat(pop800.standings(zhang)).hasSize(1);

        pop800.realm().admin().components().component(directory.id()).remove();
        await(() -> pop800.records(zhang).isEmpty());
        assertThat(pop800.standings(zhang)).isEmpty();
    }

    @Test
    void aUserOfADirectoryThatCannotBeWrittenToAsksForDeletionAndTakesItBack(WebBrowser browser) {
        Directory directory = Directory.create(pop800, "reader", Instant.EPOCH);
        Visitor visitor = browser.visit();
        SignIn signIn = pop800.client().authorization().open(visitor.page());
        new SignInPages(visitor.page()).submitPassword("reader", Pop800.PASSWORD);
        MyRest my = new MyRest(pop800, signIn.awaitTokens().accessToken());
        Reply asked = my.post("/deletion");
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);

        Page later = browser.visit().page();
        SignIn again = pop800.client().authorization().open(later);
        new SignInPages(later).submitPassword("reader", Pop800.PASSWORD);
        later.locator("[name=account-deletion-decision][value=keep]").click();
        assertThat(again.awaitCallback().code()).isNotBlank();
        assertThat(database.count(
                        "select count(*) from agr_deletion_request where user_id = ?", directory.userId("reader")))
                .isZero();
        pop800.realm().admin().components().component(directory.id()).remove();
    }

    /** Hundreds of users sign in here. */
    private void makePasswordsCheap() {
        RealmRepresentation settings = pop800.realm().admin().toRepresentation();
        settings.setPasswordPolicy("hashAlgorithm(pbkdf2-sha256) and hashIterations(1)");
        pop800.realm().admin().update(settings);
    }

    private List<Map<String, Object>> ofType(String userId, String type) {
        return pop800.records(userId).stream()
                .filter(row -> row.get("type").equals(type))
                .toList();
    }

    private void identify(String userId) {
        database.update("update agr_record set identity_salt = ? where user_id = ?", SALT, userId);
    }

    private void request(String userId) {
        database.update(
                "insert into agr_deletion_request (user_id, realm_id, requested_at, due_at) values (?, ?, 0, ?)",
                userId,
                pop800.id(),
                Instant.now().plus(Duration.ofDays(7)).toEpochMilli());
    }

    private void removeBehindKeycloaksBack(String userId) {
        for (String table : List.of(
                "credential", "user_attribute", "user_role_mapping", "user_required_action", "user_group_membership")) {
            database.update("delete from " + table + " where user_id = ?", userId);
        }
        assertThat(database.update("delete from user_entity where id = ?", userId))
                .isEqualTo(1);
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
