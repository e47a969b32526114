package io.agreements.keycloak.jpa.ledger.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.Realms;
import io.agreements.keycloak.fixture.TablesInMemory;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.FoundRecords;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.RecordQuery;
import io.agreements.keycloak.ledger.RecordQuery.Circumstances;
import io.agreements.keycloak.ledger.RecordType;
import io.agreements.proof.canonical.RecordKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.RealmModel;

/** A search by what no index leads to looks at so many records and no more. */
final class BoundedFindingTest {

    private static final Instant THEN = Instant.parse("2026-11-22T08:00:00Z");
    private static final RealmModel REALM = Realms.named("shop");
    private static final Circumstances DECLINED = new Circumstances(Decision.DECLINED, null, null);

    /** Two of these are looked at by one search. */
    private static final int STRETCH = 5;

    private final TablesInMemory tables = new TablesInMemory();

    /** Thirty acceptances; every tenth is a refusal: the first, the eleventh and the twenty-first that were made. */
    @BeforeEach
    void store() {
        for (int i = 0; i < 30; i++) {
            RecordEntity entity = new RecordEntity();
            entity.id = "%02d".formatted(i);
            entity.realmId = REALM.getId();
            entity.userId = "ann";
            entity.type = RecordType.ACCEPTANCE.name();
            entity.agreementKey = "terms";
            entity.versionNumber = 1;
            entity.decision = (i % 10 == 0 ? Decision.DECLINED : Decision.ACCEPTED).name();
            entity.occurredAt = THEN.plusSeconds(i).toEpochMilli();
            entity.recordedAt = entity.occurredAt;
            entity.realmKey = RecordKeys.ofRealm(entity.realmId);
            entity.listKey = RecordKeys.ofList(entity.realmId, entity.type, entity.agreementKey);
            tables.store(entity);
        }
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "terms")
    void itSaysWhereItStoppedAndGoesOnThere(String agreement) {
        List<String> found = new ArrayList<>();
        List<String> stops = new ArrayList<>();
        RecordQuery query = query(agreement).under(DECLINED);
        for (RecordQuery.Place after = null; ; ) {
            FoundRecords part = search(query.part(0, 10, after));
            found.addAll(ids(part));
            after = part.next(10);
            if (after == null) {
                break;
            }
            stops.add(after.id());
        }

        assertThat(found).containsExactly("20", "10", "00");
        assertThat(stops).containsExactly("20", "10", "00");
    }

    @Test
    void itStopsAsSoonAsThePageIsFull() {
        FoundRecords page = search(query(null).under(DECLINED).part(0, 1, null));

        assertThat(ids(page)).containsExactly("20");
        assertThat(page.lookedUpTo()).isNull();
        assertThat(page.next(1)).isEqualTo(new RecordQuery.Place(THEN.plusSeconds(20), "20"));
    }

    /** The ten latest have one of them, the twenty before the other. */
    @Test
    void theFirstStretchIsSomePagesLongAndTheNextIsLonger() {
        BoundedFinding finding = new BoundedFinding(new RecordFinding(tables.entities(), REALM), 20);
        RecordQuery two = query(null).under(DECLINED).part(0, 2, null);

        assertThat(tables.statements(() -> assertThat(ids(finding.find(two))).containsExactly("20", "10")))
                .hasSize(4);
    }

    @Test
    void whatIsNotThereCostsNoMoreThanSomeStatements() {
        RecordQuery gone = query(null).under(new Circumstances(Decision.WITHDRAWN, null, null));

        assertThat(tables.statements(() -> assertThat(search(gone).records()).isEmpty()))
                .hasSize(4);
        assertThat(search(gone).lookedUpTo().id()).isEqualTo("20");
    }

    @Test
    void ofAUserAllRecordsAreLookedAt() {
        RecordQuery ofAnn = new RecordQuery(Set.of("ann"), Set.of(), null, null, null, 0, 10).under(DECLINED);

        assertThat(ids(search(ofAnn))).containsExactly("20", "10", "00");
        assertThat(search(ofAnn).lookedUpTo()).isNull();
    }

    @Test
    void whatAnIndexLeadsToIsFoundByOneStatement() {
        assertThat(tables.statements(() -> search(query(null)))).hasSize(1);
        assertThat(search(query(null)).next(10)).isEqualTo(new RecordQuery.Place(THEN.plusSeconds(20), "20"));
    }

    private FoundRecords search(RecordQuery query) {
        return new BoundedFinding(new RecordFinding(tables.entities(), REALM), STRETCH).find(query);
    }

    private static RecordQuery query(String agreement) {
        return new RecordQuery(Set.of(), Set.of(), agreement, null, null, 0, 10);
    }

    private static List<String> ids(FoundRecords found) {
        return found.records().stream().map(LedgerRecord::id).toList();
    }
}
