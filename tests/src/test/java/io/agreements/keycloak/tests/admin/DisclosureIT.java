package io.agreements.keycloak.tests.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.running.MovedClock;
import io.agreements.keycloak.testing.server.running.QuickTasks;
import io.agreements.keycloak.tests.fixture.realm.Directory;
import io.agreements.keycloak.tests.fixture.realm.Mailbox;
import io.agreements.keycloak.tests.fixture.realm.Persons;
import io.agreements.keycloak.tests.fixture.realm.Persons.Person;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.Tasks;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import io.agreements.keycloak.tests.fixture.rest.MyRest;
import io.agreements.keycloak.tests.fixture.rest.OwedTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Administrators register to whom data about users was given, and the users are told as soon as they may be. */
@OnEveryDatabase
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DisclosureIT {

    private static final String REGISTER = "/disclosures";

    private Pop800 pop800;
    private AdminApi admin;

    @BeforeAll
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server);
        admin = AdminApi.of(pop800);
    }

    @Test
    void aCaseWithSeveralUsersIsOneEntryAndOneRecordWithoutThem() {
        Person one = new Persons(pop800).settled();
        Person two = new Persons(pop800).settled();
        JsonNode entry = admin.post(REGISTER, body(List.of(one.id(), two.id()), "Court of Haidian", null))
                .successful();

        assertThat(entry.path("users").asInt()).isEqualTo(2);
        assertThat(entry.path("ground").asText()).isEqualTo("LAW");
        assertThat(entry.path("data")).hasSize(2);
        assertThat(admin.get(REGISTER + "?user=" + one.id()).successful())
                .singleElement()
                .isEqualTo(entry);
        assertThat(admin.get(REGISTER + "/" + entry.path("id").asText()).successful())
                .isEqualTo(entry);
        assertThat(admin.get(REGISTER + "/" + entry.path("id").asText() + "/users")
                        .successful())
                .hasSize(2);
        assertThat(recordsOf(entry)).singleElement().satisfies(row -> {
            assertThat(row).containsEntry("user_id", null);
            assertThat(row.get("details") + " " + row.get("free_text"))
                    .contains("registered", "\"users\":2", "LAW", "Court of Haidian", "name, telephone number");
        });
    }

    @Test
    void usersAreNamedByIdOrUserNameAndEachWhomNobodyKnowsIsSaid() {
        Person one = new Persons(pop800).settled();
        Person two = new Persons(pop800).settled();

        JsonNode entry = admin.post(REGISTER, body(List.of(one.email(), two.id(), one.id()), "Bureau", null))
                .successful();
        assertThat(entry.path("users").asInt()).isEqualTo(2);
        assertThat(admin.post(REGISTER, body(List.of("anna", one.id(), "bert"), "Bureau", null))
                        .errorMessage())
                .isEqualTo("userIds: there is no user anna, bert");
    }

    @Test
    void furtherUsersAreAddedAndThoseItConcernsAlreadyPassedOver() {
        Person one = new Persons(pop800).settled();
        Person two = new Persons(pop800).settled();
        JsonNode entry =
                admin.post(REGISTER, body(List.of(one.id()), "Bureau", null)).successful();
        String users = REGISTER + "/" + entry.path("id").asText() + "/users";

        assertThat(admin.post(users, "{\"userIds\": [\"%s\", \"%s\"]}".formatted(one.id(), two.id()))
                        .successful()
                        .path("users")
                        .asInt())
                .isEqualTo(2);
        assertThat(recordsOf(entry)).hasSize(2);
    }

    @Test
    void whoMayBeToldIsToldAndWhoMayNotIsNotBeforeTheDay(KeycloakServer server) {
        Person atOnce = new Persons(pop800).settled();
        Person later = new Persons(pop800).settled();
        Instant day = Instant.now().plus(Duration.ofDays(30));
        JsonNode first = admin.post(REGISTER, body(List.of(atOnce.id()), "Partner", null))
                .successful();
        JsonNode silent =
                admin.post(REGISTER, body(List.of(later.id()), "Police", day)).successful();
        QuickTasks.together(server, Tasks.DISCLOSURES, 1);

        assertThat(told(atOnce)).hasSize(1);
        assertThat(told(atOnce).get(0).get("details").toString())
                .contains("told", first.path("id").asText());
        assertThat(told(later)).isEmpty();
        try (MovedClock clock = MovedClock.of(server)) {
            clock.ahead(Duration.ofDays(31));
            QuickTasks.together(server, Tasks.DISCLOSURES, 1);
            assertThat(told(later)).hasSize(1);
            assertThat(told(later).get(0).get("details").toString())
                    .contains(silent.path("id").asText());
            QuickTasks.together(server, Tasks.DISCLOSURES, 1);
            assertThat(told(later)).hasSize(1);
        }
    }

    @Test
    void aWrongEntryStaysAndTheRightOneStandsInItsPlaceForTheSameUsers() {
        Person one = new Persons(pop800).settled();
        Person two = new Persons(pop800).settled();
        String wrong = admin.post(REGISTER, body(List.of(one.id(), two.id()), "Court of Haidian", null))
                .successful()
                .path("id")
                .asText();
        JsonNode right =
                admin.post(corrections(wrong), correction("Court of Chaoyang")).successful();

        assertThat(right.path("corrects").asText()).isEqualTo(wrong);
        assertThat(right.path("users").asInt()).isEqualTo(2);
        JsonNode kept = admin.get(REGISTER + "/" + wrong).successful();
        assertThat(kept.path("recipient").asText()).isEqualTo("Court of Haidian");
        assertThat(kept.path("correctedBy").asText()).isEqualTo(right.path("id").asText());
        assertThat(admin.get(REGISTER + "?user=" + one.id()).successful())
                .extracting(entry -> entry.path("recipient").asText())
                .containsExactlyInAnyOrder("Court of Chaoyang", "Court of Haidian");
        assertThat(admin.table(REGISTER + "?user=" + one.id()).body()).contains("correctedBy", wrong);
        assertThat(recordsOf(right))
                .filteredOn(row -> row.get("details").toString().contains("\"corrects\""))
                .singleElement()
                .satisfies(row -> assertThat(row.get("details") + " " + row.get("free_text"))
                        .contains("registered", "\"users\":2", wrong, "Court of Chaoyang"));
    }

    @Test
    void anEntryIsCorrectedOnceAndNobodyIsAddedToItAfterwards() {
        Person person = new Persons(pop800).settled();
        Person other = new Persons(pop800).settled();
        String first = admin.post(REGISTER, body(List.of(person.id()), "One", null))
                .successful()
                .path("id")
                .asText();
        JsonNode second = admin.post(corrections(first), correction("Two")).successful();

        assertThat(admin.post(corrections(first), correction("Three")).status()).isEqualTo(409);
        assertThat(admin.post(REGISTER + "/" + first + "/users", "{\"userIds\": [\"%s\"]}".formatted(other.id()))
                        .status())
                .isEqualTo(409);
        String third = admin.post(corrections(second.path("id").asText()), correction("Three"))
                .successful()
                .path("id")
                .asText();
        assertThat(admin.post(REGISTER + "/" + third + "/users", "{\"userIds\": [\"%s\"]}".formatted(other.id()))
                        .successful()
                        .path("users")
                        .asInt())
                .isEqualTo(2);
        assertThat(admin.post(corrections(third), correction("")).status()).isEqualTo(400);
        assertThat(admin.post(corrections("none"), correction("Four")).status()).isEqualTo(404);
    }

    @Test
    void whoWasToldOfTheWrongOneIsToldOfTheRightOneAndSeesThatItWasCorrected(KeycloakServer server) {
        OwedTokens tokens = OwedTokens.create(server);
        Pop800 other = tokens.pop800();
        AdminApi there = AdminApi.of(other);
        Person person = new Persons(other).settled();
        try (Mailbox mailbox = new Mailbox()) {
            mailbox.serve(other);
            String wrong = there.post(REGISTER, body(List.of(person.id()), "Court of Haidian", null))
                    .successful()
                    .path("id")
                    .asText();
            QuickTasks.together(server, Tasks.DISCLOSURES, 1);
            mailbox.await(1);
            there.post(corrections(wrong), correction("Court of Chaoyang")).successful();
            MyRest mine = new MyRest(
                    other, tokens.api().password(person.email(), "openid").accessToken());
            assertThat(mine.get("/records?type=DISCLOSURE").json())
                    .as("before the task has told of it")
                    .singleElement()
                    .satisfies(record -> assertThat(record.has("corrected")).isFalse());
            QuickTasks.together(server, Tasks.DISCLOSURES, 1);

            JsonNode records = mine.get("/records?type=DISCLOSURE").json();
            assertThat(records).hasSize(2);
            assertThat(records.path(0).path("details").path("recipient").asText())
                    .isEqualTo("Court of Chaoyang");
            assertThat(records.path(0).path("details").path("corrects").asText())
                    .isEqualTo(wrong);
            assertThat(records.path(0).has("corrected")).isFalse();
            assertThat(records.path(1).path("corrected").asBoolean()).isTrue();
            assertThat(mailbox.await(2).get(1)).satisfies(letter -> {
                assertThat(letter.subject()).isEqualTo("更正：您的数据提供给了谁");
                assertThat(List.of(letter.text(), letter.html()))
                        .allSatisfy(words -> assertThat(words)
                                .contains("有误", "不会通过电话或邮件向您索要密码")
                                .doesNotContain("Chaoyang", "{0}", "${"));
            });
        }
    }

    @Test
    void whoWasToldIsToldOfACorrectionOfACorrectionAsOfACorrection(KeycloakServer server) {
        OwedTokens tokens = OwedTokens.create(server);
        Pop800 other = tokens.pop800();
        AdminApi there = AdminApi.of(other);
        Person person = new Persons(other).settled();
        try (Mailbox mailbox = new Mailbox()) {
            mailbox.serve(other);
            String told = there.post(REGISTER, body(List.of(person.id()), "Court of Haidian", null))
                    .successful()
                    .path("id")
                    .asText();
            QuickTasks.together(server, Tasks.DISCLOSURES, 1);
            mailbox.await(1);
            String silent = ", \"notBefore\": %d, \"silenceGround\": \"Article 35\"}"
                    .formatted(Instant.now().plus(Duration.ofDays(60)).toEpochMilli());
            String untold = there.post(
                            corrections(told), correction("Court of Chaoyang").replace("}", silent))
                    .successful()
                    .path("id")
                    .asText();
            there.post(corrections(untold), correction("Court of Xicheng")).successful();
            QuickTasks.together(server, Tasks.DISCLOSURES, 1);

            MyRest mine = new MyRest(
                    other, tokens.api().password(person.email(), "openid").accessToken());
            JsonNode records = mine.get("/records?type=DISCLOSURE").json();
            assertThat(records).hasSize(2);
            assertThat(records.path(0).path("details").path("recipient").asText())
                    .isEqualTo("Court of Xicheng");
            assertThat(records.path(0).has("corrected")).isFalse();
            assertThat(records.path(1).path("corrected").asBoolean()).isTrue();
            assertThat(mailbox.await(2).get(1).subject()).isEqualTo("更正：您的数据提供给了谁");
        }
    }

    @Test
    void aUserWhoseDirectoryIsSwitchedOffWaitsAndNoNameOutlastsTheDirectory(KeycloakServer server) {
        Directory directory = Directory.create(pop800, "wang", Instant.EPOCH);
        String wang = directory.userId("wang");
        Person person = new Persons(pop800).settled();
        String id = admin.post(REGISTER, body(List.of(wang, person.id()), "Bureau", null))
                .successful()
                .path("id")
                .asText();
        directory.switchOn(false);
        QuickTasks.together(server, Tasks.DISCLOSURES, 1);
        assertThat(told(person)).hasSize(1);
        assertThat(concerned(id, wang))
                .singleElement()
                .satisfies(row -> assertThat(row.get("tell_at")).isNotNull());

        directory.switchOn(true);
        QuickTasks.together(server, Tasks.DISCLOSURES, 1);
        assertThat(concerned(id, wang)).singleElement().satisfies(row -> {
            assertThat(row.get("tell_at")).isNull();
            assertThat(row.get("told_at")).isNotNull();
        });

        pop800.realm().admin().components().component(directory.id()).remove();
        assertThat(concerned(id, wang)).isEmpty();
        assertThat(concerned(id, person.id())).hasSize(1);
    }

    @Test
    void noNameIsLeftOfWhoIsGoneFromADirectoryAndHasNothingButADisclosureNotToBeToldYet(KeycloakServer server) {
        Directory directory = Directory.create(pop800, "wang,zhang", Instant.EPOCH);
        String wang = directory.userId("wang");
        String zhang = directory.userId("zhang");
        String id = admin.post(
                        REGISTER,
                        body(List.of(wang, zhang), "Bureau", Instant.now().plus(Duration.ofDays(30))))
                .successful()
                .path("id")
                .asText();
        directory.hold("zhang", Instant.EPOCH);
        QuickTasks.together(server, Tasks.DISCLOSURE_SWEEP, 1);

        assertThat(concerned(id, wang)).isEmpty();
        assertThat(concerned(id, zhang)).hasSize(1);
        pop800.realm().admin().components().component(directory.id()).remove();
    }

    @Test
    void aCorrectionIsOnRecordAlsoWhereNobodyIsKeptWhomItConcerns() {
        Person person = new Persons(pop800).settled();
        String wrong = admin.post(REGISTER, body(List.of(person.id()), "One", null))
                .successful()
                .path("id")
                .asText();
        pop800.realm().server().database().update("delete from agr_disclosure_user where disclosure_id = ?", wrong);
        JsonNode right = admin.post(corrections(wrong), correction("Two")).successful();

        assertThat(recordsOf(right))
                .singleElement()
                .satisfies(row -> assertThat(row.get("details").toString()).contains("\"users\":0", wrong));
    }

    @Test
    void whoWasNotToldYetIsToldOfTheRightOneAlone(KeycloakServer server) {
        Person person = new Persons(pop800).settled();
        Instant day = Instant.now().plus(Duration.ofDays(30));
        String wrong = admin.post(REGISTER, body(List.of(person.id()), "Police", day))
                .successful()
                .path("id")
                .asText();
        JsonNode right =
                admin.post(corrections(wrong), correction("Public prosecutor")).successful();
        QuickTasks.together(server, Tasks.DISCLOSURES, 1);

        assertThat(told(person))
                .singleElement()
                .satisfies(row -> assertThat(row.get("details").toString())
                        .contains(right.path("id").asText()));
        try (MovedClock clock = MovedClock.of(server)) {
            clock.ahead(Duration.ofDays(31));
            QuickTasks.together(server, Tasks.DISCLOSURES, 1);
            assertThat(told(person)).hasSize(1);
        }
    }

    @Test
    void whoIsToldGetsAMailThatSaysWhereToLookAndNoMore(KeycloakServer server) {
        Pop800 other = Pop800.create(server);
        Person person = new Persons(other).settled();
        try (Mailbox mailbox = new Mailbox()) {
            mailbox.serve(other);
            AdminApi.of(other)
                    .post(REGISTER, body(List.of(person.id()), "Court of Haidian", null))
                    .successful();
            QuickTasks.together(server, Tasks.DISCLOSURES, 1);

            assertThat(mailbox.await(1)).singleElement().satisfies(letter -> {
                assertThat(letter.to()).isEqualTo(person.email());
                assertThat(letter.subject()).isEqualTo("您的数据提供给了谁");
                assertThat(List.of(letter.text(), letter.html()))
                        .allSatisfy(words -> assertThat(words)
                                .contains("POP800", "不会通过电话或邮件向您索要密码")
                                .doesNotContain("Haidian", "{0}", "${", "agreementsDisclosure"));
            });
        }
    }

    @Test
    void theRegisterIsATableAlsoForSpreadsheets() {
        Person person = new Persons(pop800).settled();
        admin.post(REGISTER, body(List.of(person.id()), "=1+1", null)).successful();

        assertThat(admin.table(REGISTER + "?user=" + person.id()).body().lines())
                .hasSize(2)
                .first()
                .asString()
                .contains("disclosureId", "toldAt");
        assertThat(admin.table(REGISTER + "?user=" + person.id()).body()).contains("\"'=1+1\"", person.id());
    }

    @Test
    void whatIsIncompleteIsRefused() {
        Person person = new Persons(pop800).settled();
        List<String> ids = List.of(person.id());
        assertThat(admin.post(REGISTER, body(List.of(), "x", null)).status()).isEqualTo(400);
        assertThat(admin.post(REGISTER, body(List.of("nobody"), "x", null)).errorMessage())
                .contains("there is no user nobody");
        assertThat(admin.post(REGISTER, body(ids, "", null)).status()).isEqualTo(400);
        assertThat(admin.post(REGISTER, body(ids, "x", null).replace("LAW", "WHIM"))
                        .status())
                .isEqualTo(400);
        assertThat(admin.post(REGISTER, body(ids, "x", null).replace("\"disclosedAt\": 1", "\"disclosedAt\": 4"))
                        .status())
                .isEqualTo(400);
        assertThat(admin.post(REGISTER, body(ids, "x", null).replace("}", ", \"notBefore\": 4102444800000}"))
                        .errorMessage())
                .contains("silenceGround");
        assertThat(admin.get(REGISTER + "/none").status()).isEqualTo(404);
        assertThat(admin.get(REGISTER + "?ground=WHIM").status()).isEqualTo(400);
    }

    @Test
    void onlyWhoMayManageUsersRegistersAndWhoMaySeeThemReads() {
        Person person = new Persons(pop800).settled();
        String body = body(List.of(person.id()), "x", null);
        String id = admin.post(REGISTER, body).successful().path("id").asText();
        AdminApi viewer = AdminApi.ofAdministratorWith(pop800, "view-users");
        AdminApi other = AdminApi.ofAdministratorWith(pop800, "view-realm", "manage-realm", "query-users");

        assertThat(viewer.get(REGISTER).status()).isEqualTo(200);
        assertThat(viewer.get(REGISTER + "/" + id + "/users").status()).isEqualTo(200);
        assertThat(viewer.post(REGISTER, body).status()).isEqualTo(403);
        assertThat(viewer.post(REGISTER + "/" + id + "/users", "{\"userIds\": [\"x\"]}")
                        .status())
                .isEqualTo(403);
        assertThat(viewer.post(corrections(id), correction("y")).status()).isEqualTo(403);
        for (AdminApi nobody : List.of(other, AdminApi.ofNobody(pop800))) {
            int expected = nobody == other ? 403 : 401;
            assertThat(nobody.get(REGISTER).status()).isEqualTo(expected);
            assertThat(nobody.get(REGISTER + "/" + id).status()).isEqualTo(expected);
            assertThat(nobody.get(REGISTER + "/" + id + "/users").status()).isEqualTo(expected);
            assertThat(nobody.table(REGISTER).statusCode()).isEqualTo(expected);
            assertThat(nobody.post(REGISTER, body).status()).isEqualTo(expected);
            assertThat(nobody.post(corrections(id), correction("y")).status()).isEqualTo(expected);
        }
    }

    @Test
    void anEntryOutlivesItsUser() {
        Person person = new Persons(pop800).settled();
        String id = admin.post(REGISTER, body(List.of(person.id()), "Bureau", null))
                .successful()
                .path("id")
                .asText();
        pop800.realm().user(person.email()).remove();

        assertThat(admin.get(REGISTER + "/" + id).successful().path("users").asInt())
                .isEqualTo(1);
    }

    private List<Map<String, Object>> recordsOf(JsonNode entry) {
        return pop800
                .realm()
                .server()
                .database()
                .query(
                        "select * from agr_record where realm_id = ? and type = 'DISCLOSURE' and user_id is null",
                        pop800.id())
                .stream()
                .filter(row ->
                        row.get("details").toString().contains(entry.path("id").asText()))
                .toList();
    }

    private List<Map<String, Object>> concerned(String id, String userId) {
        return pop800.realm()
                .server()
                .database()
                .query("select * from agr_disclosure_user where disclosure_id = ? and user_id = ?", id, userId);
    }

    private List<Map<String, Object>> told(Person person) {
        return pop800.records(person.id()).stream()
                .filter(row -> row.get("type").equals("DISCLOSURE"))
                .toList();
    }

    private static String corrections(String id) {
        return REGISTER + "/" + id + "/corrections";
    }

    /** What a right entry says: of no users, and to be told at once. */
    private static String correction(String recipient) {
        return """
                {"recipient": "%s", "ground": "LAW", "data": ["name"], "disclosedAt": 1700000000000}
                """.formatted(recipient);
    }

    /** @param notBefore null if the users may be told at once */
    private static String body(List<String> userIds, String recipient, Instant notBefore) {
        String silence = notBefore == null
                ? ""
                : ", \"notBefore\": %d, \"silenceGround\": \"Article 35\"".formatted(notBefore.toEpochMilli());
        return """
                {"userIds": [%s], "recipient": "%s", "ground": "LAW", "data": ["name", "telephone number"],
                "disclosedAt": 1700000000000, "reference": "2026-11-4711"%s}
                """.formatted(
                String.join(", ", userIds.stream().map(id -> "\"" + id + "\"").toList()), recipient, silence);
    }
}
