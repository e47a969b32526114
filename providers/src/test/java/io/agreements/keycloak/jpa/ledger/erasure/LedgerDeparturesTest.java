package io.agreements.keycloak.jpa.ledger.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.TablesInMemory;
import io.agreements.keycloak.jpa.ledger.record.PlainRows;
import io.agreements.keycloak.jpa.ledger.record.RecordEntity;
import io.agreements.keycloak.ledger.RecordType;
import io.agreements.keycloak.ledger.erasure.Erasure;
import io.agreements.keycloak.ledger.hold.HeldErasure;
import io.agreements.keycloak.ledger.hold.Hold;
import io.agreements.keycloak.ledger.removal.RealmErasure;
import io.agreements.proof.canonical.RecordKeys;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What departures do at once, in the transaction somebody waits for, and what waits for the end of a hold. */
final class LedgerDeparturesTest {

    private static final String REALM = "shop";
    private static final int MANY = 20_001;
    private static final String ANN = "f:directory:ann";
    private static final Instant GONE = Instant.ofEpochMilli(50_000);

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
    void ofAUserOfAStoreTheDepartureHasTheNameUntilNoHoldKeepsItInAnyRecord() {
        store(PlainRows.acceptance(REALM, ANN, 1), PlainRows.other(REALM, ANN, RecordType.REPORT, 2));
        HoldEntity hold = hold();
        Erasure erasure = in(() -> erase(ANN, GONE));
        assertThat(erasure.userId()).startsWith("gone:");
        assertThat(erasure.departedId()).isEqualTo(ANN);
        store(PlainRows.other(REALM, erasure.departedId(), RecordType.DELETION, GONE.toEpochMilli()));
        assertThat(named()).containsExactly("ACCEPTANCE", "DELETION");

        in(() -> departures.carryOut(new HeldErasure(REALM, ANN, null, GONE)));
        assertThat(named()).containsExactly("ACCEPTANCE", "DELETION");

        end(hold);
        in(() -> departures.carryOut(new HeldErasure(REALM, ANN, null, GONE)));
        assertThat(named()).isEmpty();
        assertThat(called(erasure.pseudonym())).containsExactly("ACCEPTANCE", "REPORT", "DELETION");
    }

    @Test
    void ofAUserOfAStoreOfWhomAHoldKeepsNothingTheDepartureHasNoName() {
        store(PlainRows.other(REALM, ANN, RecordType.REPORT, 2));
        hold();

        Erasure erasure = in(() -> erase(ANN, GONE));
        assertThat(erasure.departedId()).isEqualTo(erasure.pseudonym()).startsWith("gone:");
    }

    /** Else the sweep would find it again at each run. */
    @Test
    void onceTheStoreIsGoneNothingHasTheNameButWhatAHoldKeeps() {
        store(PlainRows.acceptance(REALM, ANN, 1));
        hold();
        in(() -> erase(ANN, GONE));
        store(
                PlainRows.other(REALM, ANN, RecordType.DELETION, GONE.toEpochMilli()),
                PlainRows.other(REALM, ANN, RecordType.REPORT, GONE.toEpochMilli() + 2000));
        in(() -> departures.eraseName(REALM, ANN, GONE.plusSeconds(60)));

        assertThat(named()).containsExactly("ACCEPTANCE");
    }

    @Test
    void whoIsThereAgainAndGoesWhileAHoldLastsIsErasedOnceItIsOver() {
        store(PlainRows.acceptance(REALM, ANN, 1));
        HoldEntity hold = hold();
        Erasure first = in(() -> erase(ANN, GONE));
        store(
                PlainRows.other(REALM, first.departedId(), RecordType.DELETION, GONE.toEpochMilli()),
                PlainRows.acceptance(REALM, ANN, GONE.toEpochMilli() + 5));
        Instant again = GONE.plusSeconds(60);
        Erasure second = in(() -> erase(ANN, again));
        store(PlainRows.other(REALM, second.departedId(), RecordType.DELETION, again.toEpochMilli()));
        assertThat(second.pseudonym()).isEqualTo(first.pseudonym());
        assertThat(named()).containsExactly("ACCEPTANCE", "ACCEPTANCE", "DELETION");

        end(hold);
        in(() -> departures.carryOut(new HeldErasure(REALM, ANN, null, again)));
        assertThat(named()).isEmpty();
    }

