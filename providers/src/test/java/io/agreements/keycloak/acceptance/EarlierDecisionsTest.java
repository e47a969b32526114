package io.agreements.keycloak.acceptance;

import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.required;
import static io.agreements.keycloak.fixture.agreement.VersionBuilder.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.fixture.OneLedger;
import io.agreements.keycloak.fixture.Realms;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.Shown;
import io.agreements.keycloak.ledger.details.AcceptanceDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.models.RealmModel;

final class EarlierDecisionsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant BEFORE = NOW.minus(Duration.ofDays(30));
    private static final RealmModel REALM = Realms.named("shop");

    /** The second and third version are retracted. */
    private static final Agreement TERMS = required("terms")
            .versions(
                    version(1).since(BEFORE),
                    version(2).since(BEFORE).retracted(NOW),
                    version(3).since(BEFORE).retracted(NOW))
            .build();

    @Test
    void theLatestOnAVersionThatIsNotRetractedCounts() {
        assertThat(decided(on(3, Decision.ACCEPTED), on(2, Decision.DECLINED), on(1, Decision.ACCEPTED)))
                .hasValueSatisfying(standing -> {
                    assertThat(standing.agreementId()).isEqualTo(TERMS.id());
                    assertThat(standing.versionNumber()).isEqualTo(1);
                    assertThat(standing.decision()).isEqualTo(Decision.ACCEPTED);
                    assertThat(standing.decidedAt()).isEqualTo(BEFORE);
                });
    }

    @Test
    void aRefusalOfTheVersionInForceCounts() {
        assertThat(decided(on(2, Decision.ACCEPTED), on(1, Decision.DECLINED), on(1, Decision.ACCEPTED)))
                .map(Standing::decision)
                .contains(Decision.DECLINED);
    }

    @Test
    void whatWasWithdrawnStaysWithdrawn() {
        assertThat(decided(on(3, Decision.ACCEPTED), on(2, Decision.WITHDRAWN), on(1, Decision.ACCEPTED)))
                .map(Standing::decision)
                .contains(Decision.WITHDRAWN);
    }

    @Test
    void whoDecidedOnRetractedVersionsOnlyHasDecidedNothing() {
        assertThat(decided(on(3, Decision.ACCEPTED), on(2, Decision.ACCEPTED))).isEmpty();
    }

    @Test
    void itIsFoundHoweverLongAgoItWas() {
        Stream<LedgerRecord> many = IntStream.range(0, 120).mapToObj(i -> on(2, Decision.ACCEPTED));

        assertThat(decided(
                        Stream.concat(many, Stream.of(on(1, Decision.ACCEPTED))).toArray(LedgerRecord[]::new)))
                .map(Standing::versionNumber)
                .contains(1);
    }

    @Test
    void whatWasAcceptedBeforeItWasDeclinedIsFound() {
        EarlierDecisions decisions = new EarlierDecisions(
                OneLedger.of(List.of(on(1, Decision.DECLINED), on(2, Decision.ACCEPTED), on(1, Decision.ACCEPTED))),
                REALM,
                "ada",
                NOW);

        assertThat(decisions.affirming(TERMS)).hasValueSatisfying(standing -> {
            assertThat(standing.versionNumber()).isEqualTo(1);
            assertThat(standing.decision()).isEqualTo(Decision.ACCEPTED);
        });
    }

    private static Optional<Standing> decided(LedgerRecord... records) {
        return new EarlierDecisions(OneLedger.of(List.of(records)), REALM, "ada", NOW).on(TERMS);
    }

    private static LedgerRecord on(int version, Decision decision) {
        return LedgerRecord.of(new AcceptanceDetails(null, null, null), REALM, BEFORE)
                .user("ada")
                .decision(decision, new Shown("terms", version, "en", "digest", null, null, null))
                .build();
    }
}
