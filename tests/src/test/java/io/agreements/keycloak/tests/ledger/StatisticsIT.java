package io.agreements.keycloak.tests.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.database.Database;
import io.agreements.keycloak.testing.server.running.MovedClock;
import io.agreements.keycloak.tests.fixture.realm.Crowd;
import io.agreements.keycloak.tests.fixture.realm.Daytime;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.RecordSql;
import io.agreements.keycloak.tests.fixture.realm.Tasks;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;

/** What is counted lies some days ahead, so that no run sees half of it: numbers are published once the clock is there. */
@OnEveryDatabase
@WithKeycloak(quickTasks = Tasks.STATISTICS)
final class StatisticsIT {

    private static final ZoneId ZONE = Daytime.zone();
    private static final int AHEAD = 12;
    private static final String OF_TERMS = "&agreement=" + Pop800.AGREEMENT;

    private KeycloakServer server;
    private Database database;
    private Pop800 pop800;
    private String users;
    private LocalDate today;

    @BeforeEach
    void createRealm(KeycloakServer server) {
        this.server = server;
        database = server.database();
        pop800 = Pop800.create(server).withoutSampleUser();
        set("agreements.timeZone", ZONE.getId());
        users = new Crowd(pop800, 100).create().userId(0).replaceAll("0{12}$", "");
        today = LocalDate.ofInstant(Instant.now(), ZONE).plusDays(AHEAD);
    }

    @Test
    void registrationsAreToldByLocaleClientCityAndAge() {
        set("agreements.statistics.city", "town");
        set("agreements.statistics.birthdate", "born");
        attribute("town", "case when mod(i, 2) = 0 then 'Shanghai' else '北京' end");
        attribute(
                "born",
                "case when mod(i, 4) < 2 then '" + lastLeapDay() + "' when mod(i, 4) = 2 then '" + today.minusYears(50)
                        + "' else 'long ago' end");
        record(
                100,
                10,
                "'ACCEPTED'",
                "'REGISTRATION'",
                "case when i < 60 then 'zh-Hans' when i < 94 then 'en' else 'fr' end");
        daysPass(1, () -> published("REGISTRATIONS") > 0);

        assertThat(cells("REGISTRATIONS&dimension=TOTAL"))
                .containsExactly(day(10) + ".." + day(10) + " [{\"other\":false,\"users\":100}]");
        assertThat(cells("REGISTRATIONS&dimension=LOCALE"))
                .containsExactly(day(10) + ".." + day(10)
                        + " [{\"value\":\"zh-Hans\",\"other\":false,\"users\":60},{\"other\":true,\"users\":40}]");
        assertThat(cells("REGISTRATIONS&dimension=CLIENT"))
                .containsExactly(day(10) + ".." + day(10) + " [{\"value\":\"sample\",\"other\":false,\"users\":100}]");
        assertThat(cells("REGISTRATIONS&dimension=CITY"))
                .containsExactly(day(10) + ".." + day(10)
                        + " [{\"value\":\"Shanghai\",\"other\":false,\"users\":50},"
                        + "{\"value\":\"北京\",\"other\":false,\"users\":50}]");
        assertThat(cells("REGISTRATIONS&dimension=AGE_BAND"))
                .containsExactly(day(10) + ".." + day(10) + " [{\"other\":false,\"users\":25},"
                        + "{\"value\":\"FROM_45_TO_54\",\"other\":false,\"users\":25},"
                        + "{\"value\":\"UNDER_14\",\"other\":false,\"users\":50}]");
    }

    @Test
    void decisionsAreThoseMadeAfterRegisteringAndNotTakenOverFromElsewhere() {
        record(
                40,
                10,
                "'ACCEPTED'",
                "case when i < 12 then 'LOGIN' when i < 26 then 'REGISTRATION' else 'IMPORT' end",
                "'en'");
        record(9, 8, "'WITHDRAWN'", "'ACCOUNT'", "'en'");
        record(10, 5, "'WITHDRAWN'", "'ACCOUNT'", "'en'");
        record(11, 4, "'DECLINED'", "'LOGIN'", "'en'");
        daysPass(1, () -> published("WITHDRAWALS") > 0);

        assertThat(cells("ACCEPTANCES&dimension=VERSION" + OF_TERMS))
                .containsExactly(day(10) + ".." + day(10) + " [{\"value\":\"1\",\"other\":false,\"users\":12}]");
        assertThat(cells("REGISTRATIONS"))
                .containsExactly(day(10) + ".." + day(10) + " [{\"other\":false,\"users\":14}]");
        assertThat(cells("DECLINES" + OF_TERMS))
                .containsExactly(day(4) + ".." + day(4) + " [{\"other\":false,\"users\":11}]");
        assertThat(cells("WITHDRAWALS" + OF_TERMS))
                .containsExactly(day(8) + ".." + day(5) + " [{\"other\":false,\"users\":10}]");
        assertThat(cells("ACKNOWLEDGEMENTS" + OF_TERMS)).isEmpty();
    }

