package io.agreements.keycloak.tests.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.realm.RealmBuilder;
import io.agreements.keycloak.testing.realm.TestRealm;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.database.Database;
import io.agreements.keycloak.testing.server.running.MovedClock;
import io.agreements.keycloak.testing.server.running.QuickTasks;
import io.agreements.keycloak.testing.server.running.Statements;
import io.agreements.keycloak.testing.server.running.Statements.Statement;
import io.agreements.keycloak.tests.fixture.realm.Crowd;
import io.agreements.keycloak.tests.fixture.realm.Daytime;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.RecordSql;
import io.agreements.keycloak.tests.fixture.realm.Tasks;
import io.agreements.keycloak.tests.fixture.rest.MyRest;
import io.agreements.proof.canonical.RecordKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * IP addresses and user agents expire. The task runs again and again here. It has passed what is older than half a year before
 * a test can put anything there, so what is to expire is younger, and the setting shorter.
 */
@OnEveryDatabase
@WithKeycloak(quickTasks = Tasks.RETENTION)
final class RetentionIT {

    private static final String ADDRESS = "203.0.113.77";
    /** Of one expired address: it was 25 when the record was written anew. */
    private static final double MOST_BLOCKS = 8;

    /** Records of a run that takes more than a slice. */
    private static final int FIRST_AND_LAST = 2;

    private static final ObjectMapper JSON = new ObjectMapper();

    private KeycloakServer server;
    private Database database;
    private TestRealm realm;
    private String realmId;

    @BeforeEach
    void createRealm(KeycloakServer server) {
        this.server = server;
        database = server.database();
        realm = RealmBuilder.unique("retention")
                .with(settings -> settings.setAttributes(
                        Map.of("agreements.timeZone", Daytime.zone().getId())))
                .create(server);
        realmId = realm.admin().toRepresentation().getId();
    }

    @Test
    void whatIsOlderThanTheRealmSaysIsErasedAndNothingElse() {
        String old = insert(Duration.ofDays(151));
        String young = insert(Duration.ofDays(149));
        Map<String, Object> before = row(old);
        keepFor("150");
        await(() -> row(old).get("connection_salt") == null);

        Map<String, Object> erased = new HashMap<>(before);
        erased.put("ip_address", null);
        erased.put("user_agent", null);
        erased.put("connection_salt", null);
        Map<String, Object> after = row(old);
        // It comes into the log meanwhile.
        erased.put("log_index", after.get("log_index"));
        assertThat(after).isEqualTo(erased);
        assertThat(row(young)).containsEntry("ip_address", ADDRESS).containsEntry("connection_salt", "a".repeat(32));
        assertThat(erasures()).singleElement().satisfies(details -> {
            assertThat(details.path("reason").asText()).isEqualTo("retention");
            assertThat(details.path("records").asInt()).isEqualTo(1);
            assertThat(details.path("by").asText()).isEqualTo("schedule");
            assertThat(details.path("before").asLong())
                    .isBetween(
                            agoMillis(Duration.ofDays(150).plusMinutes(5)),
                            agoMillis(Duration.ofDays(150).minusMinutes(5)));
        });
        assertThat(server.logs())
                .containsPattern("IP address and user agent erased from \\d+ records of \\d+ realms")
                .doesNotContain(ADDRESS);
    }

    @Test
    void aRunThatFindsNothingLeavesNoRecord() {
        insert(Duration.ofDays(100));
        keepFor("90");
        await(() -> erasures().size() == 1);
        awaitRuns(2);

        assertThat(erasures()).hasSize(1);
    }

    @Test
    void aSettingMadeShorterLaterCountsFromThenOn() {
        String oldest = insert(Duration.ofDays(170));
        String middle = insert(Duration.ofDays(100));
        String youngest = insert(Duration.ofDays(10));
        keepFor("150");
        await(() -> row(oldest).get("connection_salt") == null);
        assertThat(row(middle)).containsEntry("ip_address", ADDRESS);
        keepFor("50");
        await(() -> row(middle).get("connection_salt") == null);
        keepFor("1000");
        assertThat(row(youngest)).containsEntry("ip_address", ADDRESS);
        keepFor("9");
        await(() -> row(youngest).get("connection_salt") == null);

        assertThat(erasures())
                .hasSize(3)
                .allSatisfy(
                        details -> assertThat(details.path("records").asInt()).isEqualTo(1));
    }

