package io.agreements.keycloak.jpa.ledger.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.TablesInMemory;
import io.agreements.keycloak.jpa.ledger.erasure.HoldEntity;
import io.agreements.keycloak.ledger.RecordType;
import io.agreements.keycloak.ledger.hold.Hold;
import io.agreements.proof.canonical.RecordKeys;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is deleted of where records came from, and what stays. */
final class ConnectionsTest {

    private static final String REALM = "shop";

    private final TablesInMemory tables = new TablesInMemory();
    private final Connections connections = new Connections(tables.entities(), REALM);

    @BeforeEach
    void store() {
        store("1", REALM, "ann", 10);
        store("2", REALM, "bob", 20);
        store("3", REALM, "ann", 30);
        store("4", "another", "ann", 20);
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void aStretchOfTimeGoesAndNothingBesideIt() {
        assertThat(inTransaction(() -> connections.deleteBetween(10, 30))).isEqualTo(2);

        assertThat(left()).containsExactly("3", "4");
    }

    @Test
    void aStretchIsDeletedByOneStatementThatAsksForNoRecord() {
        assertThat(tables.statements(() -> inTransaction(() -> connections.deleteBetween(10, 30))))
                .singleElement()
                .satisfies(sql -> assertThat(sql).startsWith("delete").doesNotContain("AGR_RECORD"));
    }

    @Test
    void theEndOfASliceIsFoundAmongThoseThatAreThere() {
        assertThat(connections.timeAfter(1, 0, 100)).containsExactly(20L);
        assertThat(connections.timeAfter(2, 0, 30)).isEmpty();
    }

    @Test
    void whatAHoldKeepsIsPassedOver() {
        hold("ann", null);

        assertThat(inTransaction(() -> connections.deleteFreeBetween(0, 100))).isEqualTo(1);
        assertThat(left()).containsExactly("1", "3", "4");
        hold(null, "terms");
        assertThat(inTransaction(() -> connections.deleteFreeBetween(0, 100))).isZero();
    }

    @Test
    void thoseOfOneUserGoWithTheUserInThatRealm() {
        inTransaction(() -> {
            connections.deleteOf(List.of("ann"));
            return 0L;
        });

        assertThat(left()).containsExactly("2", "4");
    }

    @Test
    void thoseOfAUserWhichHaveExpiredGoOnceNoHoldKeepsThem() {
        hold("ann", null);
        assertThat(inTransaction(() -> connections.deleteFreeOfBefore("ann", 30)))
                .isZero();
        inTransaction(() ->
                (long) tables.entities().createQuery("delete from HoldEntity").executeUpdate());

        assertThat(inTransaction(() -> connections.deleteFreeOfBefore("ann", 30)))
                .isEqualTo(1);
        assertThat(left()).containsExactly("2", "3", "4");
    }

    /** All of the primary key, so that a table of records that is divided by month is asked for one of them. */
    @Test
    void whereHoldsAreAskedForARecordIsNamedWithItsMoment() {
        for (Runnable deletion : List.<Runnable>of(
                () -> inTransaction(() -> connections.deleteFreeBetween(0, 100)),
                () -> inTransaction(() -> {
                    connections.deleteUnkeptBetween(0, 100);
                    return 0L;
                }),
                () -> inTransaction(() -> {
                    connections.deleteAllFree();
                    return 0L;
                }),
                () -> inTransaction(() -> {
                    connections.deleteOfStore("f:store:%", true);
                    return 0L;
                }))) {
            assertThat(tables.statements(deletion))
                    .singleElement()
                    .satisfies(sql -> assertThat(sql).matches("(?s).*\\.OCCURRED_AT\\s*=\\s*\\w+\\.OCCURRED_AT.*"));
        }
    }

    @Test
    void ofAUserWithVeryManyRecordsEachIsNamedByItsKeyAndAFewDozenAtATime() {
        for (int number = 0; number < 120; number++) {
            store("many " + number, REALM, "eve", 1000 + number);
        }
        List<String> statements = tables.statements(() -> inTransaction(() -> {
            connections.deleteOf(List.of("eve"));
            return 0L;
        }));

        assertThat(left()).containsExactly("1", "2", "3", "4");
        assertThat(statements).hasSize(1 + 3);
        assertThat(statements.subList(1, 4))
                .allSatisfy(sql -> assertThat(sql)
                        .startsWith("delete")
                        .doesNotContain(" in ")
                        .isEqualTo(statements.get(1)));
    }

    private List<String> left() {
        return tables.entities()
                .createQuery("select c.recordId from ConnectionEntity c order by c.recordId", String.class)
                .getResultList();
    }

    private long inTransaction(Supplier<Long> action) {
        tables.entities().getTransaction().begin();
        try {
            return action.get();
        } finally {
            tables.entities().getTransaction().commit();
        }
    }

    private void hold(String userId, String agreementKey) {
        String id = "hold of " + userId + agreementKey;
        tables.store(HoldEntity.of(
                new Hold(id, REALM, userId, agreementKey, "A lawsuit.", "admin", Instant.EPOCH, null, null, null), 0));
    }

    private void store(String id, String realmId, String userId, long at) {
        RecordEntity entity = new RecordEntity();
        entity.id = id;
        entity.realmId = realmId;
        entity.userId = userId;
        entity.type = RecordType.ACCEPTANCE.name();
        entity.agreementKey = "terms";
        entity.occurredAt = at;
        entity.recordedAt = at;
        entity.realmKey = RecordKeys.ofRealm(realmId);
        entity.listKey = RecordKeys.ofList(realmId, entity.type, entity.agreementKey);
        ConnectionEntity connection = ConnectionEntity.of(entity);
        connection.ipAddress = "203.0.113.7";
        tables.store(entity, connection);
    }
}
