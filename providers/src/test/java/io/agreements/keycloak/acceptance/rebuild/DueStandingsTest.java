package io.agreements.keycloak.acceptance.rebuild;

import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agreements.keycloak.acceptance.Standing;
import io.agreements.keycloak.acceptance.UserStanding;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.fixture.Realms;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.Shown;
import io.agreements.keycloak.ledger.details.AcceptanceDetails;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.keycloak.models.RealmModel;

final class DueStandingsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final RealmModel REALM = Realms.named("shop");
    private static final Agreement TERMS = required("terms").build();
    private static final Catalogue CATALOGUE = new Catalogue("one", List.of(TERMS));

    private final LedgerRecord accepted = decision("ada", "terms", Decision.ACCEPTED);
    private final LedgerRecord withdrawn = decision("ada", "terms", Decision.WITHDRAWN);

    @Test
    void whatIsOfTheLatestRecordIsRight() {
        assertThat(compared(List.of(withdrawn), List.of(standing("ada", withdrawn))))
                .isEmpty();
    }

    @Test
    void ofDecisionsAtTheSameMomentAnyIsRight() {
        List<LedgerRecord> both = List.of(accepted, withdrawn);

        assertThat(compared(both, List.of(standing("ada", accepted)))).isEmpty();
        assertThat(compared(both, List.of(standing("ada", withdrawn)))).isEmpty();
        assertThat(compared(both, List.of())).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(DiscrepancyKind.MISSING);
            assertThat(both).extracting(LedgerRecord::id).contains(found.due().recordId());
        });
    }

    @Test
    void whatIsOfAnotherRecordOrSaysSomethingElseIsDifferent() {
        Standing due = Standing.of(TERMS.id(), withdrawn);
        Standing twisted = new Standing(
                due.agreementId(),
                due.versionNumber() + 1,
                due.decision(),
                due.locale(),
                due.textDigest(),
                due.decidedAt(),
                due.recordId());

        for (Standing kept : List.of(Standing.of(TERMS.id(), accepted), twisted)) {
            assertThat(compared(List.of(withdrawn), List.of(new UserStanding("ada", kept))))
                    .containsExactly(new Discrepancy("ada", kept, due));
        }
    }

    @Test
    void whatNoRecordIsBehindIsSurplus() {
        assertThat(compared(List.of(), List.of(standing("ada", accepted))))
                .extracting(Discrepancy::kind, Discrepancy::due)
                .containsExactly(tuple(DiscrepancyKind.SURPLUS, null));
    }

    /** Somebody has changed the record; what the user decided is not to be lost for that. */
    @Test
    void whereTheLatestRecordIsUnreadableWhatThereIsStays() {
        LedgerRecord unreadable = decision("ada", "terms", null);

        assertThat(compared(List.of(unreadable), List.of(standing("ada", accepted))))
                .isEmpty();
        assertThat(compared(List.of(unreadable), List.of())).isEmpty();
    }

    @Test
    void aRecordThatSaysOnNothingWhatWasDecidedStandsInNobodysWay() {
        LedgerRecord onNothing = LedgerRecord.of(new AcceptanceDetails(null, null, null), REALM, NOW)
                .user("ada")
                .decision(Decision.ACCEPTED, null)
                .build();

        assertThat(compared(List.of(onNothing, accepted), List.of(standing("ada", accepted))))
                .isEmpty();
    }

    @Test
    void whoIsGoneHasNone() {
        LedgerRecord ofBob = decision("bob", "terms", Decision.ACCEPTED);

        assertThat(compared(List.of(ofBob), List.of())).isEmpty();
        assertThat(compared(List.of(ofBob), List.of(standing("bob", ofBob))))
                .extracting(Discrepancy::kind)
                .containsExactly(DiscrepancyKind.SURPLUS);
    }

    @Test
    void anAgreementThatIsNotThereHasNone() {
        assertThat(compared(List.of(decision("ada", "gone", Decision.ACCEPTED)), List.of()))
                .isEmpty();
    }

    @Test
    void allAreCountedAndTheFirstNamed() {
        List<Discrepancy> many = IntStream.range(0, 90)
                .mapToObj(i -> new Discrepancy("user-" + i, null, Standing.of(TERMS.id(), accepted)))
                .toList();
        StandingsReport report = StandingsReport.of(5, many).and(StandingsReport.of(7, many));

        assertThat(report.standings()).isEqualTo(12);
        assertThat(report.missing()).isEqualTo(180);
        assertThat(report.discrepancies()).isEqualTo(180);
        assertThat(report.named()).hasSize(100);
    }

    private static List<Discrepancy> compared(List<LedgerRecord> decisions, List<UserStanding> kept) {
        return DueStandings.of(decisions, CATALOGUE, "ada"::equals).comparedWith(kept);
    }

    private static UserStanding standing(String userId, LedgerRecord decision) {
        return new UserStanding(userId, Standing.of(TERMS.id(), decision));
    }

    private static LedgerRecord decision(String userId, String agreementKey, Decision decision) {
        return LedgerRecord.of(new AcceptanceDetails(null, null, null), REALM, NOW)
                .user(userId)
                .decision(decision, new Shown(agreementKey, 2, "en", "digest", null, null, null))
                .build();
    }
}
