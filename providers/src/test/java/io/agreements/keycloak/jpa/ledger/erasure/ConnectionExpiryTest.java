package io.agreements.keycloak.jpa.ledger.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.TablesInMemory;
import io.agreements.keycloak.jpa.ledger.record.PlainRows;
import io.agreements.keycloak.ledger.erasure.Expiry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an expiry erases, slice by slice, and what of it the ledger has to say when. */
final class ConnectionExpiryTest {

    private static final String REALM = "shop";
    private static final int SLICE = 10;
    private static final long YOUNG = 1000;

    private final TablesInMemory tables = new TablesInMemory();
    private final ConnectionExpiry expiry = new ConnectionExpiry(tables.entities(), REALM);

    @BeforeEach
    void store() {
        RetentionEntity retention = new RetentionEntity();
        retention.realmId = REALM;
        tables.store(retention);
        for (int at = 1; at <= 35; at++) {
            tables.store(PlainRows.connection(REALM, at));
        }
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void whatFitsIntoASliceIsToldWithIt() {
        assertThat(expire(6, false)).isEqualTo(new Expiry(true, 5, 5));
        assertThat(expire(6, false)).isEqualTo(new Expiry(true, 0, 0));
    }

    /** So what the others erase is on record, however long they take, and whatever is set meanwhile. */
    @Test
    void ofSeveralSlicesTheFirstIsToldAtOnceAndTheOthersWithTheLast() {
        assertThat(expire(36, false)).isEqualTo(new Expiry(false, 10, 0));
        assertThat(expire(36, true)).isEqualTo(Expiry.GOES_ON);
        assertThat(expire(36, true)).isEqualTo(Expiry.GOES_ON);

        assertThat(expire(36, true)).isEqualTo(new Expiry(true, 25, 35));
        assertThat(expire(36, true)).isEqualTo(new Expiry(true, 0, 0));
    }

    @Test
    void whatAStoppedRunHadErasedIsCountedByTheFirstSliceOfTheNext() {
        expire(36, false);
        expire(36, true);

        assertThat(expire(36, false)).isEqualTo(new Expiry(false, 20, 0));
        assertThat(expire(36, true)).isEqualTo(new Expiry(true, 5, 35));
    }

    @Test
    void whereConnectionsAreKeptForLongerMeanwhileItIsOverAndNothingIsLeftUntold() {
        expire(36, false);
        expire(36, true);

        assertThat(expire(4, false)).isEqualTo(new Expiry(true, 10, 20));
        assertThat(left()).isEqualTo(15);
        assertThat(expire(36, false)).isEqualTo(new Expiry(false, 10, 0));
        assertThat(expire(36, true)).isEqualTo(new Expiry(true, 5, 15));
    }

    private Expiry expire(long end, boolean onRecord) {
        tables.entities().getTransaction().begin();
        try {
            return expiry.expire(end, YOUNG, SLICE, onRecord);
        } finally {
            tables.entities().getTransaction().commit();
            tables.entities().clear();
        }
    }

    private long left() {
        return tables.entities()
                .createQuery("select count(c) from ConnectionEntity c", Long.class)
                .getSingleResult();
    }
}
