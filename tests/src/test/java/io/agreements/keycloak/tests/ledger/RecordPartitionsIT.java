package io.agreements.keycloak.tests.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.documents.MarkdownDocument;
import io.agreements.keycloak.testing.documents.Step;
import io.agreements.keycloak.testing.realm.RealmBuilder;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.database.Database;
import io.agreements.keycloak.testing.server.running.MovedClock;
import io.agreements.keycloak.testing.server.running.QuickTasks;
import io.agreements.keycloak.tests.fixture.realm.Crowd;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.RecordSql;
import io.agreements.keycloak.tests.fixture.realm.Tasks;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import io.agreements.keycloak.tests.fixture.rest.MyRest;
import io.agreements.keycloak.tests.fixture.rest.PublicRest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The table of records of an installation that has some is divided by the very statements that docs/scale.md gives. */
@Tag("long")
@WithKeycloak(
        name = "partitions",
        quickTasks = {Tasks.SEQUENCER, Tasks.RETENTION})
final class RecordPartitionsIT {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final String OPTIONAL = "news-by-mail";
    private static final String PERSON = "person@example.org";
    private static final String VERIFICATIONS = "/log/verifications";
    private static final int OLD = 3000;

    @Test
    void anInstallationWithRecordsIsDividedAndGoesOn(KeycloakServer server) {
        Pop800 pop800 = Pop800.create(server);
        pop800.askForNothing();
        String userId = pop800.newUser(PERSON).toRepresentation().getId();
        Database database = server.database();
        decide(pop800, "ACCEPTED");
        addOld(database, server);
        awaitLog(database);
        List<Map<String, Object>> indexes = indexes(database);

        server.kill();
        List<Map<String, Object>> before = records(database);
        List<String> dividing = statements("divide-the-table", pop800);
        assertThat(dividing).hasSize(4);
        YearMonth divided = YearMonth.now(ZoneOffset.UTC);
        dividing.subList(0, 3).forEach(sql -> execute(database, sql));
        assertThat(records(database)).isEqualTo(before);
        server.startAgain();
        QuickTasks.on(server, Tasks.SEQUENCER, Tasks.RETENTION);
        execute(database, dividing.get(3));
        statements("every-month", pop800).forEach(sql -> execute(database, sql));

        assertThat(indexes(database)).containsAll(indexes);
        assertThat(partitions(database, "agr_record")).isEqualTo(2);
        long monthsSince = divided.until(YearMonth.now(ZoneOffset.UTC), ChronoUnit.MONTHS);
        assertThat(partitions(database, "agr_record_shop")).isEqualTo(24 + 1 + 12 + 1 + monthsSince);
        assertThat(database.count("select count(*) from agr_record_shop"))
                .isEqualTo(database.count("select count(*) from agr_record where realm_id = ?", pop800.id()));

        decide(pop800, "DECLINED");
        assertThat(pop800.records(userId, OPTIONAL))
                .extracting(row -> row.get("decision"))
                .containsExactly("ACCEPTED", "DECLINED");
        assertThatConnectionsExpire(server, pop800.id());
        awaitLog(database);
        assertThat(database.count("select count(*) from agr_record_shop_other"))
                .as("all of the realm lies with its month")
                .isZero();
        assertThat(database.count("select count(*) from agr_record_rest_other"))
                .as("what is older than any month there is")
                .isEqualTo(1);
        assertVerified(pop800);
    }

    /** Of another realm, some of last year, and one older than any month there is. */
    private static void addOld(Database database, KeycloakServer server) {
        String realmId = RealmBuilder.unique("partitions")
                .create(server)
                .admin()
                .toRepresentation()
                .getId();
        long old = Instant.now().minus(Duration.ofDays(300)).toEpochMilli();
        database.update(
                "insert into agr_record (" + RecordSql.KEYS
                        + "id, realm_id, user_id, type, occurred_at, recorded_at) select "
                        + RecordSql.keys(realmId, "GRANT", null) + Crowd.id(Crowd.prefix(), "i")
                        + ", ?, 'someone', 'GRANT',"
                        + " case when i = 1 then 1000000000000 else ? + i end, ? + i from " + Crowd.numbers(OLD),
                realmId,
                old,
                old);
    }

    private static void assertThatConnectionsExpire(KeycloakServer server, String realmId) {
        String connections = "select count(*) from agr_record r join agr_connection c on c.realm_key = r.realm_key"
                + " and c.occurred_at = r.occurred_at and c.record_id = r.id where r.realm_id = ?";
        assertThat(server.database().count(connections, realmId)).isPositive();
        try (MovedClock clock = MovedClock.of(server)) {
            clock.ahead(Duration.ofDays(300));
            await(() -> server.database().count(connections, realmId) == 0);
        }
    }

    private static void assertVerified(Pop800 pop800) {
        AdminApi admin = AdminApi.of(pop800);
        long size = pop800.realm()
                .server()
                .database()
                .count("select count(*) from agr_record where realm_id = ?", pop800.id());
        AdminApi.Reply begun = admin.post(VERIFICATIONS, "{}");
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        String path = VERIFICATIONS + "/" + begun.json().path("id").asText();
        await(() -> !admin.get(path).json().path("state").asText().equals("RUNNING"));
        JsonNode result = admin.get(path).json();

        assertThat(result.path("state").asText()).as(result.toString()).isEqualTo("DONE");
        assertThat(result.path("toIndex").asLong()).isEqualTo(size);
        assertThat(result.path("result").path("records").asLong()).isEqualTo(size);
        assertThat(result.path("result").path("wrong").asLong())
                .as(result.toString())
                .isZero();
    }

    private static void decide(Pop800 pop800, String decision) {
        JsonNode text =
                PublicRest.json(PublicRest.of(pop800).getJson("/" + OPTIONAL)).at("/inForce/texts/0");
        String token = pop800.client().password(PERSON, Pop800.PASSWORD).accessToken();
        MyRest.Reply reply = new MyRest(pop800, token).put("/" + OPTIONAL, """
                {"decision": "%s", "version": 1, "locale": "%s", "digest": "%s"}""".formatted(
                decision, text.path("locale").asText(), text.path("digest").asText()));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    /** For this realm in the place of the document's. */
    private static List<String> statements(String section, Pop800 pop800) {
        return MarkdownDocument.read(PROJECT, "docs/scale.md").section(section).stream()
                .filter(step -> step.language().equals("sql"))
                .map(Step::code)
                .map(code -> code.replace(
                        "name = 'shop'", "name = '" + pop800.realm().name() + "'"))
                .toList();
    }

    private static void execute(Database database, String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static List<Map<String, Object>> records(Database database) {
        return database.query("select * from agr_record order by id");
    }

    /** But for the primary key, which is another one then. Of a table with partitions the definition says that it is one. */
    private static List<Map<String, Object>> indexes(Database database) {
        return database.query(
                "select indexname, replace(indexdef, ' ON ONLY ', ' ON ') as indexdef from pg_indexes where tablename = 'agr_record'"
                        + " and indexname <> 'pk_agr_record' order by indexname");
    }

    private static long partitions(Database database, String table) {
        return database.count(
                "select count(*) from pg_inherits i join pg_class c on c.oid = i.inhparent where c.relname = ?", table);
    }

    private static void awaitLog(Database database) {
        await(() -> database.count("select count(*) from agr_record where log_index is null") == 0);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
