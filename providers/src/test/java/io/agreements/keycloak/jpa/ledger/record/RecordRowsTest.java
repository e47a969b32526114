package io.agreements.keycloak.jpa.ledger.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.jpa.StoredWords;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.Details;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.Method;
import io.agreements.keycloak.ledger.RecordType;
import io.agreements.keycloak.ledger.details.AcceptanceDetails;
import io.agreements.proof.canonical.RecordColumns;
import io.agreements.proof.canonical.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody else wrote into a row keeps nobody from reading the others. */
final class RecordRowsTest {

    private static RecordEntity row() {
        RecordEntity entity = new RecordEntity();
        entity.id = "r1";
        entity.realmId = "realm";
        entity.type = RecordType.ACCEPTANCE.name();
        return entity;
    }

    @ParameterizedTest
    @ValueSource(strings = {"no JSON", "{\"a\":", "null", "[1]", "5", "{\"a\":null}", ""})
    void detailsThatCannotBeReadAreToldByTheirDigest(String stored) {
        RecordEntity entity = row();
        entity.details = stored;
        assertThat(RecordRows.toRecord(entity).details())
                .isEqualTo(Map.of(Details.UNREADABLE, Sha256.hex(stored.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void wordsThatCannotBeReadAreToldByTheirDigestBesideTheDetails() {
        RecordEntity entity = row();
        entity.details = "{\"acceptance\":\"EXPLICIT\"}";
        entity.freeText = "no JSON";
        LedgerRecord record = RecordRows.toRecord(entity);
        assertThat(record.details())
                .containsEntry("acceptance", "EXPLICIT")
                .containsEntry(Details.UNREADABLE_WORDS, Sha256.hex("no JSON".getBytes(StandardCharsets.UTF_8)));
        assertThat(record.freeText()).isEmpty();
    }

    @Test
    void wordsThatAreNoneOfThoseThereAreStandAmongTheDetails() {
        RecordEntity entity = row();
        entity.type = "GIFT";
        entity.decision = "MAYBE";
        entity.method = "POST";
        LedgerRecord record = RecordRows.toRecord(entity);

        assertThat(record.type()).isNull();
        assertThat(record.decision()).isNull();
        assertThat(record.method()).isNull();
        assertThat(record.details())
                .isEqualTo(Map.of(
                        Details.UNREADABLE_TYPE,
                        "GIFT",
                        Details.UNREADABLE_DECISION,
                        "MAYBE",
                        Details.UNREADABLE_METHOD,
                        "POST"));
        assertThat(RecordForms.of(entity).isFit()).isFalse();
    }

    @Test
    void theVerifierKnowsTheSameWords() {
        assertThat(RecordColumns.WORDS)
                .isEqualTo(Map.of(
                        "TYPE", Set.copyOf(StoredWords.of(RecordType.class)),
                        "DECISION", Set.copyOf(StoredWords.of(Decision.class)),
                        "METHOD", Set.copyOf(StoredWords.of(Method.class))));
    }

    @Test
    void clausesThatCannotBeReadStayAmongTheDetails() {
        RecordEntity entity = row();
        entity.details = "{\"attention\":5}";
        LedgerRecord record = RecordRows.toRecord(entity);
        assertThat(AcceptanceDetails.attentionIn(record.details())).isEmpty();
        assertThat(AcceptanceDetails.besideAttention(record.details())).containsEntry("attention", 5);
    }
}
