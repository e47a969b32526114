package io.agreements.keycloak.tests.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.limit.Thoroughness;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.database.Database;
import io.agreements.keycloak.testing.server.running.MovedClock;
import io.agreements.keycloak.testing.server.running.Statements;
import io.agreements.keycloak.testing.server.running.Statements.Statement;
import io.agreements.keycloak.tests.fixture.realm.Directory;
import io.agreements.keycloak.tests.fixture.realm.Persons;
import io.agreements.keycloak.tests.fixture.realm.Persons.Person;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.RecordSql;
import io.agreements.keycloak.tests.fixture.realm.StoredDecision;
import io.agreements.keycloak.tests.fixture.realm.Tasks;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import io.agreements.keycloak.tests.fixture.rest.AdminApi.Reply;
import io.agreements.keycloak.tests.fixture.rest.AdminRest;
import io.agreements.keycloak.tests.fixture.rest.MyRest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** What a legal hold keeps is passed over by all that erases, and erased when the hold is over. Tasks run again and again here. */
@OnEveryDatabase
@WithKeycloak(quickTasks = {Tasks.HOLDS, Tasks.SWEEP, Tasks.RETENTION})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HoldIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SALT = "a".repeat(32);
    private static final byte[] SALT_BYTES = HexFormat.of().parseHex(SALT);
    private static final String ADDRESS = "192.0.2.1";
    private static final int ROUNDS = Thoroughness.times(20, 60);

    private KeycloakServer server;
    private Database database;
    private Pop800 pop800;
    private AdminApi admin;

    @BeforeAll
    void createRealm(KeycloakServer server) {
        this.server = server;
        database = server.database();
        pop800 = Pop800.create(server);
        pop800.askForNothing();
        admin = AdminApi.of(pop800);
    }

    @Test
    void whoIsDeletedWhileHeldKeepsTheNameOnRecordUntilTheHoldIsLifted() {
        Person person = identified();
        String hold = place(admin, onUser(person.id()));
        remove(person);

        assertThat(pop800.standings(person.id())).isEmpty();
        awaitRunsOfTheSweep();
        assertNamed(person.id(), person.email());
        assertThat(foundBy(person.email().toUpperCase(Locale.ROOT))).containsOnly(person.id());
        assertThat(details(person.id(), "HOLD"))
                .singleElement()
                .satisfies(
                        details -> assertThat(details.path("reason").asText()).isEqualTo("A lawsuit."));
        assertThat(details(person.id(), "DELETION"))
                .singleElement()
                .satisfies(details -> assertThat(details.path("stage").asText()).isEqualTo("executed"));
        assertThat(details(person.id(), "ERASURE")).singleElement().satisfies(details -> {
            assertThat(details.path("records").asInt()).isZero();
            assertThat(details.path("held").asInt()).isEqualTo(1);
        });

        assertThat(admin.delete("/holds/" + hold).status()).isEqualTo(200);
        awaitUnnamed(person.id());
        assertThat(foundBy(person.email())).isEmpty();
        assertThat(details(person.id(), "ERASURE")).last().satisfies(details -> {
            assertThat(details.path("reason").asText()).isEqualTo("deletion");
            assertThat(details.path("records").asInt()).isEqualTo(4);
            assertThat(details.path("by").asText()).isEqualTo("schedule");
            assertThat(details.path("requestedAt").asLong()).isPositive();
        });
        assertThat(details(person.id(), "DELETION")).hasSize(1);
        assertThat(details(person.id(), "HOLD"))
                .satisfiesExactly(
                        placed -> {
                            assertThat(placed.path("stage").asText()).isEqualTo("placed");
                            assertThat(placed.has("reason"))
                                    .as("what was written goes with the user")
                                    .isFalse();
                            assertThat(placed.path("by").asText()).isEqualTo("administrator");
                            assertThat(placed.path("administrator").asText()).isNotBlank();
                            assertThat(placed.path("hold").asText()).isEqualTo(hold);
                        },
                        lifted -> {
                            assertThat(lifted.path("stage").asText()).isEqualTo("lifted");
                            assertThat(lifted.has("reason")).isFalse();
                            assertThat(lifted.path("administrator").asText()).isNotBlank();
                            assertThat(lifted.path("hold").asText()).isEqualTo(hold);
                        });
        await(() -> holds(person.id()).isEmpty());
        awaitNothingWaits(person.id());
    }

    @Test
    void aHoldEndsByItsDateAndWhatItKeptIsErased() {
        Person person = identified();
        ObjectNode wanted = onUser(person.id());
        wanted.put("until", Instant.now().plus(Duration.ofDays(30)).toEpochMilli());
        place(admin, wanted);
        remove(person);
        awaitRunsOfTheSweep();
        assertNamed(person.id(), person.email());
        try (MovedClock clock = MovedClock.of(server)) {
            clock.ahead(Duration.ofDays(31));
            awaitUnnamed(person.id());
        }

        assertThat(details(person.id(), "HOLD")).last().satisfies(details -> {
            assertThat(details.path("stage").asText()).isEqualTo("ended");
            assertThat(details.path("by").asText()).isEqualTo("schedule");
        });
        assertThat(details(person.id(), "ERASURE")).hasSize(2);
    }

    @Test
    void aHoldOnAnAgreementKeepsItsRecordsAndNoOthers() {
        Person person = identified();
        String hold = place(admin, onAgreement("news-by-mail"));
        remove(person);

        assertThat(pop800.records(person.id(), "news-by-mail"))
                .allSatisfy(row -> assertThat(row).containsEntry("username", person.email()));
        assertThat(pop800.records(person.id(), Pop800.AGREEMENT))
                .allSatisfy(
                        row -> assertThat(row).containsEntry("username", null).containsEntry("identity_salt", null));
        assertThat(details(person.id(), "ERASURE")).singleElement().satisfies(details -> {
            assertThat(details.path("records").asInt()).isEqualTo(2);
            assertThat(details.path("held").asInt()).isEqualTo(1);
        });
        assertThat(admin.delete("/holds/" + hold).status()).isEqualTo(200);
        awaitUnnamed(person.id());
        assertThat(details(person.id(), "ERASURE"))
                .last()
                .satisfies(
                        details -> assertThat(details.path("records").asInt()).isEqualTo(1));
    }

    @Test
    void whatTwoHoldsKeepIsErasedAfterTheLastOfThem() {
        Person person = identified();
        String first = place(admin, onUser(person.id()));
        remove(person);
        String second = place(admin, onUser(person.id()));
        assertThat(admin.delete("/holds/" + first).status()).isEqualTo(200);
        awaitSettled(first);
        assertNamed(person.id(), person.email());

        assertThat(admin.delete("/holds/" + second).status()).isEqualTo(200);
        awaitUnnamed(person.id());
    }

    @Test
    void aHoldUnderWhichNobodyLeftErasesNothing() {
        Person person = identified();
        String hold = place(admin, onUser(person.id()));
        assertThat(admin.delete("/holds/" + hold).status()).isEqualTo(200);
        awaitSettled(hold);

        assertNamed(person.id(), person.email());
        assertThat(details(person.id(), "ERASURE")).isEmpty();
        assertThat(admin.get("/holds?active=false&user=" + person.id()).successful())
                .singleElement()
                .satisfies(listed -> {
                    assertThat(listed.path("id").asText()).isEqualTo(hold);
                    assertThat(listed.path("endedAt").asLong()).isPositive();
                    assertThat(listed.path("liftedBy").asText()).isNotBlank();
                });
        remove(person);
        assertThat(holds(person.id())).isEmpty();
    }

    @Test
    void whoGoesWithoutAWordIsPassedOverBySweeping() {
        Person person = identified();
        String hold = place(admin, onUser(person.id()));
        removeBehindKeycloaksBack(person.id());
        await(() -> pop800.standings(person.id()).isEmpty());
        awaitRunsOfTheSweep();

        assertNamed(person.id(), person.email());
        assertThat(details(person.id(), "DELETION"))
                .singleElement()
                .satisfies(details -> assertThat(details.path("stage").asText()).isEqualTo("missing"));
        assertThat(admin.delete("/holds/" + hold).status()).isEqualTo(200);
        awaitUnnamed(person.id());
    }

    @Test
    void aUserOfADirectoryKeepsTheNameThatIsTheIdUntilTheHoldIsLifted() {
        Directory directory = Directory.create(pop800, "sun", Instant.EPOCH);
        String userId = directory.userId("sun");
        String recordId =
                new StoredDecision(userId, "sun", Pop800.AGREEMENT, 1, "ACCEPTED", Instant.now()).storeIn(pop800);
        new StoredDecision(userId, "sun", "personalisation", 1, "ACCEPTED", Instant.now()).storeIn(pop800);
        identify(userId);
        String hold = place(admin, onUser(userId));
        directory.hold("", Instant.EPOCH);
        await(() -> pop800.standings(userId).isEmpty());
        awaitRunsOfTheSweep();
        assertNamed(userId, "sun");
        assertThat(details(userId, "DELETION")).hasSize(1);

        assertThat(admin.delete("/holds/" + hold).status()).isEqualTo(200);
        await(() -> pop800.records(userId).isEmpty() && holds(userId).isEmpty());
        String pseudonym = (String) database.query("select user_id from agr_record where id = ?", recordId)
                .get(0)
                .get("user_id");
        assertThat(pseudonym).startsWith("gone:");
        assertThat(pop800.records(pseudonym))
                .allSatisfy(
                        row -> assertThat(row).containsEntry("username", null).containsEntry("identity_salt", null))
                .extracting(row -> row.get("type"))
                .containsExactlyInAnyOrder(
                        "ACCEPTANCE", "ACCEPTANCE", "DELETION", "ERASURE", "ERASURE", "HOLD", "HOLD");
        awaitNothingWaits(userId);
        pop800.realm().admin().components().component(directory.id()).remove();
    }

    @Test
    void theEndOfAUserStorePassesOverWhoIsHeld() {
        Directory directory = Directory.create(pop800, "wu,zheng", Instant.EPOCH);
        String held = directory.userId("wu");
        String free = directory.userId("zheng");
        for (String userId : List.of(held, free)) {
            new StoredDecision(userId, userId, Pop800.AGREEMENT, 1, "ACCEPTED", Instant.now()).storeIn(pop800);
            identify(userId);
        }
        String hold = place(admin, onUser(held));
        pop800.realm().admin().components().component(directory.id()).remove();
        await(() -> pop800.records(free).isEmpty());
        awaitRunsOfTheSweep();
        assertNamed(held, held);

        assertThat(admin.delete("/holds/" + hold).status()).isEqualTo(200);
        await(() -> pop800.records(held).isEmpty());
        awaitNothingWaits(held);
        assertThat(database.count(
                        "select count(*) from agr_record where realm_id = ? and username = ?", pop800.id(), held))
                .isZero();
    }

    @Test
    void holdsOutliveTheirRealmAndEndByTheirDate() {
        Pop800 going = Pop800.create(server);
        AdminApi itsAdmin = AdminApi.of(going);
        Person held = new Persons(going).settled();
        Person free = new Persons(going).settled();
        database.update("update agr_record set identity_salt = ? where realm_id = ?", SALT_BYTES, going.id());
        ObjectNode wanted = onUser(held.id());
        wanted.put("until", Instant.now().plus(Duration.ofDays(30)).toEpochMilli());
        place(itsAdmin, wanted);
        going.realm().admin().remove();

        assertThat(going.records(held.id(), Pop800.AGREEMENT))
                .allSatisfy(row -> assertThat(row).containsEntry("username", held.email()));
        assertThat(going.records(free.id(), Pop800.AGREEMENT))
                .allSatisfy(row -> assertThat(row).containsEntry("username", null));
        try (MovedClock clock = MovedClock.of(server)) {
            clock.ahead(Duration.ofDays(31));
            await(() -> database.count("select count(*) from agr_hold where realm_id = ?", going.id()) == 0);
        }
        assertThat(going.records(held.id()))
                .allSatisfy(
                        row -> assertThat(row).containsEntry("username", null).containsEntry("identity_salt", null))
                .extracting(row -> row.get("type"))
                .contains("HOLD", "ERASURE");
        assertThat(database.count("select count(*) from agr_held_erasure where realm_id = ?", going.id()))
                .isZero();
    }

    @Test
    void aHoldOfARealmThatIsGoneIsLiftedInOneWithItsId() {
        Pop800 going = Pop800.create(server);
        Person person = new Persons(going).settled();
        database.update("update agr_record set identity_salt = ? where realm_id = ?", SALT_BYTES, going.id());
        String hold = place(AdminApi.of(going), onUser(person.id()));
        going.realm().admin().remove();
        ObjectNode again = JSON.createObjectNode()
                .put("id", going.id())
                .put("realm", going.realm().name())
                .put("enabled", true);
        assertThat(AdminRest.post(server, "", again.toString()).statusCode()).isEqualTo(201);
        server.adminClient().tokenManager().grantToken();
        AdminApi itsAdmin = AdminApi.of(going);
        assertThat(itsAdmin.get("/holds?active=true").successful()).hasSize(1);
        assertThat(itsAdmin.delete("/holds/" + hold).status()).isEqualTo(200);
        going.realm().admin().remove();

        awaitUnnamed(person.id());
    }

    @Test
    void addressesThatAreHeldExpireWhenTheHoldIsOver() {
        Pop800 expiring = Pop800.create(server);
        AdminApi itsAdmin = AdminApi.of(expiring);
        Person heldPerson = old(expiring, Pop800.AGREEMENT);
        Person ofHeldAgreement = old(expiring, "news-by-mail");
        Person free = old(expiring, "personalisation");
        String onUser = place(itsAdmin, onUser(heldPerson.id()));
        String onAgreement = place(itsAdmin, onAgreement("news-by-mail"));
        lookAgain(expiring);
        keepFor(expiring, "90");
        await(() -> addresses(expiring, free) == 0);
        awaitRunsOfRetention(expiring);
        assertThat(addresses(expiring, heldPerson)).isEqualTo(1);
        assertThat(addresses(expiring, ofHeldAgreement)).isEqualTo(1);

        assertThat(itsAdmin.delete("/holds/" + onUser).status()).isEqualTo(200);
        await(() -> addresses(expiring, heldPerson) == 0);
        assertThat(expiring.records(heldPerson.id()).stream()
                        .filter(row -> row.get("type").equals("ERASURE")))
                .singleElement()
                .satisfies(row -> assertThat((String) row.get("details")).contains("\"reason\":\"retention\""));
        awaitRunsOfRetention(expiring);
        assertThat(addresses(expiring, ofHeldAgreement)).isEqualTo(1);
        assertThat(itsAdmin.delete("/holds/" + onAgreement).status()).isEqualTo(200);
        await(() -> addresses(expiring, ofHeldAgreement) == 0);
        assertThat(ofHeldAgreement.email())
                .isEqualTo(expiring.records(ofHeldAgreement.id()).get(0).get("username"));
    }

    @Test
    void aRealmWithoutHoldsIsAskedForThemOnceForEachSliceThatExpiresAndNotAtADeletion() {
        Pop800 plain = Pop800.create(server);
        // Of two slices; one more may come before what is awaited is first looked at.
        List<Statement> ofTimers = Statements.ofTimers(server, () -> awaitRunsOfRetention(plain));
        assertThat(ofTimers.stream()
                        .filter(statement -> statement.parameters().contains(plain.id()))
                        .map(statement -> statement.sql().toLowerCase(Locale.ROOT))
                        .filter(sql -> sql.contains("agr_hold")))
                .hasSizeLessThanOrEqualTo(3)
                .allSatisfy(sql -> assertThat(sql).startsWith("select count("));

        Person person = new Persons(plain).settled();
        List<Statement> ofDeletion = Statements.during(server, () -> remove(plain, person));
        assertThat(ofDeletion.stream()
                        .map(statement -> statement.sql().toLowerCase(Locale.ROOT))
                        .filter(sql -> sql.contains("agr_hold") || sql.contains("agr_held_erasure")))
                .hasSize(2);
        List<Statement> ofSignIn = Statements.during(
                server,
                () -> plain.client().password(new Persons(plain).settled().email(), Pop800.PASSWORD));
        assertThat(ofSignIn)
                .noneMatch(statement -> statement.sql().toLowerCase(Locale.ROOT).contains("agr_h"));
    }

    /** Either the hold comes first and keeps everything, or the account is gone and there is nothing to hold. */
    @Test
    void aHoldAndADeletionAtTheSameMomentAgree() throws Exception {
        int held = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Person person = identified();
            String wanted = onUser(person.id()).toString();
            long pause = Duration.ofMillis(round % 20).toNanos();
            CyclicBarrier start = new CyclicBarrier(2);
            CompletableFuture<Reply> placing = CompletableFuture.supplyAsync(() -> {
                await(start);
                LockSupport.parkNanos(pause);
                return admin.post("/holds", wanted);
            });
            CompletableFuture<Void> removing = CompletableFuture.runAsync(() -> {
                await(start);
                remove(person);
            });
            removing.get(60, TimeUnit.SECONDS);
            Reply placed = placing.get(60, TimeUnit.SECONDS);
            assertThat(placed.status()).as(placed.body()).isIn(201, 400, 409);
            boolean keeps = placed.status() == 201;
            held += keeps ? 1 : 0;
            assertThat(pop800.records(person.id(), Pop800.AGREEMENT))
                    .as("after " + placed.status() + " in round " + round)
                    .allSatisfy(row -> assertThat(row).containsEntry("username", keeps ? person.email() : null));
            assertThat(database.count("select count(*) from agr_held_erasure where user_id = ?", person.id()))
                    .isEqualTo(keeps ? 1 : 0);
        }
        assertThat(held).as("rounds in which the hold came first").isPositive();
    }

    @Test
    void aHoldIsPlacedFoundAndLiftedAndEachStepIsAnAdminEvent() {
        Person person = identified();
        Reply placed = admin.post("/holds", onUser(person.id()).toString());
        assertThat(placed.status()).isEqualTo(201);
        String id = placed.json().path("id").asText();
        assertThat(placed.location()).endsWith("/holds/" + id);
        assertThat(placed.json().path("username").asText()).isEqualTo(person.email());
        assertThat(placed.json().path("administrator").asText()).isEqualTo("admin");
        assertThat(placed.json().has("endedAt")).isFalse();
        assertThat(admin.get("/holds/" + id).successful()).isEqualTo(placed.json());
        assertThat(admin.get("/holds?active=true&user=" + person.id()).successful())
                .containsExactly(placed.json());
        assertThat(admin.get("/holds?agreement=" + Pop800.AGREEMENT + "&user=" + person.id())
                        .successful())
                .isEmpty();
        assertThat(admin.get("/holds?first=0&max=1").successful()).hasSize(1);

        assertThat(admin.delete("/holds/" + id).successful().path("endedAt").asLong())
                .isPositive();
        assertThat(admin.delete("/holds/" + id).status()).isEqualTo(409);
        assertThat(pop800.realm().admin().getAdminEvents().stream()
                        .filter(event -> ("agreements/holds/" + id).equals(event.getResourcePath())))
                .extracting(AdminEventRepresentation::getOperationType)
                .containsExactlyInAnyOrder("CREATE", "DELETE");
    }

    @Test
    void theLedgerOfAnAgreementHasTheHoldsOnIt() {
        String id = admin.post("/holds", "{\"agreement\": \"%s\", \"reason\": \"a claim\"}".formatted(Pop800.AGREEMENT))
                .json()
                .path("id")
                .asText();
        admin.delete("/holds/" + id).successful();

        assertThat(admin.get("/records?type=HOLD&agreement=" + Pop800.AGREEMENT).successful())
                .extracting(entry -> entry.at("/details/stage").asText() + " "
                        + entry.at("/details/hold").asText())
                .contains("placed " + id, "lifted " + id);
    }

    @Test
    void whatIsWrongWithAWishIsNamed() {
        String userId = identified().id();
        assertRefused("{}", "userId or agreement must be given");
        assertRefused("{\"userId\": \"%s\"}".formatted(userId), "reason must be given");
        assertRefused("{\"userId\": \"%s\", \"reason\": \" \"}".formatted(userId), "reason must be given");
        assertRefused(
                "{\"userId\": \"%s\", \"reason\": \"%s\"}".formatted(userId, "x".repeat(1001)), "reason has 1001");
        assertRefused("{\"userId\": \"%s\", \"reason\": \"a\\u0000b\"}".formatted(userId), "reason must not have");
        assertRefused("{\"userId\": \"%s\", \"reason\": \"a\", \"until\": 1}".formatted(userId), "until");
        assertRefused(
                "{\"userId\": \"%s\", \"reason\": \"a\", \"until\": %d}"
                        .formatted(userId, Instant.now().minusSeconds(5).toEpochMilli()),
                "until must lie in the future");
        assertRefused(
                "{\"userId\": \"%s\", \"agreement\": \"news-by-mail\", \"reason\": \"a\"}".formatted(userId),
                "not both");
        assertRefused("{\"userId\": \"nobody\", \"reason\": \"a\"}", "userId: there is no user nobody");
        assertRefused("{\"agreement\": \"none\", \"reason\": \"a\"}", "agreement: there is no agreement none");
        assertThat(admin.get("/holds/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(admin.delete("/holds/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(holds(userId)).isEmpty();
    }

    @Test
    void onlyWhoManagesWhatIsHeldMayPlaceAndLift() {
        Person person = identified();
        String onUser = place(admin, onUser(person.id()));
        String onAgreement = place(admin, onAgreement("personalisation"));
        AdminApi nobody = AdminApi.ofNobody(pop800);
        AdminApi viewer = AdminApi.ofAdministratorWith(pop800, "view-users", "view-realm", "view-events");
        AdminApi ofUsers = AdminApi.ofAdministratorWith(pop800, "manage-users");
        AdminApi ofRealm = AdminApi.ofAdministratorWith(pop800, "manage-realm");
        AdminApi other = AdminApi.ofAdministratorWith(pop800, "view-clients");

        for (String path : List.of("/holds", "/holds/" + onUser, "/holds?user=" + person.id(), "/holds?user=nobody")) {
            assertThat(viewer.get(path).status()).as(path).isEqualTo(200);
            assertThat(other.get(path).status()).as(path).isEqualTo(403);
            assertThat(nobody.get(path).status()).as(path).isEqualTo(401);
            assertThat(ofRealm.get(path).status()).as(path).isEqualTo(403);
        }
        for (String path : List.of("/holds/" + onAgreement, "/holds?agreement=personalisation")) {
            assertThat(viewer.get(path).status()).as(path).isEqualTo(200);
            assertThat(ofRealm.get(path).status()).as(path).isEqualTo(200);
            assertThat(other.get(path).status()).as(path).isEqualTo(403);
            assertThat(ofUsers.get(path).status()).as(path).isEqualTo(403);
        }
        for (AdminApi caller : List.of(viewer, other, ofRealm)) {
            assertThat(caller.post("/holds", onUser(person.id()).toString()).status())
                    .isEqualTo(403);
            assertThat(caller.post("/holds", onUser("nobody").toString()).status())
                    .isEqualTo(403);
            assertThat(caller.delete("/holds/" + onUser).status()).isEqualTo(403);
        }
        for (AdminApi caller : List.of(viewer, other, ofRealm, ofUsers)) {
            assertThat(caller.post("/holds", onAgreement("personalisation").toString())
                            .status())
                    .isEqualTo(403);
            assertThat(caller.delete("/holds/" + onAgreement).status()).isEqualTo(403);
        }
        assertThat(nobody.post("/holds", onUser(person.id()).toString()).status())
                .isEqualTo(401);
        assertThat(nobody.delete("/holds/" + onUser).status()).isEqualTo(401);

        assertThat(ofUsers.delete("/holds/" + onUser).status()).isEqualTo(200);
        AdminApi ofBoth = AdminApi.ofAdministratorWith(pop800, "manage-realm", "manage-users");
        assertThat(ofBoth.delete("/holds/" + onAgreement).status()).isEqualTo(200);
    }

    @Test
    void usersSeeThatTheirRecordsAreHeldButNeverWhyAndNothingWhereTheyAreNotTold() {
        Person person = identified();
        place(admin, onUser(person.id()));
        MyRest my = new MyRest(
                pop800,
                pop800.client().password(person.email(), Pop800.PASSWORD).accessToken());
        assertThat(my.get("/records?type=HOLD").json()).singleElement().satisfies(entry -> {
            assertThat(entry.at("/details/stage").asText()).isEqualTo("placed");
            assertThat(entry.toString()).doesNotContain("A lawsuit").doesNotContain("administrator\":");
        });
        set(pop800, "agreements.hold.told", "false");
        try {
            assertThat(my.get("/records?type=HOLD").json()).isEmpty();
            assertThat(my.get("/records").json())
                    .isNotEmpty()
                    .noneMatch(entry -> entry.path("type").asText().equals("HOLD"));
        } finally {
            set(pop800, "agreements.hold.told", "true");
        }
    }

    private void assertRefused(String body, String words) {
        Reply reply = admin.post("/holds", body);
        assertThat(reply.status()).as(body).isEqualTo(400);
        assertThat(reply.errorMessage()).as(body).contains(words);
    }

    private Person identified() {
        Person person = new Persons(pop800).settled();
        identify(person.id());
        return person;
    }

    private void identify(String userId) {
        database.update("update agr_record set identity_salt = ? where user_id = ?", SALT_BYTES, userId);
    }

    /** Somebody who decided a hundred days ago, whose address is on record. */
    private Person old(Pop800 realm, String agreement) {
        Person person = new Persons(realm).owing();
        Instant then = Instant.now().minus(Duration.ofDays(100));
        String recordId =
                new StoredDecision(person.id(), person.email(), agreement, 1, "ACCEPTED", then).storeIn(realm);
        database.update(RecordSql.insertConnections("?, null, ?", "r.id = ?"), ADDRESS, SALT_BYTES, recordId);
        return person;
    }

    private long addresses(Pop800 realm, Person person) {
        return database.count(
                "select count(*) from agr_record r join agr_connection c on c.record_id = r.id where r.realm_id = ?"
                        + " and r.user_id = ? and c.connection_salt is not null",
                realm.id(),
                person.id());
    }

    private static ObjectNode onUser(String userId) {
        return JSON.createObjectNode().put("userId", userId).put("reason", "A lawsuit.");
    }

    private static ObjectNode onAgreement(String key) {
        return JSON.createObjectNode().put("agreement", key).put("reason", "An inquiry.");
    }

    private static String place(AdminApi admin, ObjectNode wanted) {
        return admin.post("/holds", wanted.toString()).successful().path("id").asText();
    }

    private void remove(Person person) {
        remove(pop800, person);
    }

    private static void remove(Pop800 realm, Person person) {
        realm.realm().admin().users().get(person.id()).remove();
    }

    private void removeBehindKeycloaksBack(String userId) {
        for (String table : List.of(
                "credential", "user_attribute", "user_role_mapping", "user_required_action", "user_group_membership")) {
            database.update("delete from " + table + " where user_id = ?", userId);
        }
        assertThat(database.update("delete from user_entity where id = ?", userId))
                .isEqualTo(1);
    }

    /** Whose records the search for a name finds. */
    private Set<String> foundBy(String name) {
        Set<String> found = new HashSet<>();
        admin.get("/records?search=" + name)
                .successful()
                .forEach(entry -> found.add(entry.path("userId").asText()));
        return found;
    }

    private void assertNamed(String userId, String username) {
        assertThat(pop800.records(userId).stream().filter(row -> row.get("type").equals("ACCEPTANCE")))
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(row).containsEntry("username", username).containsEntry("identity_salt", SALT));
    }

    private void awaitUnnamed(String userId) {
        await(() -> database.count(
                        "select count(*) from agr_record r where r.user_id = ? and (r.username is not null or"
                                + " r.identity_salt is not null or exists (select 1 from agr_connection c"
                                + " where c.record_id = r.id))",
                        userId)
                == 0);
        await(() -> database.count("select count(*) from agr_held_erasure where user_id = ?", userId) == 0);
    }

    private void awaitNothingWaits(String userId) {
        await(() -> database.count("select count(*) from agr_held_erasure where user_id = ?", userId) == 0);
    }

    private void awaitSettled(String hold) {
        await(() -> database.query("select settled from agr_hold where id = ?", hold).stream()
                .allMatch(row -> Boolean.TRUE.equals(row.get("settled"))
                        || row.get("settled") instanceof Number number && number.intValue() == 1));
    }

    /** The sweep finds somebody else in between, twice. */
    private void awaitRunsOfTheSweep() {
        for (int i = 0; i < 2; i++) {
            Person other = identified();
            removeBehindKeycloaksBack(other.id());
            awaitUnnamed(other.id());
        }
    }

    private void awaitRunsOfRetention(Pop800 realm) {
        for (int i = 0; i < 2; i++) {
            List<Map<String, Object>> before = watermark(realm);
            lookAgain(realm);
            await(() -> !watermark(realm).isEmpty() && !watermark(realm).equals(before));
        }
    }

    /** Nothing that the server itself records is so old. */
    private void lookAgain(Pop800 realm) {
        database.update("update agr_retention set oldest_at = 0 where realm_id = ?", realm.id());
    }

    private List<Map<String, Object>> watermark(Pop800 realm) {
        return database.query("select expired_before from agr_retention where realm_id = ?", realm.id());
    }

    private static void keepFor(Pop800 realm, String days) {
        set(realm, "agreements.connection.days", days);
    }

    private static void set(Pop800 realm, String attribute, String value) {
        RealmRepresentation representation = realm.realm().admin().toRepresentation();
        Map<String, String> attributes = new HashMap<>(representation.getAttributes());
        attributes.put(attribute, value);
        representation.setAttributes(attributes);
        realm.realm().admin().update(representation);
    }

    private List<Map<String, Object>> holds(String userId) {
        return database.query("select * from agr_hold where realm_id = ? and user_id = ?", pop800.id(), userId);
    }

    private List<JsonNode> details(String userId, String type) {
        List<JsonNode> details = new ArrayList<>();
        pop800.records(userId).stream()
                .filter(row -> row.get("type").equals(type))
                .forEach(row -> details.add(details(row)));
        return details;
    }

    /** With what was written, and who acted. */
    private static JsonNode details(Map<String, Object> row) {
        ObjectNode all = (ObjectNode) json((String) row.get("details"));
        if (row.get("free_text") != null) {
            all.setAll((ObjectNode) json((String) row.get("free_text")));
        }
        return all.put("administrator", (String) row.get("administrator_id"));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
