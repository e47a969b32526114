package io.agreements.keycloak.tests.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.running.MovedClock;
import io.agreements.keycloak.testing.server.running.QuickTasks;
import io.agreements.keycloak.testing.server.running.Statements;
import io.agreements.keycloak.testing.server.running.Statements.Statement;
import io.agreements.keycloak.tests.fixture.realm.Directory;
import io.agreements.keycloak.tests.fixture.realm.Mailbox;
import io.agreements.keycloak.tests.fixture.realm.Mailbox.Letter;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.Tasks;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import io.agreements.keycloak.tests.fixture.rest.MyRest;
import io.agreements.keycloak.tests.fixture.rest.OAuthClient.Reply;
import io.agreements.keycloak.tests.fixture.rest.OwedTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** What is imposed on a user is on record, counts on every way to a token, and is over when it is over. */
@OnEveryDatabase
@WithKeycloak(quickTasks = {Tasks.DELETIONS, Tasks.NOTICES})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RestrictionIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private KeycloakServer server;
    private OwedTokens realm;
    private Pop800 pop800;
    private AdminApi admin;

    @BeforeAll
    void createRealm(KeycloakServer server) {
        this.server = server;
        realm = OwedTokens.create(server);
        pop800 = realm.pop800();
        RealmRepresentation settings = pop800.realm().admin().toRepresentation();
        settings.setAdminEventsEnabled(true);
        pop800.realm().admin().update(settings);
        admin = AdminApi.of(pop800);
    }

    @Test
    void aSuspensionEndsAllSessionsAndNoWayLeadsToATokenUntilItIsLifted() {
        Person person = newPerson();
        Reply online = realm.api().password(person.email(), "openid");
        Reply offline = realm.api().password(person.email(), "openid offline_access");
        String id = imposed(suspension(person.id()));

        assertThat(realm.api()
                        .refresh(online.refreshToken())
                        .json()
                        .path("error")
                        .asText())
                .isEqualTo("invalid_grant");
        assertThat(realm.api()
                        .refresh(offline.refreshToken())
                        .json()
                        .path("error")
                        .asText())
                .isEqualTo("invalid_grant");
        assertThat(realm.api().userInfo(online.accessToken()).status()).isEqualTo(401);
        assertThat(realm.api()
                        .introspect(online.accessToken())
                        .json()
                        .path("active")
                        .asBoolean())
                .isFalse();
        assertThat(realm.api().exchange(online.accessToken()).status()).isEqualTo(400);
        assertThat(realm.api().permissions(online.accessToken()).status()).isBetween(400, 499);
        assertThat(new MyRest(pop800, online.accessToken()).get("").status()).isEqualTo(401);
        assertSuspended(realm.api().password(person.email(), "openid"));
        assertSuspended(realm.api().tomorrow(person.email()));

        assertThat(admin.delete("/restrictions/" + id).status()).isEqualTo(200);
        assertThat(realm.api().password(person.email(), "openid").status()).isEqualTo(200);
    }

    @Test
    void itCountsWhereTheRealmHasItsPageAndItsPoliciesSwitchedOff(KeycloakServer server) {
        OwedTokens other = OwedTokens.create(server);
        other.pop800().askForNothing();
        other.pop800().enable("agreement-restriction", false);
        String email = "other@example.org";
        String userId = other.newUser(email);
        ObjectNode wanted = suspension(userId);
        assertThat(AdminApi.of(other.pop800())
                        .post("/restrictions", wanted.toString())
                        .status())
                .isEqualTo(201);

        assertSuspended(other.api().password(email, "openid"));
        assertSuspended(other.api().tomorrow(email));
    }

    @Test
    void aSuspensionIsOverByItselfAndNothingIsStoredOfThat() {
        Person person = newPerson();
        ObjectNode wanted = suspension(person.id());
        wanted.put("until", Instant.now().plus(Duration.ofDays(3)).toEpochMilli());
        imposed(wanted);
        assertSuspended(realm.api().password(person.email(), "openid"));
        try (MovedClock clock = MovedClock.of(server)) {
            clock.ahead(Duration.ofDays(4));
            Reply tokens = realm.api().password(person.email(), "openid");
            assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
            MyRest.Reply mine = new MyRest(pop800, tokens.accessToken()).get("/restrictions");
            JsonNode over = mine.json().path(0);
            assertThat(over.path("effect").asText()).isEqualTo("NONE");
            assertThat(over.has("endedAt")).isFalse();
        }
        assertThat(stages(person.id())).containsExactly("imposed");
    }

    @Test
    void aNoticeLetsItsUserInUntilItsDateAndNotAfterIt() {
        Person person = newPerson();
        ObjectNode wanted = restriction(person.id(), "NOTICE");
        wanted.put("until", Instant.now().plus(Duration.ofDays(3)).toEpochMilli());
        imposed(wanted);
        Reply tokens = realm.api().password(person.email(), "openid offline_access");
        assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
        assertThat(new MyRest(pop800, tokens.accessToken())
                        .get("/restrictions")
                        .json()
                        .toString())
                .contains("The nickname is an insult.")
                .contains("NOTIFIED");
        try (MovedClock clock = MovedClock.of(server)) {
            clock.ahead(Duration.ofDays(4));
            assertThat(realm.api()
                            .refresh(tokens.refreshToken())
                            .json()
                            .path("error")
                            .asText())
                    .isEqualTo("invalid_grant");
            assertSuspended(realm.api().password(person.email(), "openid"));
        }
    }

    @Test
    void aNoticeWhoseDateIsMissedEndsTheSessionsThatAreOpenAndIsOnRecordOnce() {
        Person person = newPerson();
        imposed(noticeForTwoMinutes(person));
        Reply online = realm.api().password(person.email(), "openid");
        Reply offline = realm.api().password(person.email(), "openid offline_access");
        assertThat(List.of(online.status(), offline.status())).containsOnly(200);
        await(() -> sessions(person) > 1);
        try (MovedClock clock = MovedClock.of(server)) {
            clock.ahead(Duration.ofMinutes(3));
            await(() -> sessions(person) == 0);

            for (Reply tokens : List.of(online, offline)) {
                Reply refused = realm.api().refresh(tokens.refreshToken());
                assertThat(refused.status()).as(refused.body()).isEqualTo(400);
            }
            assertSuspended(realm.api().password(person.email(), "openid"));
            awaitMoreRuns();
        }
        assertThat(stages(person.id())).containsExactly("imposed", "missed");
        assertThat(restrictionRecords(person.id()).get(1)).containsEntry("method", null);
    }

    @Test
    void aNoticeWhoseDateIsPutOffInTimeIsNotMissed() {
        Person person = newPerson();
        ObjectNode wanted = noticeForTwoMinutes(person);
        String id = imposed(wanted);
        assertThat(realm.api().password(person.email(), "openid").status()).isEqualTo(200);
        wanted.put("until", Instant.now().plus(Duration.ofDays(3)).toEpochMilli());
        wanted.put("edits", 0);
        assertThat(admin.put("/restrictions/" + id, wanted.toString()).status()).isEqualTo(200);
        try (MovedClock clock = MovedClock.of(server)) {
            clock.ahead(Duration.ofMinutes(3));
            awaitMoreRuns();
            assertThat(sessions(person)).isPositive();
        }
        assertThat(stages(person.id())).containsExactly("imposed", "changed");
    }

    @Test
    void aNoticeThatIsCorrectedIsNotMissedThoughNobodyHasLooked() {
        Person person = newPerson();
        imposed(noticeForTwoMinutes(person).put("attribute", "lastName"));
        assertThat(realm.api().password(person.email(), "openid").status()).isEqualTo(200);
        UserRepresentation user =
                pop800.realm().admin().users().get(person.id()).toRepresentation();
        user.setLastName("Corrected");
        pop800.realm().admin().users().get(person.id()).update(user);
        try (MovedClock clock = MovedClock.of(server)) {
            clock.ahead(Duration.ofMinutes(3));
            await(() -> stages(person.id()).size() > 1);
            assertThat(sessions(person)).isPositive();
        }
        assertThat(stages(person.id())).containsExactly("imposed", "corrected");
    }

    private static ObjectNode noticeForTwoMinutes(Person person) {
        return RestrictionBody.of(person.id(), "NOTICE")
                .put("until", Instant.now().plus(Duration.ofMinutes(2)).toEpochMilli());
    }

    /** Online and offline. */
    private long sessions(Person person) {
        return server.database().count("select count(*) from offline_user_session where user_id = ?", person.id());
    }

    private void awaitMoreRuns() {
        long runs = QuickTasks.runs(server, Tasks.NOTICES);
        await(() -> QuickTasks.runs(server, Tasks.NOTICES) > runs + 2);
    }

    @Test
    void aNoticeNamesAnAttributeOfTheProfileOrNone() {
        ObjectNode wanted = restriction(newPerson().id(), "NOTICE");
        wanted.put("until", Instant.now().plus(Duration.ofDays(3)).toEpochMilli());
        wanted.put("attribute", "nosuch");

        assertRefused(wanted.toString(), "attribute must be one of the realm's user profile");
    }

    @Test
    void aNoticeIsOverOnceTheAttributeItNamesIsAnotherOne() {
        Person person = newPerson();
        ObjectNode wanted = restriction(person.id(), "NOTICE");
        wanted.put("until", Instant.now().plus(Duration.ofDays(3)).toEpochMilli());
        wanted.put("attribute", "lastName");
        String id = imposed(wanted);
        assertThat(realm.api().password(person.email(), "openid").status()).isEqualTo(200);
        assertThat(admin.get("/restrictions/" + id).json().has("ending")).isFalse();

        UserRepresentation user =
                pop800.realm().admin().users().get(person.id()).toRepresentation();
        user.setLastName("Corrected");
        pop800.realm().admin().users().get(person.id()).update(user);
        assertThat(realm.api().password(person.email(), "openid").status()).isEqualTo(200);

        assertThat(admin.get("/restrictions/" + id).json().path("ending").asText())
                .isEqualTo("CORRECTED");
        assertThat(stages(person.id())).containsExactly("imposed", "corrected");
    }

    @Test
    void aTerminationDeletesTheAccountWhenItsTimeIsOverAndLiftedItDoesNot() {
        Person closed = newPerson();
        Person spared = newPerson();
        imposed(restriction(closed.id(), "TERMINATION"));
        String lifted = imposed(restriction(spared.id(), "TERMINATION"));
        assertThat(admin.post(
                                "/restrictions",
                                restriction(spared.id(), "TERMINATION").toString())
                        .status())
                .isEqualTo(409);
        Reply refused = realm.api().password(closed.email(), "openid");
        assertThat(refused.json().path("agreements_error").asText()).isEqualTo("account_terminated");
        assertThat(admin.delete("/restrictions/" + lifted).status()).isEqualTo(200);
        assertThat(realm.api().password(spared.email(), "openid").status()).isEqualTo(200);
        try (MovedClock clock = MovedClock.of(server)) {
            clock.ahead(Duration.ofDays(8));
            await(() -> isGone(closed.id()));
        }

        assertThat(isGone(spared.id())).isFalse();
        assertThat(server.database().query("select id from agr_restriction where user_id = ?", closed.id()))
                .isEmpty();
        assertThat(pop800.records(closed.id()).stream()
                        .filter(row -> "RESTRICTION".equals(row.get("type")) || row.get("free_text") != null))
                .allSatisfy(
                        row -> assertThat(row).containsEntry("username", null).containsEntry("free_text", null));
    }

    @Test
    void aTerminationThatIsChangedStaysHeldAndItsDeletionIsAskedForAnewForAnotherDateOnly() {
        Person person = newPerson();
        String id = imposed(restriction(person.id(), "TERMINATION"));
        admin.put("/deletion-requests/" + person.id() + "/hold", "{\"reason\": \"An order is in dispute.\"}")
                .successful();
        ObjectNode changed = restriction(person.id(), "TERMINATION");
        changed.put("facts", "The nickname is an insult to somebody.");
        changed.put("edits", 0);
        assertThat(admin.put("/restrictions/" + id, changed.toString()).status())
                .isEqualTo(200);
        assertThat(holdReasons(person)).containsExactly("An order is in dispute.");
        assertThat(deletionStages(person)).containsExactlyInAnyOrder("requested", "held");

        changed.put("edits", 1);
        changed.put("until", Instant.now().plus(Duration.ofDays(20)).toEpochMilli());
        assertThat(admin.put("/restrictions/" + id, changed.toString()).status())
                .isEqualTo(200);
        assertThat(holdReasons(person)).containsExactly("An order is in dispute.");
        assertThat(deletionStages(person))
                .containsExactlyInAnyOrder("requested", "held", "cancelled", "requested", "held");
    }

    private List<Object> holdReasons(Person person) {
        return server
                .database()
                .query("select hold_reason from agr_deletion_request where user_id = ?", person.id())
                .stream()
                .map(row -> row.get("hold_reason"))
                .toList();
    }

    private List<String> deletionStages(Person person) {
        return pop800.records(person.id()).stream()
                .filter(row -> "DELETION".equals(row.get("type")))
                .map(row -> read((String) row.get("details")).path("stage").asText())
                .toList();
    }

    @Test
    void eachStepIsOnRecordAndAnAdminEvent() throws IOException {
        Person person = newPerson();
        String id = imposed(suspension(person.id()));
        ObjectNode changed = suspension(person.id());
        changed.put("facts", "The nickname is an insult to somebody.");
        changed.put("edits", 0);
        assertThat(admin.put("/restrictions/" + id, changed.toString()).status())
                .isEqualTo(200);
        assertThat(admin.put("/restrictions/" + id, changed.toString()).status())
                .as("read before it was changed")
                .isEqualTo(409);
        assertThat(admin.delete("/restrictions/" + id).status()).isEqualTo(200);
        assertThat(admin.delete("/restrictions/" + id).status()).isEqualTo(409);

        assertThat(stages(person.id())).containsExactly("imposed", "changed", "lifted");
        JsonNode words =
                JSON.readTree((String) restrictionRecords(person.id()).get(1).get("free_text"));
        assertThat(words.path("facts").asText()).isEqualTo("The nickname is an insult to somebody.");
        assertThat(pop800.realm().admin().getAdminEvents().stream()
                        .filter(event -> ("agreements/restrictions/" + id).equals(event.getResourcePath())))
                .extracting(AdminEventRepresentation::getOperationType)
                .containsExactlyInAnyOrder("CREATE", "UPDATE", "DELETE");
    }

    @Test
    void aListNamesWhomItIsAbout() {
        Person person = newPerson();
        String id = imposed(suspension(person.id()));
        JsonNode listed = admin.get("/restrictions?user=" + person.id()).json();
        assertThat(listed).hasSize(1);
        assertThat(listed.path(0).path("id").asText()).isEqualTo(id);
        assertThat(listed.path(0).path("username").asText()).isEqualTo(person.email());
        assertThat(listed.path(0).path("effect").asText()).isEqualTo("SUSPENDED");
        assertThat(admin.get("/restrictions?active=true&kind=SUSPENSION").json().toString())
                .contains(id);
        assertThat(admin.get("/restrictions?kind=NOTICE").json().toString()).doesNotContain(id);
        assertThat(admin.get("/restrictions?kind=BAN").status()).isEqualTo(400);
    }

    @Test
    void whatIsWrongWithAWishIsNamed() {
        Person person = newPerson();
        assertRefused("{}", "userId must be given");
        assertRefused("{\"userId\": \"nobody\"}", "there is no user nobody");
        for (Map.Entry<String, String> wrong : Map.of(
                        "\"grounds\": []",
                        "grounds must be given",
                        "\"facts\": \"  \"",
                        "facts must be given",
                        "\"facts\": \"" + "x".repeat(2001) + "\"",
                        "there is room for 2000",
                        "\"article\": null",
                        "article must be given",
                        "\"until\": 1000000000000",
                        "until must lie in the future",
                        "\"kind\": \"NOTICE\"",
                        "until must be given",
                        "\"attribute\": \"nickname\"",
                        "attribute is for a NOTICE only",
                        "\"appeal\": \"" + "x".repeat(501) + "\"",
                        "there is room for 500")
                .entrySet()) {
            ObjectNode wanted = suspension(person.id());
            try {
                wanted.setAll((ObjectNode) JSON.readTree("{" + wrong.getKey() + "}"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            assertRefused(wanted.toString(), wrong.getValue());
        }
        assertThat(admin.get("/restrictions?user=" + person.id()).json()).isEmpty();
    }

    @Test
    void onlyWhoMayManageTheUserImposesOrLifts() {
        Person person = newPerson();
        String id = imposed(suspension(person.id()));
        String wanted = suspension(person.id()).toString();
        ObjectNode changed = suspension(person.id());
        changed.put("edits", 0);
        assertThat(AdminApi.ofNobody(pop800).get("/restrictions").status()).isEqualTo(401);
        AdminApi realmOnly = AdminApi.ofAdministratorWith(pop800, "manage-realm");
        assertThat(realmOnly.get("/restrictions").status()).isEqualTo(403);
        assertThat(realmOnly.get("/restrictions/" + id).status()).isEqualTo(403);
        AdminApi viewer = AdminApi.ofAdministratorWith(pop800, "view-users");
        assertThat(viewer.get("/restrictions/" + id).status()).isEqualTo(200);
        for (AdminApi other : List.of(realmOnly, viewer)) {
            assertThat(other.post("/restrictions", wanted).status()).isEqualTo(403);
            assertThat(other.post("/restrictions", suspension("nobody").toString())
                            .status())
                    .isEqualTo(403);
            assertThat(other.put("/restrictions/" + id, changed.toString()).status())
                    .isEqualTo(403);
            assertThat(other.delete("/restrictions/" + id).status()).isEqualTo(403);
        }
        assertThat(AdminApi.ofAdministratorWith(pop800, "manage-users")
                        .delete("/restrictions/" + id)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void eachStepIsToldByMailInTheLanguageOfTheAccount(KeycloakServer server) {
        try (Mailbox mailbox = new Mailbox()) {
            OwedTokens other = OwedTokens.create(server);
            mailbox.serve(other.pop800());
            String email = "mailed@example.org";
            String userId = other.newUser(email);
            UserRepresentation user =
                    other.pop800().realm().admin().users().get(userId).toRepresentation();
            user.singleAttribute("locale", "zh-Hans");
            other.pop800().realm().admin().users().get(userId).update(user);
            AdminApi there = AdminApi.of(other.pop800());
            String id = there.post("/restrictions", suspension(userId).toString())
                    .successful()
                    .path("id")
                    .asText();
            Letter imposed = mailbox.await(1).get(0);
            assertThat(imposed.to()).contains(email);
            assertThat(imposed.subject()).isEqualTo("关于您的账号");
            assertThat(imposed.text()).contains("直至解除为止", "侮辱或者诽谤他人", "The nickname is an insult.", "Article 4 (8)");
            assertThat(imposed.html()).contains("The nickname is an insult.");

            there.delete("/restrictions/" + id).successful();
            Letter lifted = mailbox.await(2).get(1);
            assertThat(lifted.subject()).isEqualTo("关于您的账号：处理已结束");

            there.post(
                            "/restrictions",
                            noticeForTwoMinutes(new Person(userId, email)).toString())
                    .successful();
            mailbox.await(3);
            try (MovedClock clock = MovedClock.of(server)) {
                clock.ahead(Duration.ofMinutes(3));
                Letter missed = mailbox.await(4).get(3);
                assertThat(missed.subject()).isEqualTo("关于您的账号");
                assertThat(List.of(missed.text(), missed.html()))
                        .allSatisfy(
                                words -> assertThat(words).contains("前更正。您的账号现已被暂停使用", "The nickname is an insult."));
            }
        }
    }

    @Test
    void whereNothingIsImposedOnAnybodyItCostsNothingAndElsewhereOneReadAtASignIn(KeycloakServer server) {
        OwedTokens quiet = OwedTokens.create(server);
        String email = "quiet@example.org";
        quiet.newUser(email);
        String restrictedId = quiet.newUser("restricted@example.org");
        quiet.api().password(email, "openid");
        assertThat(restrictionStatements(() -> quiet.api().password(email, "openid")))
                .filteredOn(sql -> sql.contains("user_id"))
                .isEmpty();

        AdminApi.of(quiet.pop800())
                .post("/restrictions", suspension(restrictedId).toString())
                .successful();
        assertThat(restrictionStatements(() -> quiet.api().password(email, "openid")))
                .filteredOn(sql -> sql.contains("user_id="))
                .hasSize(1);
        Reply[] tokens = {quiet.api().password(email, "openid offline_access")};
        tokens[0] = quiet.api().refresh(tokens[0].refreshToken());
        assertThat(restrictionStatements(() -> {
                    for (int i = 0; i < 20; i++) {
                        tokens[0] = quiet.api().refresh(tokens[0].refreshToken());
                        assertThat(tokens[0].status()).isEqualTo(200);
                    }
                }))
                .filteredOn(sql -> sql.contains("user_id="))
                .isEmpty();
    }

    @Test
    void whoIsGoneFromADirectoryTakesAlongWhatWasImposed() {
        Directory directory = Directory.create(pop800, "wang,zhang", Instant.EPOCH);
        String wang = directory.userId("wang");
        String zhang = directory.userId("zhang");
        imposed(suspension(wang));
        imposed(suspension(zhang));
        directory.hold("zhang", Instant.EPOCH);
        QuickTasks.together(server, Tasks.RESTRICTION_SWEEP, 1);

        assertThat(server.database().query("select id from agr_restriction where user_id = ?", wang))
                .isEmpty();
        assertThat(pop800.records(wang)).isEmpty();
        assertThat(server.database().query("select id from agr_restriction where user_id = ?", zhang))
                .hasSize(1);
        pop800.realm().admin().components().component(directory.id()).remove();
    }

    private List<String> restrictionStatements(Runnable requests) {
        return Statements.during(server, requests).stream()
                .map(Statement::sql)
                .map(sql -> sql.toLowerCase(Locale.ROOT))
                .filter(sql -> sql.contains("agr_restriction"))
                .toList();
    }

    private static void assertSuspended(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.json().path("error").asText()).isEqualTo("invalid_grant");
        assertThat(reply.json().path("agreements_error").asText()).isEqualTo("account_suspended");
        assertThat(reply.body()).doesNotContain("insult");
    }

    private void assertRefused(String wanted, String message) {
        AdminApi.Reply reply = admin.post("/restrictions", wanted);
        assertThat(reply.status()).as(wanted).isEqualTo(400);
        assertThat(reply.errorMessage()).contains(message);
    }

    private String imposed(ObjectNode wanted) {
        return admin.post("/restrictions", wanted.toString())
                .successful()
                .path("id")
                .asText();
    }

    private static ObjectNode suspension(String userId) {
        return restriction(userId, "SUSPENSION");
    }

    private static ObjectNode restriction(String userId, String kind) {
        return RestrictionBody.of(userId, kind);
    }

    private List<Map<String, Object>> restrictionRecords(String userId) {
        return pop800.records(userId).stream()
                .filter(row -> "RESTRICTION".equals(row.get("type")))
                .toList();
    }

    private List<String> stages(String userId) {
        return restrictionRecords(userId).stream()
                .map(row -> read((String) row.get("details")).path("stage").asText())
                .toList();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isGone(String userId) {
        return server.database()
                .query("select id from user_entity where id = ?", userId)
                .isEmpty();
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(60);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    private Person newPerson() {
        String email = "person-" + UUID.randomUUID() + "@example.org";
        return new Person(realm.newUser(email), email);
    }

    private record Person(String id, String email) {}
}
