package io.agreements.keycloak.tests.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.database.Database;
import io.agreements.keycloak.testing.server.running.QuickTasks;
import io.agreements.keycloak.testing.server.running.Statements;
import io.agreements.keycloak.testing.server.running.Statements.Statement;
import io.agreements.keycloak.tests.fixture.realm.Crowd;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.Tasks;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A realm may have many users: what is left of them goes in slices, behind its removal. */
@OnEveryDatabase
@WithKeycloak
final class RealmRemovalIT {

    private static final int USERS = 10_000;
    private static final int SLICE_OF_STANDINGS = 500;
    private static final int CONDITIONS = 2;

    private KeycloakServer server;
    private Database database;
    private Pop800 doomed;
    private String realmId;

    @BeforeEach
    void createRealmOfManyUsers(KeycloakServer running) {
        server = running;
        database = server.database();
        doomed = Pop800.create(server).withoutSampleUser();
        realmId = doomed.id();
        new Crowd(doomed, USERS).decide(0, Pop800.AGREEMENT, "1", "'ACCEPTED'").settle();
        database.update(
                "update agr_record set identity_salt = ? where realm_id = ? and type = 'ACCEPTANCE'",
                new byte[16],
                realmId);
    }

    @Test
    void theRemovalSaysHowManyAndNoStatementHasMoreThanASlice() {
        List<Statement> statements =
                Statements.during(server, () -> doomed.realm().admin().remove());

        assertThat(database.query(
                        "select details from agr_record where realm_id = ? and type in ('DELETION', 'ERASURE')",
                        realmId))
                .extracting(row -> (String) row.get("details"))
                .anySatisfy(details -> assertThat(details).contains("\"users\":" + USERS))
                .anySatisfy(details -> assertThat(details).contains("\"records\":" + USERS));
        assertThat(statements.stream().filter(statement -> isOf(statement, "delete ", " agr_standing ")))
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(new HashSet<>(statement.parameters()).size() - CONDITIONS)
                        .isBetween(1, SLICE_OF_STANDINGS));
        assertThat(statements.stream()
                        .filter(statement -> isOf(statement, "update ", " agr_record "))
                        .map(statement -> statement.sql().toLowerCase(Locale.ROOT))
                        .filter(sql -> sql.contains("username")))
                .allSatisfy(sql -> assertThat(sql).contains("occurred_at<?"));
        awaitNothingLeft();
    }

    /** As a server leaves it that is killed when the removal is committed. */
    @Test
    void whatIsInterruptedIsGoneOnWithAndLeavesAnotherRealmOfThatIdAlone() {
        doomed.realm().admin().remove();
        awaitNothingLeft();
        long lastAt = database.count("select max(occurred_at) from agr_record where realm_id = ?", realmId);
        new Crowd(doomed, USERS).decide(0, Pop800.AGREEMENT, "1", "'ACCEPTED'");
        database.update(
                "insert into agr_standing (user_id, agreement_id, realm_id, version_number, decision, decided_at,"
                        + " record_id) select 'somebody', max(agreement_id), realm_id, 1, 'ACCEPTED', ?, 'record'"
                        + " from agr_standing where realm_id = ? group by realm_id",
                lastAt + 1,
                realmId);
        database.update(
                "update agr_record set identity_salt = ? where realm_id = ? and type = 'ACCEPTANCE'",
                new byte[16],
                realmId);
        database.update(
                "insert into agr_realm_erasure (realm_id, gone_at, last_at, erased_before, under_hold)"
                        + " values (?, ?, ?, 0, ?)",
                realmId,
                lastAt,
                lastAt,
                false);

        await(() -> {
            QuickTasks.together(server, Tasks.REALM_ERASURES, 2);
            return waiting() == 0;
        });
        assertThat(database.query("select user_id from agr_standing where realm_id = ?", realmId))
                .extracting(row -> row.get("user_id"))
                .containsExactly("somebody");
        assertThat(identified()).isZero();
        database.update("delete from agr_standing where realm_id = ?", realmId);
    }

    private static boolean isOf(Statement statement, String verb, String table) {
        String sql = statement.sql().toLowerCase(Locale.ROOT);
        return sql.startsWith(verb) && sql.contains(table);
    }

    private void awaitNothingLeft() {
        await(() -> waiting() == 0);
        assertThat(database.count("select count(*) from agr_standing where realm_id = ?", realmId))
                .isZero();
        assertThat(identified()).isZero();
    }

    private long waiting() {
        return database.count("select count(*) from agr_realm_erasure where realm_id = ?", realmId);
    }

    private long identified() {
        return database.count(
                "select count(*) from agr_record where realm_id = ? and (identity_salt is not null"
                        + " or username is not null)",
                realmId);
    }

    private void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
