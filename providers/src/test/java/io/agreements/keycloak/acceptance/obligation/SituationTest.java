package io.agreements.keycloak.acceptance.obligation;

import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.required;
import static io.agreements.keycloak.fixture.agreement.VersionBuilder.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.acceptance.Standing;
import io.agreements.keycloak.acceptance.Standings;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.fixture.agreement.AgreementBuilder;
import io.agreements.keycloak.ledger.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SituationTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(400));
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
    private static final Duration WEEK = Duration.ofDays(7);

    private static final AgreementBuilder CHANGED =
            required("terms").versions(version(1).since(LONG_AGO), version(2).since(YESTERDAY));

    @Test
    void withoutGraceAllThatIsOwedIsOverdue() {
        assertThat(changed(Decision.ACCEPTED).overdue(Duration.ZERO))
                .singleElement()
                .satisfies(owed -> assertThat(owed.version().number()).isEqualTo(2));
    }

    @Test
    void whoAcceptedTheVersionBeforeHasTimeFromTheEnforcementOfTheNewOne() {
        Situation situation = changed(Decision.ACCEPTED);

        assertThat(situation.open().required()).hasSize(1);
        assertThat(situation.overdue(WEEK)).isEmpty();
        assertThat(situation.overdue(Duration.ofDays(1))).hasSize(1);
        assertThat(situation.nextChange(WEEK)).contains(YESTERDAY.plus(WEEK));
    }

    @Test
    void theTimeIsReckonedFromTheFirstVersionThatWasNotAccepted() {
        Situation situation = at(
                LONG_AGO.minus(WEEK),
                required("terms")
                        .versions(
                                version(1).since(LONG_AGO),
                                version(2).since(NOW.minus(Duration.ofDays(8))),
                                version(3).since(YESTERDAY)),
                standing(1, Decision.ACCEPTED, NOW.minus(Duration.ofDays(100))));

        assertThat(situation.overdue(WEEK)).hasSize(1);
        assertThat(situation.overdue(Duration.ofDays(9))).isEmpty();
    }

    @Test
    void anEditorialVersionGivesNoTimeAndTakesNone() {
        Situation situation = at(
                LONG_AGO,
                required("terms")
                        .versions(
                                version(1).since(LONG_AGO),
                                version(2).editorial().since(NOW.minus(Duration.ofDays(30))),
                                version(3).since(YESTERDAY)),
                standing(1, Decision.ACCEPTED, LONG_AGO));

        assertThat(situation.overdue(WEEK)).isEmpty();
    }

    @Test
    void whoDeclinedHasHadTheTimeToThinkAboutIt() {
        assertThat(changed(Decision.DECLINED).overdue(WEEK)).hasSize(1);
    }

    @Test
    void anAcceptanceThatHasLapsedIsOverdueAtOnce() {
        Situation situation = at(
                LONG_AGO,
                required("terms").renewedAfter(30).versions(version(1).since(LONG_AGO)),
                standing(1, Decision.ACCEPTED, NOW.minus(Duration.ofDays(31))));

        assertThat(situation.overdue(WEEK)).hasSize(1);
    }

    @Test
    void whoWasThereBeforeTheFirstVersionHasTimeAndWhoCameAfterItHasNone() {
        AgreementBuilder first = required("terms").versions(version(1).since(YESTERDAY));

        assertThat(at(LONG_AGO, first).overdue(WEEK)).isEmpty();
        assertThat(at(null, first).overdue(WEEK)).isEmpty();
        assertThat(at(NOW, first).overdue(WEEK)).hasSize(1);
    }

    @Test
    void whereNothingIsOwedTheNextChangeIsThatOfTheCatalogue() {
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        Situation situation = at(LONG_AGO, required("terms").versions(version(1).since(tomorrow)));

        assertThat(situation.nextChange(WEEK)).contains(tomorrow);
    }

    @Test
    void whoAcceptedAVersionThatIsRetractedHasTimeFromThenOn() {
        Instant retraction = NOW.minus(Duration.ofDays(2));
        Situation situation = at(
                LONG_AGO,
                required("terms")
                        .versions(
                                version(1).since(LONG_AGO),
                                version(2).since(LONG_AGO).retracted(retraction)),
                standing(2, Decision.ACCEPTED, LONG_AGO));

        assertThat(situation.open().required()).hasSize(1);
        assertThat(situation.overdue(WEEK)).isEmpty();
        assertThat(situation.overdue(Duration.ofDays(2))).hasSize(1);
        assertThat(situation.nextChange(WEEK)).contains(retraction.plus(WEEK));
    }

    private static Situation changed(Decision decision) {
        return at(LONG_AGO, CHANGED, standing(1, decision, LONG_AGO));
    }

    private static Situation at(Instant since, AgreementBuilder agreement, Standing... decided) {
        Catalogue catalogue = new Catalogue("revision", List.of(agreement.build()));
        Standings standings =
                new Standings(List.of(decided)).fallingBack(catalogue, NOW, nothingBefore -> Optional.empty());
        Subject subject = new Subject(since, "shop", role -> false);
        return new Situation(
                catalogue, standings, subject, Obligations.of(catalogue, standings, subject, NOW), false, NOW);
    }

    private static Standing standing(int version, Decision decision, Instant decidedAt) {
        return new Standing("id-of-terms", version, decision, "en", "digest", decidedAt, "record");
    }
}