    @Test
    void aRealmThatSaysNothingKeepsForHalfAYear() {
        awaitRuns(1);
        String soon = insert(Duration.ofDays(180).minusSeconds(2));
        String later = insert(Duration.ofDays(180).minusHours(1));
        await(() -> row(soon).get("connection_salt") == null);

        assertThat(row(soon)).containsEntry("connection_salt", null);
        assertThat(row(later)).containsEntry("ip_address", ADDRESS);
    }

    @Test
    void theConnectionOfAPersonIsThereForTheTimeAndNotLonger() {
        Pop800 pop800 = Pop800.create(server);
        pop800.askForNothing();
        realm = pop800.realm();
        realmId = pop800.id();
        String userId = pop800.newUser("person@example.org").toRepresentation().getId();
        String token =
                pop800.client().password("person@example.org", Pop800.PASSWORD).accessToken();
        assertThat(new MyRest(pop800, token).post("/reports").status()).isEqualTo(200);
        try (MovedClock clock = MovedClock.of(server)) {
            clock.ahead(Duration.ofDays(179));
            awaitRuns(2);
            assertThat(database.count(
                            "select count(*) from agr_record r join agr_connection c on c.record_id = r.id"
                                    + " where r.user_id = ? and c.ip_address is not null",
                            userId))
                    .isEqualTo(1);
            clock.ahead(Duration.ofDays(181));
            await(() -> !erasures().isEmpty());
        }

        assertThat(pop800.records(userId))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("ip_address", null)
                        .containsEntry("user_agent", null)
                        .containsEntry("connection_salt", null)
                        .containsEntry("username", "person@example.org"));
    }

    /** But for one look a day, which audits count. */
    @Test
    void aRealmInWhichNothingCanHaveExpiredIsNotLookedAt() {
        insert(Duration.ofDays(100));
        awaitRuns(1);
        await(() -> database.count("select oldest_at from agr_retention where realm_id = ?", realmId) > 0);
        List<Map<String, Object>> looked = watermark();

        List<Statement> statements = Statements.ofTimers(server, () -> {
            long begun = QuickTasks.runs(server, Tasks.RETENTION);
            await(() -> QuickTasks.runs(server, Tasks.RETENTION) > begun + 3);
        });
        assertThat(statements).noneMatch(statement -> statement.parameters().contains(realmId));
        assertThat(watermark()).isEqualTo(looked);

        try (MovedClock clock = MovedClock.of(server)) {
            clock.ahead(Duration.ofDays(1));
            await(() -> !watermark().equals(looked));
        }
    }

    @Test
    void theFirstThatExpiresIsNotMissed() {
        String next = insert(Duration.ofDays(180).minusSeconds(20));
        insert(Duration.ofDays(100));
        awaitRuns(1);
        assertThat(row(next)).containsEntry("ip_address", ADDRESS);

        await(() -> row(next).get("connection_salt") == null);
        assertThat(erasures()).hasSize(1);
    }

    /** A record for every millisecond of eight seconds, through which the boundary moves while the test looks. */
    @Test
    void theBoundaryIsExactAndBatchesAddUp() {
        int records = 8000;
        insert(agoMillis(Duration.ofDays(150).plusSeconds(5)), records, true);
        insert(agoMillis(Duration.ofDays(160)), 500, false);
        keepFor("150");
        await(() -> !erasures().isEmpty());
        assertThat(database.count(
                        "select count(*) from agr_record r where r.realm_id = ? and r.connection_commitment is not null"
                                + " and not exists (select 1 from agr_connection c where c.record_id = r.id)",
                        realmId))
                .isGreaterThan(2000);
        await(() -> {
            assertThat(onTheWrongSide()).isZero();
            return database.count(
                            "select count(*) from agr_record r join agr_connection c on c.record_id = r.id"
                                    + " where r.realm_id = ?",
                            realmId)
                    == 0;
        });

        assertThat(erased()).isEqualTo(records);
    }

    /** As a server leaves it that is killed between two batches. */
    @Test
    void whatAnInterruptedRunErasedIsToldByTheNext() {
        awaitRuns(1);
        database.update("update agr_retention set unrecorded = 5 where realm_id = ?", realmId);
        await(() -> !erasures().isEmpty());
        awaitRuns(2);

        assertThat(erasures())
                .singleElement()
                .satisfies(
                        details -> assertThat(details.path("records").asInt()).isEqualTo(5));
    }

    @Test
    void whatOccursAfterAClockWasFarAheadExpiresToo() {
        try (MovedClock clock = MovedClock.of(server)) {
            clock.ahead(Duration.ofDays(365));
            await(() -> hasPassed(agoMillis(Duration.ZERO)));
        }
        await(() -> !hasPassed(agoMillis(Duration.ZERO)));
        String later = insert(Duration.ofDays(100));
        keepFor("90");

        await(() -> row(later).get("connection_salt") == null);
    }

    @Test
    void aRealmThatIsRemovedIsNotRemembered() {
        awaitRuns(1);
        realm.admin().remove();

        assertThat(database.query("select * from agr_retention where realm_id = ?", realmId))
                .isEmpty();
    }

    @Test
    void manyRecordsArePassedOnceAndFoundByIndex() {
        int size = Crowd.isOnPostgres() ? 100_000 : 10_000;
        Pop800 pop800 = Pop800.create(server);
        Crowd crowd = new Crowd(pop800, size).decide(0, Pop800.AGREEMENT, "1", "'ACCEPTED'");
        database.update(
                "update agr_record set occurred_at = occurred_at - ? where realm_id = ? and type = 'ACCEPTANCE'",
                Crowd.BEGINNING - agoMillis(Duration.ofDays(170)),
                pop800.id());
        database.update(
                RecordSql.insertConnections(
                        "'" + ADDRESS + "', 'Mozilla/5.0', null", "r.realm_id = ? and r.type = 'ACCEPTANCE'"),
                pop800.id());
        crowd.settle();
        realm = pop800.realm();
        realmId = pop800.id();
        lookAgain();
        List<Statement> statements = Statements.ofTimers(server, () -> {
            keepFor("100");
            await(() -> erasures().size() == FIRST_AND_LAST);
            awaitRuns(2);
        });

        List<Statement> onConnections = statements.stream()
                .filter(statement -> statement.sql().toLowerCase(Locale.ROOT).contains("agr_connection"))
                .filter(statement -> statement.parameters().contains(RecordKeys.ofRealm(realmId)))
                .toList();
        int erased = erased();
        assertThat(erased).isGreaterThan(size / 2);
        assertThat(onConnections).hasSizeGreaterThan(2 * erased / 1000);
        assertThat(onConnections)
                .allSatisfy(statement -> assertThat(statement.scannedTables(database))
                        .as(statement.toString())
                        .doesNotContain("agr_connection"));
        assertThat(onConnections.stream()
                        .filter(statement -> statement.sql().startsWith("delete"))
                        .map(statement -> (Long) statement.parameters().get(1)))
                .as("where each batch begins")
                .isSorted()
                .doesNotHaveDuplicates();
    }

    /** Pages that are read or written, of tables and indexes, as PostgreSQL counts them. */
    @Test
    @EnabledIf("io.agreements.keycloak.tests.fixture.realm.Crowd#isOnPostgres")
    void whatExpiresCostsFewBlocks() {
        int records = 20_000;
        insert(agoMillis(Duration.ofDays(170)), records, true);
        List<Statement> deletions = Statements.ofTimers(server, () -> {
                    keepFor("100");
                    await(() -> erasures().size() == FIRST_AND_LAST);
                })
                .stream()
                .filter(statement -> statement.sql().toLowerCase(Locale.ROOT).matches("delete .*agr_connection.*"))
                .filter(statement -> statement.parameters().contains(RecordKeys.ofRealm(realmId)))
                .toList();
        assertThat(erased()).isEqualTo(records);

        database.update(
                RecordSql.insertConnections("'" + ADDRESS + "', 'Mozilla/5.0', null", "r.realm_id = ?"), realmId);
        Statement slice = deletions.get(deletions.size() / 2);
        JsonNode plan = json(database.query(
                                "explain (analyze, buffers, format json) " + slice.sql(),
                                slice.parameters().toArray())
                        .get(0)
                        .values()
                        .iterator()
                        .next()
                        .toString())
                .path(0)
                .path("Plan");
        double blocks = plan.path("Shared Hit Blocks").asDouble()
                + plan.path("Shared Read Blocks").asDouble();
        long deleted = plan.at("/Plans/0/Actual Rows").asLong();
        assertThat(deleted).isGreaterThan(500);
        assertThat(blocks / deleted).as(plan.toPrettyString()).isLessThanOrEqualTo(MOST_BLOCKS);
    }

    /** One statement, so that it sees one moment. */
    private long onTheWrongSide() {
        return database.count(
                "select count(*) from agr_record r join agr_retention t on t.realm_id = r.realm_id"
                        + " left join agr_connection c on c.record_id = r.id"
                        + " where r.realm_id = ? and r.connection_commitment is not null"
                        + " and (r.occurred_at < t.expired_before and c.record_id is not null"
                        + " or r.occurred_at >= t.expired_before and c.record_id is null)",
                realmId);
    }

    private void keepFor(String days) {
        RealmRepresentation representation = realm.admin().toRepresentation();
        Map<String, String> attributes = new HashMap<>(representation.getAttributes());
        attributes.put("agreements.connection.days", days);
        representation.setAttributes(attributes);
        realm.admin().update(representation);
    }

    /** @return the id of the record */
    private String insert(Duration age) {
        return insert(agoMillis(age), 1, true);
    }

    /**
     * One for each millisecond.
     *
     * @return the id of the first
     */
    private String insert(long firstAt, int count, boolean withConnection) {
        String prefix = Crowd.prefix();
        List<Object> values = new ArrayList<>(List.of(realmId, firstAt, firstAt, bytes("a", 16), bytes("b", 32)));
        if (withConnection) {
            values.add(bytes("d", 32));
        }
        database.update(
                "insert into agr_record (" + RecordSql.KEYS
                        + "id, realm_id, user_id, type, occurred_at, recorded_at, username, identity_salt,"
                        + " identity_commitment"
                        + (withConnection ? ", connection_commitment" : "")
                        + ") select " + RecordSql.keys(realmId, "GRANT", null) + Crowd.id(prefix, "i")
                        + ", ?, 'someone', 'GRANT', ? + i, ? + i,"
                        + " 'someone@example.org', ?, ?"
                        + (withConnection ? ", ?" : "") + " from " + Crowd.numbers(count),
                values.toArray());
        if (withConnection) {
            database.update(RecordSql.insertConnections(
                    "'" + ADDRESS + "', 'Mozilla/5.0', r.identity_salt", "r.id like '" + prefix + "%'"));
        }
        lookAgain();
        return prefix + "0".repeat(12);
    }

    /** Nothing that the server itself records is so old. */
    private void lookAgain() {
        database.update("update agr_retention set oldest_at = 0 where realm_id = ?", realmId);
    }

    private static byte[] bytes(String digit, int count) {
        return HexFormat.of().parseHex(digit.repeat(2 * count));
    }

    private Map<String, Object> row(String recordId) {
        return database.query(RecordSql.WHOLE + " where r.id = ?", recordId).get(0);
    }

    private int erased() {
        return erasures().stream()
                .mapToInt(details -> details.path("records").asInt())
                .sum();
    }

    private List<JsonNode> erasures() {
        return database
                .query(
                        "select details from agr_record where realm_id = ? and type = 'ERASURE' order by occurred_at",
                        realmId)
                .stream()
                .map(row -> json((String) row.get("details")))
                .toList();
    }

    private void awaitRuns(int runs) {
        for (int i = 0; i < runs; i++) {
            List<Map<String, Object>> before = watermark();
            lookAgain();
            await(() -> !watermark().isEmpty() && !watermark().equals(before));
        }
    }

    private boolean hasPassed(long moment) {
        return database.count(
                        "select count(*) from agr_retention where realm_id = ? and expired_before > ?", realmId, moment)
                == 1;
    }

    private List<Map<String, Object>> watermark() {
        return database.query("select expired_before from agr_retention where realm_id = ?", realmId);
    }

    private static long agoMillis(Duration age) {
        return Instant.now().minus(age).toEpochMilli();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
