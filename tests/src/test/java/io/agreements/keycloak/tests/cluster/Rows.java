package io.agreements.keycloak.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.testing.server.database.Database;
import io.agreements.keycloak.tests.fixture.realm.Crowd;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * What stands in the database of a realm, whatever its nodes believe.
 *
 * @param pop800 the realm
 */
record Rows(Pop800 pop800) {

    private static final Duration DONE_WITHIN = Duration.ofMinutes(2);

    /** A registration decides on that many agreements. */
    private static final int DECISIONS = 3;

    private static final String OF_NEWCOMERS =
            " from user_entity u where u.realm_id = ? and u.username like '" + Newcomers.NAMES + "%'";

    /** So many other users, whose decisions are in the log. */
    Rows withAccounts(int accounts) {
        new Crowd(pop800, accounts).create().decide(0, Pop800.AGREEMENT, "1", "'ACCEPTED'");
        awaitLog();
        database()
                .update(
                        "update agr_record set identity_salt = ? where realm_id = ? and username is not null and method = 'LOGIN'",
                        new byte[16],
                        pop800.id());
        return this;
    }

    /** The accounts of these users are due to be deleted. */
    void letAccountsFallDue() {
        database()
                .update(
                        "insert into agr_deletion_request (user_id, realm_id, requested_at, due_at, user_slot)"
                                + " select id, realm_id, 0, 1, mod(row_number() over (order by id), 1024) from user_entity where realm_id = ? and username like 'user-%'",
                        pop800.id());
    }

    long dueDeletions() {
        return count("select count(*) from agr_deletion_request where realm_id = ?");
    }

    long newcomers() {
        return count("select count(*)" + OF_NEWCOMERS);
    }

    long versions(int number) {
        return database()
                .count(
                        "select count(*) from agr_version v join agr_agreement a on a.id = v.agreement_id"
                                + " where a.realm_id = ? and a.agreement_key = ? and v.version_number = ?",
                        pop800.id(),
                        Pop800.AGREEMENT,
                        number);
    }

    long publications(int number) {
        return database()
                .count(
                        "select count(*) from agr_record where realm_id = ? and agreement_key = ? and version_number = ?"
                                + " and type = 'PUBLICATION'",
                        pop800.id(),
                        Pop800.AGREEMENT,
                        number);
    }

    void awaitDeletions() {
        await(() -> dueDeletions() == 0);
    }

    /** Waits until every record is in the log. */
    void awaitLog() {
        await(() -> count("select count(*) from agr_record where realm_id = ? and log_index is null") == 0);
    }

    /** @param registered who was told so */
    void assertEveryUserHasARecordAndEveryRecordAUser(Set<String> registered) {
        assertThat(database().query("select u.username" + OF_NEWCOMERS, pop800.id()).stream()
                        .map(row -> row.get("username"))
                        .collect(Collectors.toSet()))
                .as("who was told so has an account")
                .containsAll(registered);
        for (String table : new String[] {"agr_record", "agr_standing"}) {
            assertThat(count("select count(*)" + OF_NEWCOMERS + " and (select count(*) from " + table
                            + " r where r.realm_id = u.realm_id and r.user_id = u.id) <> " + DECISIONS))
                    .as("users who do not have each decision once in " + table)
                    .isZero();
        }
        String withoutUser = " and not exists (select 1 from user_entity u where u.id = r.user_id)";
        assertThat(count("select count(*) from agr_record r where r.realm_id = ? and r.method = 'REGISTRATION'"
                        + withoutUser))
                .as("records without a user")
                .isZero();
        assertThat(count("select count(*) from agr_standing r where r.realm_id = ?" + withoutUser))
                .as("standings without a user")
                .isZero();
        assertThat(count("select count(*) from agr_standing s where s.realm_id = ?"
                        + " and not exists (select 1 from agr_record r where r.id = s.record_id)"))
                .as("standings without a record")
                .isZero();
    }

    /** Whoever was due is gone, and on record once as deleted and once as erased. */
    void assertDeletedOnce(int accounts) {
        assertThat(count("select count(*) from user_entity where realm_id = ? and username like 'user-%'"))
                .isZero();
        for (String type : new String[] {"DELETION", "ERASURE"}) {
            String ofType = " from agr_record where realm_id = ? and type = '" + type + "'";
            assertThat(count("select count(*)" + ofType)).as(type).isEqualTo(accounts);
            assertThat(count("select count(distinct user_id)" + ofType))
                    .as(type)
                    .isEqualTo(accounts);
        }
    }

    /** Places in the log: from 0 on, each once, and as many as the log and its last checkpoint say. */
    void assertLogIsWhole() {
        long indexed = count("select count(*) from agr_record where realm_id = ? and log_index is not null");
        assertThat(count("select count(distinct log_index) from agr_record where realm_id = ?"))
                .isEqualTo(indexed);
        assertThat(count("select coalesce(max(log_index), -1) + 1 from agr_record where realm_id = ?"))
                .isEqualTo(indexed);
        assertThat(count("select coalesce(max(log_size), 0) from agr_log where realm_id = ?"))
                .isEqualTo(indexed);
        assertThat(count("select coalesce(max(log_size), 0) from agr_checkpoint where realm_id = ?"))
                .isEqualTo(indexed);
    }

    private Database database() {
        return pop800.realm().server().database();
    }

    private long count(String sql) {
        return database().count(sql, pop800.id());
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + DONE_WITHIN.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
