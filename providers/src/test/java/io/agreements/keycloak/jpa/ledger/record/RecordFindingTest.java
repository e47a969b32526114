package io.agreements.keycloak.jpa.ledger.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.Realms;
import io.agreements.keycloak.fixture.TablesInMemory;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.Method;
import io.agreements.keycloak.ledger.RecordQuery;
import io.agreements.keycloak.ledger.RecordQuery.Circumstances;
import io.agreements.keycloak.ledger.RecordType;
import io.agreements.proof.canonical.RecordKeys;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.RealmModel;

/** Which records are found, in which order. */
final class RecordFindingTest {

    private static final Instant THEN = Instant.parse("2026-11-22T08:00:00Z");
    private static final RealmModel REALM = Realms.named("shop");

    private final TablesInMemory tables = new TablesInMemory();

    @BeforeEach
    void store() {
        store("1", RecordType.PUBLICATION, "terms", null, 0);
        store("2", RecordType.ACCEPTANCE, "terms", "ann", 1);
        store("3", RecordType.ACCEPTANCE, "terms", "bob", 1);
        store("4", RecordType.GRANT, null, "ann", 2);
        store("5", RecordType.ACCEPTANCE, "news", "ann", 3);
        store("6", RecordType.SETTINGS, "terms", null, 4);
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void theLatestComeFirstAndThoseOfOneMomentById() {
        assertThat(find(Set.of(), Set.of(), null)).containsExactly("6", "5", "4", "3", "2", "1");
        assertThat(find(Set.of(), Set.of(RecordType.ACCEPTANCE), null)).containsExactly("5", "3", "2");
        assertThat(find(Set.of(), Set.of(RecordType.GRANT, RecordType.SETTINGS), null))
                .containsExactly("6", "4");
        assertThat(find(Set.of(), Set.of(RecordType.ACCEPTANCE, RecordType.GRANT), null))
                .containsExactly("5", "4", "3", "2");
        assertThat(find(Set.of("ann"), Set.of(), null)).containsExactly("5", "4", "2");
        assertThat(find(Set.of("ann"), Set.of(), "terms")).containsExactly("2");
    }

    @Test
    void thoseOfAnAgreementAreTakenTogetherFromEveryType() {
        assertThat(find(Set.of(), Set.of(), "terms")).containsExactly("6", "3", "2", "1");
        assertThat(find(Set.of(), Set.of(RecordType.ACCEPTANCE), "terms")).containsExactly("3", "2");
        assertThat(find(Set.of(), Set.of(RecordType.ACCEPTANCE, RecordType.PUBLICATION), "terms"))
                .containsExactly("3", "2", "1");
        assertThat(find(Set.of(), Set.of(RecordType.GRANT), "terms")).isEmpty();
        assertThat(find(Set.of(), Set.of(), "gone")).isEmpty();
    }

    @Test
    void pagesFollowOnOneAnother() {
        for (String agreement : new String[] {null, "terms"}) {
            List<String> all = find(Set.of(), Set.of(), agreement);

            assertThat(ids(new RecordQuery(Set.of(), Set.of(), agreement, null, null, 1, 2)))
                    .isEqualTo(all.subList(1, 3));
            assertThat(ids(new RecordQuery(Set.of(), Set.of(), agreement, null, null, 0, 10, place("3", 1))))
                    .containsExactly("2", "1");
        }
    }

    @Test
    void whatOccurredWithinATimeIsFound() {
        for (String agreement : new String[] {null, "terms"}) {
            assertThat(ids(new RecordQuery(
                            Set.of(), Set.of(), agreement, THEN.plusSeconds(1), THEN.plusSeconds(2), 0, 10)))
                    .containsExactly("3", "2");
        }
    }

    @Test
    void whatCameAboutInOneWayIsFound() {
        assertThat(find(new Circumstances(Decision.ACCEPTED, null, null))).containsExactly("5", "3", "2");
        assertThat(find(new Circumstances(Decision.DECLINED, null, null))).isEmpty();
        assertThat(find(new Circumstances(null, Method.LOGIN, null))).containsExactly("5", "4", "3", "2");
        assertThat(find(new Circumstances(null, Method.LOGIN, "shop"))).containsExactly("4");
        assertThat(ids(new RecordQuery(Set.of(), Set.of(), "terms", null, null, 0, 10)
                        .under(new Circumstances(Decision.ACCEPTED, Method.LOGIN, null))))
                .containsExactly("3", "2");
        assertThat(ids(new RecordQuery(Set.of("ann"), Set.of(), null, null, null, 0, 10)
                        .under(new Circumstances(null, null, "shop"))))
                .containsExactly("4");
    }

    @Test
    void aPartEndsWithTheLastRecordThatIsLookedAt() {
        for (String agreement : new String[] {null, "terms"}) {
            RecordQuery query = new RecordQuery(Set.of(), Set.of(), agreement, null, null, 0, 10);
            List<String> all = ids(query);

            assertThat(new RecordFinding(tables.entities(), REALM)
                            .find(query, place("3", 1)).stream().map(LedgerRecord::id))
                    .isEqualTo(all.subList(0, all.indexOf("3") + 1));
            assertThat(new RecordFinding(tables.entities(), REALM).places(query.part(1, 2, null)))
                    .extracting(RecordQuery.Place::id)
                    .isEqualTo(all.subList(1, 3));
        }
    }

    @Test
    void whatIsKeptApartIsReadWithTheRecord() {
        RecordEntity entity = row("7", RecordType.ACCEPTANCE, "terms", "eve", 7);
        entity.textDigest = "1a".repeat(32);
        entity.details = "{\"acceptance\":\"EXPLICIT\"}";
        entity.connectionCommitment = "2b".repeat(32);
        ConnectionEntity connection = ConnectionEntity.of(entity);
        connection.ipAddress = "203.0.113.7";
        CommonEntity common = CommonEntity.takeFrom(entity);
        tables.store(entity, connection, common);

        assertThat(new RecordFinding(tables.entities(), REALM)
                        .find(new RecordQuery(Set.of("eve"), Set.of(), null, null, null, 0, 10)))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.shown().textDigest()).isEqualTo("1a".repeat(32));
                    assertThat(record.details()).containsEntry("acceptance", "EXPLICIT");
                    assertThat(record.connection().ipAddress()).isEqualTo("203.0.113.7");
                });
    }

    /** More would not be needed for a page of a thousand. */
    @Test
    void aPageOfAnAgreementCostsTwoStatements() {
        assertThat(tables.statements(() -> find(Set.of(), Set.of(), "terms"))).hasSize(2);
        assertThat(tables.statements(() -> find(Set.of(), Set.of(RecordType.ACCEPTANCE), "terms")))
                .hasSize(1);
    }

    private List<String> find(Set<String> userIds, Set<RecordType> types, String agreement) {
        return ids(new RecordQuery(userIds, types, agreement, null, null, 0, 10));
    }

    private List<String> find(Circumstances circumstances) {
        return ids(new RecordQuery(Set.of(), Set.of(), null, null, null, 0, 10).under(circumstances));
    }

    private List<String> ids(RecordQuery query) {
        return new RecordFinding(tables.entities(), REALM)
                .find(query).stream().map(LedgerRecord::id).toList();
    }

    private static RecordQuery.Place place(String id, int second) {
        return new RecordQuery.Place(THEN.plusSeconds(second), id);
    }

    private void store(String id, RecordType type, String agreement, String userId, int second) {
        tables.store(row(id, type, agreement, userId, second));
    }

    private static RecordEntity row(String id, RecordType type, String agreement, String userId, int second) {
        RecordEntity entity = new RecordEntity();
        entity.id = id;
        entity.realmId = REALM.getId();
        entity.userId = userId;
        entity.type = type.name();
        entity.agreementKey = agreement;
        entity.decision = type == RecordType.ACCEPTANCE ? Decision.ACCEPTED.name() : null;
        entity.method = userId == null ? null : Method.LOGIN.name();
        entity.clientId = type == RecordType.GRANT ? "shop" : null;
        entity.versionNumber = agreement == null ? null : 1;
        entity.occurredAt = THEN.plusSeconds(second).toEpochMilli();
        entity.recordedAt = entity.occurredAt;
        entity.realmKey = RecordKeys.ofRealm(entity.realmId);
        entity.listKey = RecordKeys.ofList(entity.realmId, entity.type, agreement);
        return entity;
    }
}