    @Test
    void whatWasPublishedStaysWhateverComesOfTheRecords() {
        record(30, 10, "'ACCEPTED'", "'LOGIN'", "'en'");
        daysPass(1, () -> published("ACCEPTANCES") > 0);
        List<Map<String, Object>> before = rows("ACCEPTANCES");
        set("agreements.statistics.k", "5");
        record(7, 10, "'ACCEPTED'", "'LOGIN'", "'fr'");
        record(6, 9, "'ACCEPTED'", "'LOGIN'", "'en'");
        database.update(
                "update agr_record set user_id = concat('gone:', user_id), username = null where realm_id = ?"
                        + " and type = 'ACCEPTANCE'",
                pop800.id());
        daysPass(2, () -> rows("ACCEPTANCES").size() > before.size());

        assertThat(rows("ACCEPTANCES")).containsAll(before);
        assertThat(cells("ACCEPTANCES" + OF_TERMS))
                .containsExactly(
                        day(10) + ".." + day(10) + " [{\"other\":false,\"users\":30}]",
                        day(9) + ".." + day(9) + " [{\"other\":false,\"users\":6}]");
    }

    /** The sample user has just been deleted too. */
    @Test
    void deletionsAreThoseThatWereCarriedOut() {
        deletion(6, "executed");
        deletion(3, "missing");
        deletion(20, "requested");
        daysPass(1, () -> published("DELETIONS") > 0);

        assertThat(cells("DELETIONS"))
                .containsExactly(day(AHEAD) + ".." + day(10) + " [{\"other\":false,\"users\":10}]");
    }

    @Test
    void nothingIsToldOfFewerThanTenNorOfADayThatIsNotOverForADay() {
        record(9, 10, "'DECLINED'", "'LOGIN'", "'en'");
        record(12, 0, "'ACCEPTED'", "'LOGIN'", "'en'");
        record(12, 10, "'WITHDRAWN'", "'ACCOUNT'", "'en'");
        daysPass(1, () -> published("WITHDRAWALS") > 0);

        assertThat(published("DECLINES")).isZero();
        assertThat(published("ACCEPTANCES")).isZero();
        daysPass(2, () -> published("ACCEPTANCES") > 0);
        assertThat(published("DECLINES")).isZero();
    }

    @Test
    void aTableHasALineForEachNumber() {
        record(30, 10, "'ACCEPTED'", "'LOGIN'", "case when i < 14 then 'en' else 'zh-Hans' end");
        daysPass(1, () -> published("ACCEPTANCES") > 0);
        HttpResponse<String> table =
                admin().table("/statistics?measure=ACCEPTANCES&dimension=LOCALE&to=" + today + OF_TERMS);

        assertThat(table.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"acceptances-locale.csv\"");
        assertThat(table.body())
                .isEqualTo(
                        "\"measure\",\"agreement\",\"dimension\",\"first\",\"last\",\"value\",\"other\",\"users\"\r\n"
                                + "\"ACCEPTANCES\",\"user-registration\",\"LOCALE\",\"%1$s\",\"%1$s\",\"en\",\"false\",\"14\"\r\n"
                                        .formatted(day(10))
                                + "\"ACCEPTANCES\",\"user-registration\",\"LOCALE\",\"%1$s\",\"%1$s\",\"zh-Hans\",\"false\",\"16\"\r\n"
                                        .formatted(day(10)));
    }

    @Test
    void numbersGoWithTheirRealm() {
        record(30, 10, "'ACCEPTED'", "'LOGIN'", "'en'");
        daysPass(1, () -> published("ACCEPTANCES") > 0);
        server.adminClient().tokenManager().grantToken();
        pop800.realm().admin().remove();

        assertThat(database.count("select count(*) from agr_statistic where realm_id = ?", pop800.id()))
                .isZero();
    }

