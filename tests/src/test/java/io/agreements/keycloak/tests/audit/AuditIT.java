package io.agreements.keycloak.tests.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.database.Database;
import io.agreements.keycloak.testing.server.running.QuickTasks;
import io.agreements.keycloak.testing.server.running.Statements;
import io.agreements.keycloak.tests.fixture.realm.Crowd;
import io.agreements.keycloak.tests.fixture.realm.Daytime;
import io.agreements.keycloak.tests.fixture.realm.Persons;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.RecordSql;
import io.agreements.keycloak.tests.fixture.realm.Tasks;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.RealmRepresentation;

/** Each figure of a year is what was done in it, as the realm reckons years. */
@OnEveryDatabase
@WithKeycloak
final class AuditIT {

    private static final ZoneId ZONE = Daytime.zone();
    private static final int THIS_YEAR = Year.now(ZONE).getValue();
    private static final int LAST_YEAR = THIS_YEAR - 1;
    private static final int MOST_STATEMENTS = 60;

    private KeycloakServer server;
    private Database database;
    private Pop800 pop800;

    @BeforeEach
    void createRealm(KeycloakServer server) {
        this.server = server;
        database = server.database();
        pop800 = Pop800.create(server).withoutSampleUser();
        set("agreements.timeZone", ZONE.getId());
    }

    @Test
    void decisionsAreThoseOfTheYearAsTheRealmReckonsIt() {
        decision("one", "ACCEPTED", "LOGIN", endOf(LAST_YEAR));
        decision("two", "ACCEPTED", "LOGIN", noon(LAST_YEAR, 6, 1));
        decision("two", "ACCEPTED", "LOGIN", noon(LAST_YEAR, 6, 2));
        decision("three", "DECLINED", "LOGIN", noon(LAST_YEAR, 6, 1));
        decision("four", "ACCEPTED", "IMPORT", noon(LAST_YEAR, 6, 1));
        decision("five", "ACCEPTED", "LOGIN", endOf(LAST_YEAR) + 1);

        JsonNode audit = audit(LAST_YEAR);
        assertThat(value(audit, "DECISIONS")).isEqualTo("4");
        assertThat(value(audit, "DECISIONS", "user-registration", "1", "ACCEPTED"))
                .isEqualTo("3");
        assertThat(value(audit, "DECIDING_USERS", "user-registration", "1", "ACCEPTED"))
                .isEqualTo("2");
        assertThat(value(audit, "DECISIONS", "user-registration", "1", "DECLINED"))
                .isEqualTo("1");
        assertThat(value(audit, "DECISIONS", "user-registration", "1", "ACCEPTED", "IMPORTED"))
                .isEqualTo("1");
        assertThat(value(audit(THIS_YEAR), "DECISIONS")).isEqualTo("1");
        assertThat(audit.path("from").asText()).isEqualTo(newYear(LAST_YEAR));
        assertThat(audit.path("until").asText()).isEqualTo(newYear(THIS_YEAR));
    }

    @Test
    void withdrawalsSayHowFastTheyWereInEffectAndSinceWhenConsentHadBeenGiven() {
        decision("one", "ACCEPTED", "ACCOUNT", noon(LAST_YEAR, 1, 10));
        decision("one", "WITHDRAWN", "ACCOUNT", noon(LAST_YEAR, 1, 15));
        decision("two", "ACCEPTED", "ACCOUNT", noon(LAST_YEAR, 1, 10));
        decision("two", "WITHDRAWN", "ACCOUNT", noon(LAST_YEAR, 1, 10) + 1000);
        decision("two", "ACCEPTED", "ACCOUNT", noon(LAST_YEAR, 2, 10));
        decision("two", "WITHDRAWN", "ACCOUNT", noon(LAST_YEAR, 5, 10));
        decision("three", "WITHDRAWN", "ACCOUNT", noon(LAST_YEAR, 5, 10), 2500);

        JsonNode audit = audit(LAST_YEAR);
        assertThat(value(audit, "WITHDRAWALS")).isEqualTo("4");
        assertThat(value(audit, "WITHDRAWING_USERS", "user-registration")).isEqualTo("3");
        assertThat(value(audit, "WITHDRAWN_AT_ONCE")).isEqualTo("3");
        assertThat(value(audit, "LONGEST_WITHDRAWAL")).isEqualTo("2.5");
        assertThat(value(audit, "GIVEN_WITHIN_DAY")).isEqualTo("1");
        assertThat(value(audit, "GIVEN_WITHIN_MONTH")).isEqualTo("1");
        assertThat(value(audit, "GIVEN_EARLIER")).isEqualTo("1");
        assertThat(value(audit, "GIVEN_UNKNOWN")).isEqualTo("1");
    }

