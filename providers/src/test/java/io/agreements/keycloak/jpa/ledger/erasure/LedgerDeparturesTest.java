package io.agreements.keycloak.jpa.ledger.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.TablesInMemory;
import io.agreements.keycloak.jpa.ledger.record.PlainRows;
import io.agreements.keycloak.jpa.ledger.record.RecordEntity;
import io.agreements.keycloak.ledger.erasure.Erasure;
import io.agreements.proof.canonical.RecordKeys;
import java.time.Instant;
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
