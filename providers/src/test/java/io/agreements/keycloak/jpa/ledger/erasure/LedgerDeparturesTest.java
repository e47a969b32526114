package io.agreements.keycloak.jpa.ledger.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.TablesInMemory;
import io.agreements.keycloak.jpa.ledger.record.PlainRows;
import io.agreements.keycloak.jpa.ledger.record.RecordEntity;
import io.agreements.keycloak.ledger.erasure.Erasure;
import io.agreements.keycloak.ledger.hold.Hold;
import io.agreements.proof.canonical.RecordKeys;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the removal of a realm does at once, in the transaction somebody waits for. */
final class LedgerDeparturesTest {

    private static final String REALM = "shop";
    private static final int MANY = 20_001;

    private final TablesInMemory tables = new TablesInMemory();
    private final LedgerDepartures departures = new LedgerDepartures(tables.entities());

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void ofASmallRealmItIsCountedFromHowManyRecordsSomethingIsErased() {
        store(3, true);
        store(2, false);

        assertThat(remove().records()).isEqualTo(3);
    }

    @Test
    void ofARealmWithoutRecordsItIsNone() {
        assertThat(remove().records()).isZero();
    }

    @Test
    void nobodyWaitsUntilTheRecordsOfALargeRealmAreCounted() {
        store(MANY, true);

        assertThat(remove().records()).isEqualTo(Erasure.MANY);
        assertThat(tables.statements(() -> tables.entities()
                        .createNamedQuery(RecordEntity.TO_ERASE_BY_REALM, Object[].class)
                        .setParameter("realmKey", RecordKeys.ofRealm(REALM))
                        .setParameter("realmId", REALM)
                        .setParameter("most", 100)
                        .getResultList()
                        .forEach(counts ->
                                assertThat(((Number) counts[0]).intValue()).isEqualTo(100))))
                .hasSize(1);
    }

    @Test
    void ofUsersWhoGoTogetherEachIsToldFromHowManyRecordsSomethingIsErasedByAsManyStatementsAsOfTwo() {
        store(40, true);
        store(60, false);
        Map<String, Erasure> few = new HashMap<>();
        Map<String, Erasure> many = new HashMap<>();
        int ofTwo = tables.statements(() -> few.putAll(erase(users(0, 2)))).size();
        int ofMany = tables.statements(() -> many.putAll(erase(users(30, 50)))).size();

        assertThat(few).hasSize(2);
        assertThat(many).hasSize(20);
        for (int number = 30; number < 50; number++) {
            assertThat(many.get("user " + number).records()).isEqualTo(number < 40 ? 1 : 0);
        }
        assertThat(ofMany).isEqualTo(ofTwo);
        assertThat(identified()).hasSize(28).doesNotContain("user 0", "user 35").contains("user 29");
    }

    @Test
    void whatAHoldKeepsOfOneOfThemStaysAndWhoseIdIsANameGetsAnother() {
        store(3, true);
        tables.entities().getTransaction().begin();
        tables.entities()
                .createQuery("update RecordEntity r set r.userId = 'f:store:li' where r.userId = 'user 2'")
                .executeUpdate();
        tables.entities().getTransaction().commit();
        HoldEntity hold = HoldEntity.of(
                new Hold("hold", REALM, "user 1", null, "A lawsuit.", "ada", Instant.EPOCH, null, null, null), 0);
        tables.store(hold);
        Map<String, Erasure> erased = erase(List.of("user 0", "user 1", "f:store:li"));

        assertThat(erased.get("user 0").records()).isEqualTo(1);
        assertThat(erased.get("user 1").records()).isZero();
        assertThat(erased.get("user 1").held()).isEqualTo(1);
        assertThat(erased.get("f:store:li").userId()).startsWith("gone:");
        assertThat(identified()).containsExactly("user 1");
    }

    @Test
    void whoHasMoreNamesThanAreKeptTakesNoneFromTheOthers() {
        Object[] rows = new Object[200];
        for (int number = 0; number < 200; number++) {
            rows[number] = PlainRows.named(REALM, number, number < 198 ? "much" : "user " + number, "name " + number);
        }
        tables.store(rows);
        Map<String, Erasure> erased = erase(List.of("much", "user 198", "user 199"));

        assertThat(erased.get("much").usernames()).hasSize(50);
        assertThat(erased.get("user 198").usernames()).containsExactly("name 198");
        assertThat(erased.get("user 199").usernames()).containsExactly("name 199");
    }

    private static List<String> users(int from, int to) {
        return IntStream.range(from, to).mapToObj(number -> "user " + number).toList();
    }

    private List<String> identified() {
        return tables.entities()
                .createQuery("select r.userId from RecordEntity r where r.identitySalt is not null", String.class)
                .getResultList();
    }

    private Map<String, Erasure> erase(List<String> userIds) {
        tables.entities().getTransaction().begin();
        try {
            return departures.eraseUsers(REALM, userIds, Instant.ofEpochMilli(50_000));
        } finally {
            tables.entities().getTransaction().commit();
        }
    }

    private Erasure remove() {
        tables.entities().getTransaction().begin();
        try {
            return departures.eraseRealm(REALM, Instant.ofEpochMilli(50_000));
        } finally {
            tables.entities().getTransaction().commit();
        }
    }

    private void store(int records, boolean identifying) {
        Object[] rows = new Object[records];
        for (int number = 0; number < records; number++) {
            rows[number] = PlainRows.acceptance(REALM, number, identifying);
        }
        tables.store(rows);
    }
}