    @Test
    void deletionsSayHowManyDaysTheyTookFromTheRequestThatStood() {
        deletion("one", "requested", "user", noon(LAST_YEAR, 3, 1));
        deletion("one", "executed", "schedule", noon(LAST_YEAR, 3, 8));
        deletion("two", "requested", "user", noon(LAST_YEAR, 3, 1));
        deletion("two", "cancelled", "user", noon(LAST_YEAR, 3, 2));
        deletion("two", "requested", "user", noon(LAST_YEAR, 4, 1));
        deletion("two", "executed", "administrator", noon(LAST_YEAR, 4, 2));
        deletion("three", "requested", "user", noon(LAST_YEAR, 3, 1));
        deletion("three", "cancelled", "user", noon(LAST_YEAR, 3, 2));
        deletion("three", "executed", "administrator", noon(LAST_YEAR, 5, 2));
        deletion("four", "requested", "administrator", noon(LAST_YEAR - 1, 12, 20));
        deletion("four", "executed", "schedule", noon(LAST_YEAR, 1, 19));
        deletion("five", "missing", "schedule", noon(LAST_YEAR, 5, 2));

        JsonNode audit = audit(LAST_YEAR);
        assertThat(value(audit, "DELETION_REQUESTS", "USER")).isEqualTo("4");
        assertThat(value(audit, "DELETION_REQUESTS", "ADMINISTRATOR")).isEqualTo("0");
        assertThat(value(audit, "DELETIONS_CANCELLED")).isEqualTo("2");
        assertThat(value(audit, "DELETIONS_EXECUTED", "SCHEDULE")).isEqualTo("2");
        assertThat(value(audit, "DELETIONS_EXECUTED", "ADMINISTRATOR")).isEqualTo("2");
        assertThat(value(audit, "DELETED_AFTER_REQUEST", "USER")).isEqualTo("2");
        assertThat(value(audit, "DELETED_AFTER_REQUEST", "ADMINISTRATOR")).isEqualTo("1");
        assertThat(value(audit, "DELETED_WITHOUT_REQUEST")).isEqualTo("1");
        assertThat(value(audit, "ACCOUNTS_MISSING")).isEqualTo("1");
        assertThat(value(audit, "SHORTEST_DELETION")).isEqualTo("1");
        assertThat(value(audit, "AVERAGE_DELETION")).isEqualTo("4");
        assertThat(value(audit, "LONGEST_DELETION")).isEqualTo("7");
        assertThat(value(audit, "DELETED_WITHIN_1_DAY")).isEqualTo("1");
        assertThat(value(audit, "DELETED_WITHIN_7_DAYS")).isEqualTo("1");
        assertThat(value(audit, "DELETED_LATER")).isEqualTo("0");
    }