    /** As without a hold: the rest is done behind the removal. */
    @Test
    void ofALargeRealmUnderAHoldNoRecordIsErasedInItsRemoval() {
        store(MANY, true);
        hold("user 5", null);

        List<String> statements = tables.statements(() -> {
            Erasure erasure = remove();
            assertThat(erasure.records()).isEqualTo(Erasure.MANY);
            assertThat(erasure.held()).isEqualTo(Erasure.MANY);
        });
        assertThat(statements)
                .noneMatch(sql -> sql.matches("(?si)\\s*(update|delete from) AGR_(RECORD|CONNECTION)\\b.*"));
        assertThat(erased()).isZero();
    }

    @Test
    void ofASmallRealmUnderAHoldItIsCountedWhatIsErasedAndOfWhomSomethingIsKept() {
        store(3, true);
        hold("user 2", null);

        Erasure erasure = remove();
        assertThat(erasure.records()).isEqualTo(2);
        assertThat(erasure.held()).isEqualTo(1);
        assertThat(waiting()).containsExactly("user 2");
    }

    /** What the removal is on record as passing over has an erasure of its own on record, when the hold is over. */
    @Test
    void behindTheRemovalWhatAHoldKeptThenIsPassedOverThoughItEndsMeanwhileAndItIsSettledLast() {
        store(MANY, true);
        HoldEntity hold = hold("user 19000", null);
        remove();
        JpaRealmErasures erasures = new JpaRealmErasures(tables.entities());
        RealmErasure erasure = in(erasures::waiting).get(0);
        assertThat(in(() -> erasures.eraseSome(erasure, 1000))).isFalse();
        assertThat(erased()).isEqualTo(1000);
        end(hold);
        JpaHolds holds = new JpaHolds(tables.entities(), null, departures);
        in(() -> {
            holds.settle(hold.toHold());
            return null;
        });

        int slices = 1;
        boolean isOver;
        do {
            assertThat(holds.unsettled(10)).isEmpty();
            isOver = in(() -> erasures.eraseSome(erasure, 1000));
            slices++;
        } while (!isOver);
        assertThat(slices).isEqualTo(21);
        assertThat(erased()).isEqualTo(MANY - 1);
        assertThat(waiting()).containsExactly("user 19000");
        assertThat(holds.unsettled(10)).extracting(Hold::id).containsExactly(hold.id);
    }

    private long erased() {
        return tables.entities()
                .createQuery("select count(r) from RecordEntity r where r.identitySalt is null", Long.class)
                .getSingleResult();
    }

    private List<String> waiting() {
        return tables.entities()
                .createQuery("select h.userId from HeldErasureEntity h", String.class)
                .getResultList();
    }

    private HoldEntity hold() {
        return hold(null, "terms");
    }

    private HoldEntity hold(String userId, String agreement) {
        HoldEntity hold = HoldEntity.of(
                new Hold("hold", REALM, userId, agreement, "An inquiry.", "admin", Instant.EPOCH, null, null, null), 0);
        tables.store(hold);
        return hold;
    }

    private void end(HoldEntity hold) {
        in(() -> tables.entities()
                .createNamedQuery(HoldEntity.END)
                .setParameter("id", hold.id)
                .setParameter("endedAt", 60_000L)
                .setParameter("liftedBy", "admin")
                .executeUpdate());
    }

    private void store(RecordEntity... rows) {
        tables.store((Object[]) rows);
    }

    /** Types of the records that have the name, in order. */
    private List<String> named() {
        return called(ANN);
    }

    private List<String> called(String userId) {
        return tables.entities()
                .createQuery(
                        "select r.type from RecordEntity r where r.userId = :userId order by r.occurredAt",
                        String.class)
                .setParameter("userId", userId)
                .getResultList();
    }

    private Erasure erase(String userId, Instant goneAt) {
        return departures.eraseUsers(REALM, List.of(userId), goneAt).get(userId);
    }

    private <T> T in(Supplier<T> work) {
        tables.entities().getTransaction().begin();
        try {
            return work.get();
        } finally {
            tables.entities().getTransaction().commit();
            tables.entities().clear();
        }
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
