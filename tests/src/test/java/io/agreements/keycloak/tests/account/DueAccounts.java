package io.agreements.keycloak.tests.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.database.Database;
import io.agreements.keycloak.tests.fixture.realm.Crowd;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.RecordSql;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Accounts of a realm without a mail server that are due at once and in one shard, so that one transaction deletes them. Each
 * has decided on all agreements, and the last five have no name in the records of the optional ones.
 */
final class DueAccounts {

    /** As many as one transaction deletes. */
    static final int TOGETHER = 20;

    static final int UNNAMED = 5;

    static final int USERS = 100;
    private static final List<String> OPTIONAL = List.of("personalisation", "news-by-mail");

    private final Pop800 pop800;
    private final Database database;
    private final Crowd crowd;

    DueAccounts(KeycloakServer server) {
        pop800 = Pop800.create(server);
        database = server.database();
        crowd = new Crowd(pop800, USERS).create().decide(0, Pop800.AGREEMENT, "1", "'ACCEPTED'");
        IntStream.range(0, OPTIONAL.size())
                .forEach(round -> crowd.decide(round + 1, OPTIONAL.get(round), "1", "'DECLINED'"));
        String unnamed = IntStream.range(TOGETHER - UNNAMED, TOGETHER)
                .mapToObj(number -> "'" + id(number) + "'")
                .collect(Collectors.joining(", "));
        database.update(
                "update agr_record set username = null where realm_id = ? and agreement_key <> ? and user_id in ("
                        + unnamed + ")",
                pop800.id(),
                Pop800.AGREEMENT);
        database.update(
                "update agr_record set identity_salt = ? where realm_id = ? and username is not null",
                new byte[16],
                pop800.id());
        database.update(RecordSql.insertConnections(
                "'192.0.2.1', 'Browser', null",
                "r.realm_id = '" + pop800.id() + "' and r.agreement_key = 'news-by-mail'"));
    }

    Pop800 realm() {
        return pop800;
    }

    String id(int number) {
        return crowd.userId(number);
    }

    Set<String> ids(int number) {
        return IntStream.range(0, number).mapToObj(this::id).collect(Collectors.toSet());
    }

    /** These ask for it, and are due: all in one place among those that are. */
    void ask(int from, int to) {
        Stream<String> userIds = IntStream.range(from, to).mapToObj(this::id);
        database.update("insert into agr_deletion_request (user_id, realm_id, requested_at, due_at, user_slot)"
                + " select u.id, u.realm_id, 0, 1, 7 from user_entity u where u.id in ("
                + userIds.map(id -> "'" + id + "'").collect(Collectors.joining(", ")) + ")");
    }

    /** Those of them who have a request still. */
    Set<String> asking() {
        return users("select user_id from agr_deletion_request where realm_id = ?");
    }

    /** Whoever it is that deletes the others. */
    void awaitAsking(Set<String> users) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!asking().equals(users) && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        assertThat(asking()).isEqualTo(users);
    }

    /** Those of the realm who have an account still. */
    Set<String> left() {
        return users("select id as user_id from user_entity where realm_id = ? and username like 'user-%'");
    }

    /** Those in whose records there is a name, or an address. */
    Set<String> named() {
        return users(
                "select distinct r.user_id from agr_record r left join agr_connection c on c.realm_key = r.realm_key"
                        + " and c.occurred_at = r.occurred_at and c.record_id = r.id where r.realm_id = ?"
                        + " and (r.username is not null or r.identity_salt is not null or c.record_id is not null)");
    }

    private Set<String> users(String sql) {
        return database.query(sql, pop800.id()).stream()
                .map(row -> (String) row.get("user_id"))
                .collect(Collectors.toSet());
    }
}