    @Test
    void restrictionsAndDisclosuresAreCountedByTheirGrounds() {
        AdminApi admin = admin();
        String userId = new Persons(pop800).settled().id();
        String id = admin.post(
                        "/restrictions",
                        "{\"userId\": \"%s\", \"kind\": \"SUSPENSION\", \"grounds\": [\"DEFAMATION\", \"OTHER_BREACH\"],"
                                        .formatted(userId)
                                + " \"facts\": \"\\\"kind\\\":\\\"NOTICE\\\"\", \"article\": \"4\"}")
                .successful()
                .path("id")
                .asText();
        admin.delete("/restrictions/" + id).successful();
        restriction("one", "appealed", "SUSPENSION", "");
        restriction("one", "answered", "SUSPENSION", ",\"outcome\":\"UPHELD\"");
        restriction("two", "corrected", "NOTICE", "");
        restriction("three", "missed", "NOTICE", "");
        restriction("four", "missed", "NOTICE", "");
        restriction("two", "answered", "NOTICE", ",\"outcome\":\"REJECTED\"");
        String disclosed = "\"ground\": \"LAW\", \"data\": [\"name\"], \"disclosedAt\": %d}"
                .formatted(System.currentTimeMillis() - 1000);
        String wrong = admin.post(
                        "/disclosures",
                        "{\"userIds\": [\"%s\"], \"recipient\": \"Court\", %s".formatted(userId, disclosed))
                .successful()
                .path("id")
                .asText();
        admin.post("/disclosures/" + wrong + "/corrections", "{\"recipient\": \"Prosecutor\", " + disclosed)
                .successful();

        JsonNode audit = audit(THIS_YEAR);
        assertThat(value(audit, "RESTRICTIONS", "SUSPENSION")).isEqualTo("1");
        assertThat(value(audit, "RESTRICTIONS", "NOTICE")).isEqualTo("0");
        assertThat(value(audit, "RESTRICTIONS_BY_GROUND", "DEFAMATION")).isEqualTo("1");
        assertThat(value(audit, "RESTRICTIONS_BY_GROUND", "OTHER_BREACH")).isEqualTo("1");
        assertThat(value(audit, "RESTRICTIONS_BY_GROUND", "RUMOURS")).isEqualTo("0");
        assertThat(value(audit, "RESTRICTIONS_LIFTED")).isEqualTo("1");
        assertThat(value(audit, "NOTICES_CORRECTED")).isEqualTo("1");
        assertThat(value(audit, "NOTICES_MISSED")).isEqualTo("2");
        assertThat(value(audit, "APPEALS")).isEqualTo("1");
        assertThat(value(audit, "APPEALS_UPHELD")).isEqualTo("1");
        assertThat(value(audit, "APPEALS_REJECTED")).isEqualTo("1");
        assertThat(value(audit, "DISCLOSURES", "LAW")).isEqualTo("1");
        assertThat(value(audit, "USERS_CONCERNED", "LAW")).isEqualTo("1");
        assertThat(value(audit, "DISCLOSURES", "PARTNER")).isEqualTo("0");
    }

    @Test
    void agesAreReckonedOnTheLastDayOfTheYear() {
        Crowd crowd = new Crowd(pop800, 10).create();
        database.update(
                "update user_entity set created_timestamp = ? where realm_id = ?", noon(LAST_YEAR, 6, 1), pop800.id());
        database.update(
                "update user_entity set created_timestamp = ? where id = ?", endOf(LAST_YEAR) + 1, crowd.userId(9));
        LocalDate newYearsEve = LocalDate.of(LAST_YEAR, 12, 31);
        List<String> birthdates = List.of(
                newYearsEve.minusYears(14).plusDays(1).toString(),
                newYearsEve.minusYears(14).toString(),
                newYearsEve.minusYears(18).plusDays(1).toString(),
                newYearsEve.minusYears(18).toString(),
                newYearsEve.minusYears(70).toString(),
                "long ago",
                THIS_YEAR + "-01-01");
        for (int i = 0; i < birthdates.size(); i++) {
            born(crowd.userId(i), birthdates.get(i));
        }
        born(crowd.userId(9), newYearsEve.minusYears(10).toString());
        assertThat(gap(audit(LAST_YEAR), "USERS_UNDER_14")).isEqualTo("NO_BIRTHDATE_ATTRIBUTE");
        set("agreements.statistics.birthdate", "born");

        JsonNode audit = audit(LAST_YEAR);
        assertThat(value(audit, "USERS")).isEqualTo("9");
        assertThat(value(audit, "USERS_UNDER_14")).isEqualTo("1");
        assertThat(value(audit, "USERS_14_TO_17")).isEqualTo("2");
        assertThat(value(audit, "USERS_18_AND_OLDER")).isEqualTo("2");
        assertThat(value(audit, "BIRTHDATE_UNREADABLE")).isEqualTo("2");
        assertThat(value(audit, "NO_BIRTHDATE")).isEqualTo("2");
        assertThat(value(audit, "GONE_SINCE")).as("the sample user").isEqualTo("1");
        assertThat(value(audit(THIS_YEAR), "USERS")).isEqualTo("10");
    }