    @Test
    void whoMayViewTheRealmSeesNumbersAndNobodyElse() {
        String path = "/statistics?measure=REGISTRATIONS";

        assertThat(AdminApi.ofNobody(pop800).get(path).status()).isEqualTo(401);
        assertThat(AdminApi.ofUserWith(pop800, "view-users", "manage-users", "view-events")
                        .get(path)
                        .status())
                .isEqualTo(403);
        assertThat(AdminApi.ofUserWith(pop800, "view-users", "view-events")
                        .table(path)
                        .statusCode())
                .isEqualTo(403);
        assertThat(AdminApi.ofUserWith(pop800, "view-realm").get(path).status()).isEqualTo(200);
        assertThat(AdminApi.ofUserWith(pop800, "view-realm").table(path).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatCannotBeHadIsRefusedWithTheReason() {
        AdminApi admin = admin();

        assertThat(List.of(
                        "",
                        "measure=SECRETS",
                        "measure=0",
                        "measure=ACCEPTANCES",
                        "measure=REGISTRATIONS&agreement=user-registration",
                        "measure=REGISTRATIONS&dimension=SHOE_SIZE",
                        "measure=REGISTRATIONS&dimension=VERSION",
                        "measure=REGISTRATIONS&from=yesterday",
                        "measure=REGISTRATIONS&from=2026-02-30",
                        "measure=REGISTRATIONS&from=2026-02-02&to=2026-02-01",
                        "measure=REGISTRATIONS&from=2024-02-02&to=2026-02-01"))
                .allSatisfy(query -> {
                    AdminApi.Reply reply = admin.get("/statistics?" + query);
                    assertThat(reply.status()).isEqualTo(400);
                    assertThat(reply.errorMessage()).isNotBlank();
                });
        assertThat(admin.get("/statistics?measure=ACCEPTANCES&agreement=no-such-agreement")
                        .status())
                .isEqualTo(404);
    }

    private List<String> cells(String query) {
        JsonNode statistics =
                admin().get("/statistics?measure=" + query + "&to=" + today).successful();
        return statistics.path("periods").findParents("first").stream()
                .map(period -> period.path("first").asText() + ".."
                        + period.path("last").asText() + " " + period.path("cells"))
                .toList();
    }

    /** The server may have ended sessions while its clock was ahead. */
    private AdminApi admin() {
        server.adminClient().tokenManager().grantToken();
        return AdminApi.of(pop800);
    }

    /** As that many days later: what is over by then is published. */
    private void daysPass(int days, BooleanSupplier isPublished) {
        try (MovedClock clock = MovedClock.of(server)) {
            clock.ahead(Duration.ofDays(AHEAD + days));
            await(isPublished);
        }
    }

    private long published(String measure) {
        return rows(measure).size();
    }

    private List<Map<String, Object>> rows(String measure) {
        return database.query(
                "select * from agr_statistic where realm_id = ? and measure = ? order by first_day, dimension, cell",
                pop800.id(),
                measure);
    }

    private String day(int ago) {
        return today.minusDays(ago).toString();
    }

    /** Of a year before this one: of a child. */
    private LocalDate lastLeapDay() {
        int year = today.getYear() - 1;
        while (!Year.isLeap(year)) {
            year--;
        }
        return LocalDate.of(year, 2, 29);
    }

    /** Users from the first on decide, at noon of a day so long ago. */
    private void record(int count, int daysAgo, String decision, String method, String locale) {
        long noon =
                today.minusDays(daysAgo).atTime(12, 0).atZone(ZONE).toInstant().toEpochMilli();
        database.update(
                "insert into agr_record (" + RecordSql.KEYS
                        + "id, realm_id, user_id, type, agreement_key, version_number, locale, decision,"
                        + " method, client_id, occurred_at, recorded_at, details) select "
                        + RecordSql.keys(pop800.id(), "ACCEPTANCE", Pop800.AGREEMENT)
                        + Crowd.id(Crowd.prefix(), "i")
                        + ", ?, " + Crowd.id(users, "i") + ", 'ACCEPTANCE', ?, 1, " + locale + ", " + decision + ", "
                        + method + ", 'sample', ?, ?, '{}' from " + Crowd.numbers(count),
                pop800.id(),
                Pop800.AGREEMENT,
                noon,
                noon);
    }

    private void deletion(int count, String stage) {
        long noon = today.minusDays(10).atTime(12, 0).atZone(ZONE).toInstant().toEpochMilli();
        database.update(
                "insert into agr_record (" + RecordSql.KEYS
                        + "id, realm_id, user_id, type, occurred_at, recorded_at, details) select "
                        + RecordSql.keys(pop800.id(), "DELETION", null)
                        + Crowd.id(Crowd.prefix(), "i") + ", ?, " + Crowd.id(Crowd.prefix(), "i")
                        + ", 'DELETION', ?, ?, ? from " + Crowd.numbers(count),
                pop800.id(),
                noon,
                noon,
                "{\"by\":\"user\",\"stage\":\"" + stage + "\"}");
    }

    private void attribute(String name, String value) {
        database.update(
                "insert into user_attribute (id, name, value, user_id) select " + Crowd.id(Crowd.prefix(), "i")
                        + ", ?, " + value + ", " + Crowd.id(users, "i") + " from " + Crowd.numbers(100),
                name);
    }

    private void set(String attribute, String value) {
        server.adminClient().tokenManager().grantToken();
        RealmRepresentation realm = pop800.realm().admin().toRepresentation();
        Map<String, String> attributes = new HashMap<>(realm.getAttributes());
        attributes.put(attribute, value);
        realm.setAttributes(attributes);
        pop800.realm().admin().update(realm);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
