package io.agreements.keycloak.tests.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.database.Database;
import io.agreements.keycloak.testing.server.running.QuickTasks;
import io.agreements.keycloak.tests.fixture.realm.Crowd;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.Tasks;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** The server is killed while it deletes the accounts that are due. */
@OnEveryDatabase
@WithKeycloak(quickTasks = {Tasks.DELETIONS, Tasks.SWEEP})
final class DeletionCrashIT {

    private static final int ACCOUNTS = 400;

    /** H2 loses what was committed in the last half second before a power cut, so the first would not do. */
    private static final int ENOUGH_GONE = 280;

    @Test
    void eachDueAccountIsGoneExactlyOnce(KeycloakServer server) {
        Pop800 pop800 = Pop800.create(server);
        String realmId = pop800.id();
        Database database = server.database();
        new Crowd(pop800, ACCOUNTS).create().decide(0, Pop800.AGREEMENT, "1", "'ACCEPTED'");
        database.update(
                "update agr_record set identity_salt = ? where realm_id = ? and username is not null",
                new byte[16],
                realmId);
        database.update(
                "insert into agr_deletion_request (user_id, realm_id, requested_at, due_at, user_slot)"
                        + " select id, realm_id, 0, 1, mod(row_number() over (order by id), 1024) from user_entity where realm_id = ? and username like 'user-%'",
                realmId);
        await(() -> accounts(database, realmId) < ENOUGH_GONE);
        server.kill();

        assertThat(accounts(database, realmId)).isBetween(1L, ACCOUNTS - 1L);
        assertThat(database.count(
                        "select (select count(*) from user_entity where realm_id = ? and username like 'user-%')"
                                + " + (select count(*) from agr_record where realm_id = ? and type = 'DELETION')",
                        realmId, realmId))
                .isEqualTo(ACCOUNTS);
        server.startAgain();
        QuickTasks.on(server, Tasks.DELETIONS);
        await(() -> accounts(database, realmId) == 0);

        assertGoneOnce(database, realmId);
        assertThat(database.count("select count(*) from agr_deletion_request where realm_id = ?", realmId))
                .isZero();
        assertThat(database.count("select count(*) from agr_standing where realm_id = ?", realmId))
                .isZero();
        assertThat(database.count(
                        "select count(*) from agr_record where realm_id = ? and username is not null", realmId))
                .isZero();
    }

    /** Whoever is gone is on record once as deleted and once as erased. */
    private static void assertGoneOnce(Database database, String realmId) {
        for (String type : new String[] {"DELETION", "ERASURE"}) {
            assertThat(database.count("select count(*) from agr_record where realm_id = ? and type = ?", realmId, type))
                    .as(type)
                    .isEqualTo(ACCOUNTS);
            assertThat(database.count(
                            "select count(distinct r.user_id) from agr_record r where r.realm_id = ? and r.type = ?"
                                    + " and not exists (select 1 from user_entity u where u.id = r.user_id)",
                            realmId,
                            type))
                    .as(type + " of different accounts")
                    .isEqualTo(ACCOUNTS);
        }
    }

    private static long accounts(Database database, String realmId) {
        return database.count(
                "select count(*) from user_entity where realm_id = ? and username like 'user-%'", realmId);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