    @Test
    void runsOfRetentionAreNotedEvenWhereNothingWasErased() {
        database.update("delete from agr_retention_run where realm_id = ?", pop800.id());
        assertThat(gap(audit(THIS_YEAR), "RETENTION_RUNS")).isEqualTo("NOT_NOTED_THEN");
        QuickTasks.together(server, Tasks.RETENTION, 1);

        JsonNode audit = audit(THIS_YEAR);
        assertThat(Integer.parseInt(value(audit, "RETENTION_RUNS"))).isPositive();
        assertThat(value(audit, "DAYS_WITH_RUN")).isEqualTo("1");
        assertThat(value(audit, "DAYS_WITHOUT_RUN")).isEqualTo("0");
        assertThat(value(audit, "CONNECTIONS_ERASED")).isEqualTo("0");
        assertThat(value(audit, "LAST_RUN")).startsWith(THIS_YEAR + "-");
        assertThat(gap(audit(LAST_YEAR), "RETENTION_RUNS")).isEqualTo("NOT_NOTED_THEN");
    }

    @Test
    void noteOfRunsGoesWithTheRealm() {
        QuickTasks.together(server, Tasks.RETENTION, 1);
        assertThat(database.count("select count(*) from agr_retention_run where realm_id = ?", pop800.id()))
                .isEqualTo(1);
        server.adminClient().tokenManager().grantToken();
        pop800.realm().admin().remove();

        assertThat(database.count("select count(*) from agr_retention_run where realm_id = ?", pop800.id()))
                .isZero();
    }

    @Test
    void whatWasBeforeTheLedgerIsNotZero() {
        assertThat(gap(audit(LAST_YEAR), "DECISIONS")).isEqualTo("BEFORE_LEDGER");
        assertThat(gap(audit(LAST_YEAR), "VERIFIED_AT")).isEqualTo("NONE_RECORDED");
        assertThat(audit(THIS_YEAR).path("ledgerSince").asText()).startsWith(THIS_YEAR + "-");
    }

    @Test
    void theLedgerSaysUpToWhichCheckpoint() {
        new Persons(pop800).settled();
        QuickTasks.together(server, Tasks.SEQUENCER, 1);

        JsonNode audit = audit(THIS_YEAR);
        long size = admin().get("/log").successful().path("size").asLong();
        assertThat(value(audit, "CHECKPOINT_SIZE")).isEqualTo(String.valueOf(size));
        assertThat(value(audit, "RECORDS_NOT_LOGGED")).isEqualTo("0");
        assertThat(gap(audit, "STAMPED_SIZE")).isEqualTo("NONE_YET");
    }

    @Test
    void versionsAreThoseOfTheYear() {
        JsonNode audit = audit(THIS_YEAR);

        assertThat(value(audit, "AGREEMENTS")).isEqualTo("3");
        assertThat(value(audit, "REQUIREMENT", "news-by-mail")).isEqualTo("OPTIONAL");
        assertThat(value(audit, "PUBLISHED_AT", "user-registration", "1")).isNotBlank();
    }

    @Test
    void everyFigureSaysFromWhatItWasCountedInTheLanguageAskedFor() {
        JsonNode english = audit(THIS_YEAR);
        JsonNode chinese =
                admin().get("/audit/" + THIS_YEAR + "?locale=zh-Hans").successful();

        assertThat(english.path("locale").asText()).isEqualTo("en");
        assertThat(chinese.path("locale").asText()).isEqualTo("zh-Hans");
        assertThat(figures(english)).isNotEmpty().allSatisfy(figure -> {
            assertThat(figure.path("countedFrom").path("words").asText()).isNotBlank();
            assertThat(figure.path("asOf").asText()).isNotBlank();
            assertThat(figure.path("text").asText()).isNotBlank();
            assertThat(figure.has("value")).isNotEqualTo(figure.has("gap"));
        });
        assertThat(figures(chinese))
                .hasSameSizeAs(figures(english))
                .allSatisfy(figure -> assertThat(figure.path("label").asText()
                                + figure.path("text").asText())
                        .doesNotContain("agreementsAudit"));
        assertThat(chinese.path("title").asText()).isEqualTo(THIS_YEAR + " 年合规审计");
        assertThat(admin().reading("zh-CN")
                        .get("/audit/" + THIS_YEAR)
                        .successful()
                        .path("locale")
                        .asText())
                .isEqualTo("zh-Hans");
    }

