package io.agreements.keycloak.acceptance;

import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.optional;
import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.required;
import static io.agreements.keycloak.fixture.agreement.VersionBuilder.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.fixture.agreement.AgreementBuilder;
import io.agreements.keycloak.ledger.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StandingsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant IN_30_DAYS = NOW.plus(Duration.ofDays(30));
    private static final Instant IN_60_DAYS = NOW.plus(Duration.ofDays(60));

    private static final Catalogue CATALOGUE =
            catalogue(required("terms").renewedAfter(60), optional("news").renewedAfter(30), required("privacy"));

    @Test
    void aStandingIsFoundByItsAgreement() {
        Standing standing = on("terms", Decision.DECLINED);

        assertThat(new Standings(List.of(standing)).on("id-of-terms")).contains(standing);
        assertThat(new Standings(List.of(standing)).on("id-of-news")).isEmpty();
    }

    @Test
    void theNextRenewalIsTheFirstOneStillToCome() {
        Standings standings = new Standings(List.of(
                on("terms", Decision.ACCEPTED), on("news", Decision.ACCEPTED), on("privacy", Decision.ACCEPTED)));

        assertThat(standings.nextRenewalAfter(CATALOGUE, NOW)).contains(IN_30_DAYS);
        assertThat(standings.nextRenewalAfter(CATALOGUE, IN_30_DAYS.minusMillis(1)))
                .contains(IN_30_DAYS);
        assertThat(standings.nextRenewalAfter(CATALOGUE, IN_30_DAYS)).contains(IN_60_DAYS);
        assertThat(standings.nextRenewalAfter(CATALOGUE, IN_60_DAYS)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"DECLINED", "WITHDRAWN"})
    void onlyAnAcceptanceHasToBeRenewed(Decision decision) {
        assertThat(new Standings(List.of(on("terms", decision))).nextRenewalAfter(CATALOGUE, NOW))
                .isEmpty();
    }

    @Test
    void whoNeverDecidedHasNothingToRenew() {
        assertThat(new Standings(List.of()).nextRenewalAfter(CATALOGUE, NOW)).isEmpty();
    }

    @Test
    void anAcceptanceOfAVersionThatIsRetractedGivesWayToWhatWasDecidedBefore() {
        Catalogue catalogue = catalogue(required("terms")
                .renewedAfter(60)
                .versions(version(1).since(NOW).retracted(IN_30_DAYS)));
        Standing latest = on("terms", Decision.ACCEPTED);
        Standing earlier =
                new Standing("id-of-terms", 3, Decision.ACCEPTED, "en", "digest", NOW.plusSeconds(1), "earlier record");

        Standings before = new Standings(List.of(latest))
                .fallingBack(catalogue, IN_30_DAYS.minusMillis(1), agreement -> Optional.of(earlier));
        Standings after =
                new Standings(List.of(latest)).fallingBack(catalogue, IN_30_DAYS, agreement -> Optional.of(earlier));

        assertThat(before.inEffect("id-of-terms")).contains(latest);
        assertThat(after.inEffect("id-of-terms")).contains(earlier);
        assertThat(after.on("id-of-terms")).contains(latest);
        assertThat(after.nextRenewalAfter(catalogue, NOW)).contains(IN_60_DAYS.plusSeconds(1));
    }

    @ParameterizedTest
    @EnumSource(names = {"DECLINED", "WITHDRAWN"})
    void anotherAnswerStaysWhateverIsRetracted(Decision decision) {
        Catalogue catalogue =
                catalogue(required("terms").versions(version(1).since(NOW).retracted(NOW)));
        Standing latest = on("terms", decision);

        Standings standings = new Standings(List.of(latest)).fallingBack(catalogue, NOW, agreement -> {
            throw new AssertionError("nobody need look");
        });

        assertThat(standings.inEffect("id-of-terms")).contains(latest);
    }

    @Test
    void whatIsSomebodyElsesCountsForNothingAndIsReplaced() {
        Standing foreign = on("terms", Decision.ACCEPTED);
        Standings standings = new Standings(List.of(foreign)).without(foreign::equals);

        assertThat(standings.on(foreign.agreementId())).isEmpty();
        assertThat(standings.inEffect(foreign.agreementId())).isEmpty();
        assertThat(standings.stored(foreign.agreementId())).contains(foreign);
    }

    @Test
    void whoDeclinedALaterVersionIsKnownToHaveAcceptedAnEarlierOne() {
        Standing declined = new Standing("id-of-terms", 2, Decision.DECLINED, "en", "digest", NOW, "record");
        Standing accepted = on("terms", Decision.ACCEPTED);

        Standings standings =
                new Standings(List.of(declined)).remembering(CATALOGUE, agreement -> Optional.of(accepted));

        assertThat(standings.affirmed("id-of-terms")).contains(accepted);
        assertThat(standings.inEffect("id-of-terms")).contains(declined);
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCEPTED", "ACKNOWLEDGED", "WITHDRAWN"})
    void nobodyLooksForWhatWasAcceptedWhereNothingWasDeclined(Decision decision) {
        Standing later = new Standing("id-of-terms", 2, decision, "en", "digest", NOW, "record");
        Standing consent = new Standing("id-of-news", 2, Decision.DECLINED, "en", "digest", NOW, "record");
        Standing first = on("privacy", Decision.DECLINED);

        Standings standings = new Standings(List.of(later, consent, first)).remembering(CATALOGUE, agreement -> {
            throw new AssertionError("nobody need look");
        });

        assertThat(standings.affirmed("id-of-terms")).isEmpty();
    }

    private static Catalogue catalogue(AgreementBuilder... agreements) {
        return new Catalogue(
                "revision", Stream.of(agreements).map(AgreementBuilder::build).toList());
    }

    private static Standing on(String key, Decision decision) {
        return new Standing("id-of-" + key, 1, decision, "zh-Hans", "digest", NOW, "record");
    }
}
