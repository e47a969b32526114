package io.agreements.keycloak.tests.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.database.Database;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.PlainSignIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * What an acceptance takes on disk on PostgreSQL, indexes included: that of somebody who registers by an ordinary browser,
 * copied for many users as they come one after the other, into tables and indexes of the same kind that nothing else is in.
 */
@WithKeycloak
@EnabledIf("io.agreements.keycloak.tests.fixture.realm.Crowd#isOnPostgres")
final class RowSizeIT {

    private static final int USERS = 50_000;
    private static final double MOST_BYTES = 1550;
    private static final double MOST_BYTES_ONCE_EXPIRED = 1300;

    private static final String PERSON = "person@example.org";
    private static final String BROWSER =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " Chrome/126.0.0.0 Safari/537.36";
    private static final List<String> TABLES = List.of("agr_record", "agr_connection", "agr_standing");

    private Database database;
    private String userId;

    @BeforeEach
    void acceptOnce(KeycloakServer server) {
        database = server.database();
        Pop800 pop800 = Pop800.create(server).withoutSampleUser();
        PlainSignIn form = PlainSignIn.open(pop800.client().registration().url());
        Map<String, String> fields = new HashMap<>(Map.of(
                "email", PERSON,
                "lastName", "王",
                "firstName", "小明",
                "gender", "male",
                "birthdate", "1990-05-31",
                "city", "北京",
                "phoneNumber", "13800138000",
                "password", Pop800.PASSWORD,
                "password-confirm", Pop800.PASSWORD));
        fields.putAll(form.hidden());
        fields.put("agreement-" + Pop800.AGREEMENT, "accepted");
        form.submit(fields);
        userId = pop800.realm().user(PERSON).toRepresentation().getId();
        TABLES.forEach(table -> {
            database.update("create table sized_" + table + " (like " + table + " including all)");
            copy(table);
            database.update("vacuum analyze sized_" + table);
        });
    }

    @AfterEach
    void drop() {
        TABLES.forEach(table -> database.update("drop table if exists sized_" + table));
    }

    @Test
    void anAcceptanceIsSmallAndSmallerOnceItsAddressHasExpired() {
        assertThat(bytes()).as(sizes()).isLessThanOrEqualTo(MOST_BYTES);

        database.update("delete from sized_agr_connection");
        database.update("vacuum analyze sized_agr_connection");

        assertThat(bytes()).as(sizes()).isLessThanOrEqualTo(MOST_BYTES_ONCE_EXPIRED);
    }

    /** Where what it is over grows, an index is filled page by page. */
    @Test
    void indexesOverWhatGrowsAreDense() {
        assertThat(size("sized_agr_record_pkey"))
                .as("id: 23 letters and a place of six bytes")
                .isLessThan(50);
        assertThat(database.query("select indexname from pg_indexes where tablename = 'sized_agr_record'"))
                .as("an index more is a write more at each acceptance")
                .hasSize(6);
    }

    /** A user a second; all that is said of a person, or made at random, differs, the rest is the same. */
    private void copy(String table) {
        Map<String, String> differing = new HashMap<>(Map.of(
                "user_id", "md5(i::text)::uuid::text",
                "occurred_at", "m.occurred_at + i * 1000",
                "recorded_at", "m.recorded_at + i * 1000",
                "decided_at", "m.decided_at + i * 1000",
                "log_index", "i",
                "record_id", "left(lpad(to_hex(1780000000000 + i * 1000), 11, '0') || md5(i::text), 23)",
                "username", "'user-' || lpad(i::text, 7, '0') || '@example.org'",
                "user_agent", "'" + BROWSER + "'",
                "ip_address", "'203.0.113.' || (100 + i % 100)"));
        if (table.equals("agr_record")) {
            differing.put("id", differing.get("record_id"));
        }
        List<String> columns = database
                .query(
                        "select column_name from information_schema.columns where table_schema = current_schema()"
                                + " and table_name = ? order by ordinal_position",
                        table)
                .stream()
                .map(row -> (String) row.get("column_name"))
                .toList();
        String values = columns.stream()
                .map(column -> differing.getOrDefault(column, "m." + column))
                .collect(Collectors.joining(", "));
        int rows = database.update(
                "insert into sized_" + table + " (" + String.join(", ", columns) + ") select " + values + " from ("
                        + model(table) + ") m cross join generate_series(1::bigint, " + USERS + ") i order by i");
        assertThat(rows).as(table).isEqualTo(USERS);
    }

    private String model(String table) {
        String records = "select %s from agr_record r %s where r.user_id = '" + userId + "' and r.agreement_key = '"
                + Pop800.AGREEMENT + "'";
        return switch (table) {
            case "agr_record" -> records.formatted("r.*", "");
            case "agr_connection" -> records.formatted("c.*", "join agr_connection c on c.record_id = r.id");
            default -> records.formatted("s.*", "join agr_standing s on s.record_id = r.id");
        };
    }

    private double bytes() {
        return TABLES.stream()
                        .mapToLong(table -> database.count("select pg_total_relation_size('sized_" + table + "')"))
                        .sum()
                / (double) USERS;
    }

    private double size(String relation) {
        return database.count("select pg_relation_size('" + relation + "')") / (double) USERS;
    }

    /** Of each table and index. */
    private String sizes() {
        return database.query("select relname from pg_class where relname like 'sized_agr_%' order by relname").stream()
                .map(row -> (String) row.get("relname"))
                .map(relation -> relation + ": " + size(relation))
                .collect(Collectors.joining("\n"));
    }
}