    @Test
    void aTableHasALineForEachFigure() {
        HttpResponse<String> table = admin().table("/audit/" + LAST_YEAR + "?locale=en");

        assertThat(table.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"audit-" + LAST_YEAR + ".csv\"");
        assertThat(table.body())
                .startsWith("\"section\",\"name\",\"of\",\"label\",\"subject\",\"unit\",\"value\",\"gap\",\"table\"")
                .contains("\"DECISIONS\",\"DECISIONS\",\"\",\"Decisions\",\"\",\"COUNT\",\"\",\"BEFORE_LEDGER\"");
        JsonNode audit = audit(LAST_YEAR);
        assertThat(table.body().lines())
                .hasSize(1 + audit.path("notes").size() + figures(audit).size());
        assertThat(table.body()).contains("\"NOTE\"", "It holds no names.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hans"})
    void aPageToPrintIsAFileOfItsOwnWithoutAScript(String language) {
        HttpResponse<String> page = admin().page("/audit/" + THIS_YEAR + "?locale=" + language);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"audit-" + THIS_YEAR + ".html\"");
        assertThat(page.body())
                .contains("lang=\"" + language + "\"", "<caption>", "AGR_RECORD")
                .doesNotContain("<script", "http://", "https://", "agreementsAudit");
    }

    @Test
    void whoMayNotSeeAllUsersAndTheRealmSeesNoFigures() {
        String path = "/audit/" + THIS_YEAR;

        assertThat(AdminApi.ofNobody(pop800).get(path).status()).isEqualTo(401);
        for (AdminApi other : List.of(
                AdminApi.ofUserWith(pop800, "view-realm", "query-users", "view-events"),
                AdminApi.ofUserWith(pop800, "view-users", "manage-users", "view-events"))) {
            assertThat(other.get(path).status()).isEqualTo(403);
            assertThat(other.table(path).statusCode()).isEqualTo(403);
            assertThat(other.page(path).statusCode()).isEqualTo(403);
            assertThat(other.get("/audit/yesterday").status()).isEqualTo(403);
        }
        AdminApi both = AdminApi.ofUserWith(pop800, "view-realm", "view-users");
        assertThat(both.get(path).status()).isEqualTo(200);
        assertThat(both.table(path).statusCode()).isEqualTo(200);
        assertThat(both.page(path).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNoYearIsRefusedByItsName() {
        for (String year : List.of("yesterday", "26", "02026", "1999", String.valueOf(THIS_YEAR + 1), "9999")) {
            AdminApi.Reply reply = admin().get("/audit/" + year);
            assertThat(reply.status()).as(year).isEqualTo(400);
            assertThat(reply.errorMessage()).startsWith("year must ");
        }
        assertThat(admin().get("/audit/" + THIS_YEAR + "?locale=chinese").errorMessage())
                .contains("locale");
    }

    @Test
    void itCostsAsManyStatementsForManyUsersAsForFew() {
        int year =
                LocalDate.ofInstant(Instant.ofEpochMilli(Crowd.BEGINNING), ZONE).getYear();
        set("agreements.statistics.birthdate", "born");
        decision("one", "ACCEPTED", "LOGIN", noon(year, 1, 10));
        audit(year);
        List<Statements.Statement> few = Statements.during(server, () -> audit(year));
        new Crowd(pop800, 1000).create().decide(0, Pop800.AGREEMENT, "1", "'ACCEPTED'");
        List<Statements.Statement> many = Statements.during(server, () -> audit(year));

        assertThat(few).hasSizeBetween(10, MOST_STATEMENTS);
        assertThat(many).hasSameSizeAs(few);
        assertThat(value(audit(year), "DECISIONS")).isEqualTo("1001");
    }

    private JsonNode audit(int year) {
        return admin().get("/audit/" + year + "?locale=en").successful();
    }

    private AdminApi admin() {
        return AdminApi.of(pop800);
    }

    private static String value(JsonNode audit, String name, String... of) {
        return figure(audit, name, of).path("value").asText();
    }

    private static String gap(JsonNode audit, String name, String... of) {
        return figure(audit, name, of).path("gap").asText();
    }

    private static JsonNode figure(JsonNode audit, String name, String... of) {
        return figures(audit).stream()
                .filter(figure -> figure.path("name").asText().equals(name))
                .filter(figure -> List.of(of)
                        .equals(StreamSupport.stream(figure.path("of").spliterator(), false)
                                .map(JsonNode::asText)
                                .toList()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " of " + List.of(of) + " in " + audit));
    }

    private static List<JsonNode> figures(JsonNode audit) {
        return audit.path("sections").findValues("figures").stream()
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
                .toList();
    }

    private static long noon(int year, int month, int day) {
        return LocalDateTime.of(year, month, day, 12, 0)
                .atZone(ZONE)
                .toInstant()
                .toEpochMilli();
    }

    /** The last millisecond of a year. */
    private static long endOf(int year) {
        return LocalDate.of(year + 1, 1, 1).atStartOfDay(ZONE).toInstant().toEpochMilli() - 1;
    }

    /** The first moment of a year, as it is told. */
    private static String newYear(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(ZONE).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private void decision(String user, String decision, String method, long at) {
        decision(user, decision, method, at, Duration.ofMillis(3).toMillis());
    }

    private void decision(String user, String decision, String method, long at, long delay) {
        database.update(
                "insert into agr_record (" + RecordSql.KEYS
                        + "id, realm_id, user_id, type, agreement_key, version_number, locale, decision,"
                        + " method, client_id, occurred_at, recorded_at, details) values ("
                        + RecordSql.keys(pop800.id(), "ACCEPTANCE", Pop800.AGREEMENT)
                        + "?, ?, ?, 'ACCEPTANCE', ?, 1, 'en',"
                        + " ?, ?, 'sample', ?, ?, '{}')",
                UUID.randomUUID().toString(),
                pop800.id(),
                user + "-" + pop800.id().substring(0, 8),
                Pop800.AGREEMENT,
                decision,
                method,
                at,
                at + delay);
    }

    private void deletion(String user, String stage, String by, long at) {
        record(user, "DELETION", at, "{\"by\":\"" + by + "\",\"stage\":\"" + stage + "\"}");
    }

    private void restriction(String user, String stage, String kind, String more) {
        record(
                user,
                "RESTRICTION",
                System.currentTimeMillis() - 1000,
                "{\"by\":\"user\",\"grounds\":[\"RUMOURS\"],\"kind\":\"" + kind + "\"" + more + ",\"stage\":\"" + stage
                        + "\"}");
    }

    private void record(String user, String type, long at, String details) {
        database.update(
                "insert into agr_record (" + RecordSql.KEYS
                        + "id, realm_id, user_id, type, occurred_at, recorded_at, details) values ("
                        + RecordSql.keys(pop800.id(), type, null) + "?, ?, ?, ?, ?, ?, ?)",
                UUID.randomUUID().toString(),
                pop800.id(),
                user + "-" + pop800.id().substring(0, 8),
                type,
                at,
                at,
                details);
    }

    private void born(String userId, String birthdate) {
        database.update(
                "insert into user_attribute (id, name, value, user_id) values (?, 'born', ?, ?)",
                UUID.randomUUID().toString(),
                birthdate,
                userId);
    }

    private void set(String attribute, String value) {
        server.adminClient().tokenManager().grantToken();
        RealmRepresentation realm = pop800.realm().admin().toRepresentation();
        Map<String, String> attributes = new HashMap<>(realm.getAttributes());
        attributes.put(attribute, value);
        realm.setAttributes(attributes);
        pop800.realm().admin().update(realm);
    }
}
