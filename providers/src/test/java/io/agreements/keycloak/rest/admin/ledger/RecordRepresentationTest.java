package io.agreements.keycloak.rest.admin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.Realms;
import io.agreements.keycloak.ledger.Actor;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.Shown;
import io.agreements.keycloak.ledger.ShownClause;
import io.agreements.keycloak.ledger.details.AcceptanceDetails;
import io.agreements.keycloak.ledger.details.DeletionDetails;
import io.agreements.keycloak.ledger.erasure.Connection;
import io.agreements.keycloak.ledger.erasure.Identity;
import io.agreements.keycloak.rest.AttentionRepresentation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RecordRepresentationTest {

    private static final Instant THEN = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void saysWhatWasShownAndHow() {
        RecordRepresentation entry = RecordRepresentation.of(LedgerRecord.of(
                        new AcceptanceDetails("CONTINUED_USE", null, List.of(new ShownClause("clause", true))),
                        Realms.named("shop"),
                        THEN)
                .user("ada-id")
                .decision(Decision.ACCEPTED, new Shown("terms", 2, "en", "digest", "wording", true, 1))
                .identity(new Identity("ada", "session"))
                .connection(new Connection("192.0.2.1", "browser"))
                .build());

        assertThat(entry.agreementKey()).isEqualTo("terms");
        assertThat(entry.version()).isEqualTo(2);
        assertThat(entry.presentation())
                .isEqualTo(new RecordRepresentation.RecordPresentation(
                        "wording", true, 1, List.of(new AttentionRepresentation("clause", true))));
        assertThat(entry.details()).containsOnly(Map.entry("acceptance", "CONTINUED_USE"));
        assertThat(entry.username()).isEqualTo("ada");
        assertThat(entry.occurredAt()).isEqualTo(THEN.toEpochMilli());
    }

    @Test
    void whatWasErasedIsLackingAndSoIsWhatNeverWas() {
        RecordRepresentation entry = RecordRepresentation.of(
                LedgerRecord.of(DeletionDetails.ofAccount(Actor.SCHEDULE), Realms.named("shop"), THEN)
                        .user("ada-id")
                        .build());

        assertThat(entry.userId()).isEqualTo("ada-id");
        assertThat(entry.username()).isNull();
        assertThat(entry.sessionId()).isNull();
        assertThat(entry.ipAddress()).isNull();
        assertThat(entry.agreementKey()).isNull();
        assertThat(entry.presentation()).isNull();
    }

    @Test
    void aTextThatNobodyWasShownHasNoPresentation() {
        RecordRepresentation entry = RecordRepresentation.of(
                LedgerRecord.of(new AcceptanceDetails("CONTINUED_USE", null, null), Realms.named("shop"), THEN)
                        .decision(Decision.ACCEPTED, new Shown("terms", 2, "en", "digest", null, null, null))
                        .build());

        assertThat(entry.version()).isEqualTo(2);
        assertThat(entry.presentation()).isNull();
    }
}
