package io.agreements.keycloak.agreement;

import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.required;
import static io.agreements.keycloak.fixture.agreement.VersionBuilder.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.agreement.VersionBuilder;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AgreementTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant BEFORE = NOW.minus(Duration.ofDays(30));
    private static final Instant LATER = NOW.plus(Duration.ofDays(30));
    private static final Instant MUCH_LATER = NOW.plus(Duration.ofDays(60));

    @Test
    void versionsAreInOrderOfTheirNumbersHoweverTheyCome() {
        assertThat(of(version(10), version(2), version(1)).versions())
                .extracting(Version::number)
                .containsExactly(1, 2, 10);
    }

    @Test
    void aVersionIsFoundByItsNumber() {
        Agreement agreement = of(version(1), version(3));

        assertThat(agreement.version(3)).map(Version::number).contains(3);
        assertThat(agreement.version(2)).isEmpty();
    }

    @Test
    void nothingIsInForceWithoutAVersionThatIsEffective() {
        assertThat(of().inForce(NOW)).isEmpty();
        assertThat(of(version(1)).inForce(NOW)).isEmpty();
        assertThat(of(version(1).published(BEFORE).effective(LATER).enforced(LATER))
                        .inForce(NOW))
                .isEmpty();
    }

    @Test
    void theNewestEffectiveVersionIsInForce() {
        Agreement agreement =
                of(version(1).since(BEFORE), version(2).since(NOW), version(3).since(LATER), version(4));

        assertThat(inForce(agreement, NOW.minusMillis(1))).isEqualTo(1);
        assertThat(inForce(agreement, NOW)).isEqualTo(2);
        assertThat(inForce(agreement, LATER)).isEqualTo(3);
    }

    @Test
    void aVersionIsInForceForNewUsersBeforeItIsEnforcedForTheOthers() {
        Agreement agreement = of(
                version(1).since(BEFORE),
                version(2).published(BEFORE).effective(NOW).enforced(LATER));

        assertThat(inForce(agreement, NOW)).isEqualTo(2);
    }

    @Test
    void theVersionBeforeIsInForceAgainOnceTheNewestIsRetracted() {
        Agreement agreement =
                of(version(1).since(BEFORE), version(2).since(BEFORE).retracted(NOW));

        assertThat(inForce(agreement, NOW.minusMillis(1))).isEqualTo(2);
        assertThat(inForce(agreement, NOW)).isEqualTo(1);
    }

    @Test
    void anAcceptanceHoldsUntilANewerMaterialVersionIsEnforced() {
        Agreement agreement = of(
                version(1).since(BEFORE),
                version(2).published(BEFORE).effective(BEFORE).enforced(NOW));

        assertThat(agreement.holds(1, NOW.minusMillis(1))).isTrue();
        assertThat(agreement.holds(1, NOW)).isFalse();
        assertThat(agreement.holds(2, NOW)).isTrue();
    }

    @Test
    void anAcceptanceHoldsThroughNewerEditorialVersions() {
        Agreement agreement =
                of(version(1).since(BEFORE), version(2).since(BEFORE).editorial());

        assertThat(agreement.holds(1, NOW)).isTrue();
    }

    @Test
    void anEditorialVersionDoesNotHideTheMaterialOneBeforeIt() {
        Agreement agreement = of(
                version(1).since(BEFORE),
                version(2).since(BEFORE),
                version(3).since(BEFORE).editorial());

        assertThat(agreement.holds(1, NOW)).isFalse();
        assertThat(agreement.holds(2, NOW)).isTrue();
    }

    @Test
    void anAcceptanceHoldsAgainOnceTheNewerVersionIsRetracted() {
        Agreement agreement =
                of(version(1).since(BEFORE), version(2).since(BEFORE).retracted(NOW));

        assertThat(agreement.holds(1, NOW.minusMillis(1))).isFalse();
        assertThat(agreement.holds(1, NOW)).isTrue();
    }

    @Test
    void anAcceptanceOfAVersionRetractedSinceHoldsForTheOneBefore() {
        Agreement agreement =
                of(version(1).since(BEFORE), version(2).since(BEFORE).retracted(NOW));

        assertThat(agreement.holds(2, NOW)).isTrue();
    }

    @Test
    void itIsEnforcedOnceAnyOfItsVersionsIs() {
        Agreement agreement = of(
                version(1).published(BEFORE).effective(BEFORE).enforced(NOW),
                version(2).published(BEFORE).effective(NOW).enforced(LATER),
                version(3));

        assertThat(agreement.isEnforced(NOW.minusMillis(1))).isFalse();
        assertThat(agreement.isEnforced(NOW)).isTrue();
        assertThat(of().isEnforced(NOW)).isFalse();
    }

    @Test
    void anEditorialVersionIsEnforcedLikeAnyOther() {
        assertThat(of(version(1).since(NOW).editorial()).isEnforced(NOW)).isTrue();
    }

    @Test
    void itIsEnforcedNoLongerOnceTheVersionIsRetracted() {
        Agreement agreement = of(
                version(1).since(BEFORE).retracted(NOW),
                version(2).published(BEFORE).effective(BEFORE).enforced(LATER));

        assertThat(agreement.isEnforced(NOW.minusMillis(1))).isTrue();
        assertThat(agreement.isEnforced(NOW)).isFalse();
    }

    @Test
    void itWasInForceIfAVersionThatIsEffectiveNowWasSoThen() {
        Agreement agreement = of(
                version(1).published(BEFORE).effective(NOW).enforced(MUCH_LATER),
                version(2).published(BEFORE).effective(LATER).enforced(MUCH_LATER));

        assertThat(agreement.wasInForce(NOW.minusMillis(1), LATER)).isFalse();
        assertThat(agreement.wasInForce(NOW, LATER)).isTrue();
        assertThat(agreement.wasInForce(LATER, LATER)).isTrue();
        assertThat(of(version(1)).wasInForce(NOW, NOW)).isFalse();
    }

    @Test
    void itWasNotInForceBecauseOfAVersionRetractedSince() {
        Agreement agreement = of(
                version(1).since(BEFORE).retracted(LATER),
                version(2).published(BEFORE).effective(LATER).enforced(MUCH_LATER));

        assertThat(agreement.wasInForce(BEFORE, NOW)).isTrue();
        assertThat(agreement.wasInForce(NOW, LATER)).isFalse();
    }

    @Test
    void theNewestPublishedVersionIsOpenBeforeItIsInForce() {
        Agreement agreement = of(
                version(1).since(BEFORE),
                version(2).published(NOW).effective(LATER).enforced(LATER),
                version(3).since(LATER),
                version(4));

        assertThat(agreement.open(NOW.minusMillis(1))).map(Version::number).contains(1);
        assertThat(agreement.open(NOW)).map(Version::number).contains(2);
        assertThat(agreement.open(LATER)).map(Version::number).contains(3);
        assertThat(of(version(1)).open(NOW)).isEmpty();
    }

    @Test
    void theVersionBeforeIsOpenAgainOnceTheNewestIsRetracted() {
        Agreement agreement =
                of(version(1).since(BEFORE), version(2).since(BEFORE).retracted(NOW));

        assertThat(agreement.open(NOW.minusMillis(1))).map(Version::number).contains(2);
        assertThat(agreement.open(NOW)).map(Version::number).contains(1);
    }

    @Test
    void aNewerMaterialVersionCountsOnceItIsOpen() {
        Agreement agreement = of(
                version(1).since(BEFORE),
                version(2).published(NOW).effective(LATER).enforced(LATER));

        assertThat(agreement.hasNewer(1, NOW.minusMillis(1))).isFalse();
        assertThat(agreement.hasNewer(1, NOW)).isTrue();
        assertThat(agreement.hasNewer(2, NOW)).isFalse();
    }

    @Test
    void anEditorialVersionIsNoNewerOneNorHidesOne() {
        Agreement agreement = of(
                version(1).since(BEFORE),
                version(2).since(BEFORE),
                version(3).since(BEFORE).editorial());

        assertThat(agreement.hasNewer(1, NOW)).isTrue();
        assertThat(agreement.hasNewer(2, NOW)).isFalse();
    }

    @Test
    void aRetractedVersionIsNoNewerOne() {
        Agreement agreement =
                of(version(1).since(BEFORE), version(2).since(BEFORE).retracted(NOW));

        assertThat(agreement.hasNewer(1, NOW.minusMillis(1))).isTrue();
        assertThat(agreement.hasNewer(1, NOW)).isFalse();
    }

    @Test
    void anAcceptanceLastsSoManyTimesTwentyFourHours() {
        assertThat(required("terms").renewedAfter(30).build().lastsUntil(NOW)).contains(LATER);
    }

    @Test
    void anAcceptanceLastsForEverWhereNothingElseIsSaid() {
        assertThat(of().lastsUntil(NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "user-registration", "terms2", "a--b"})
    void aKeyIsMadeOfSmallLettersDigitsAndHyphens(String key) {
        assertThat(key).matches(Agreement.KEY_PATTERN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "-a", "a-", "A", "a_b", "a.b", "a/b", "协议", "a\n"})
    void aKeyIsMadeOfNothingElse(String key) {
        assertThat(key).doesNotMatch(Agreement.KEY_PATTERN);
    }

    @Test
    void aKeyHasAtMost64Characters() {
        assertThat("k".repeat(64)).matches(Agreement.KEY_PATTERN);
        assertThat("k".repeat(65)).doesNotMatch(Agreement.KEY_PATTERN);
    }

    @Test
    void aDecisionCountsFromTheNewestOpenMaterialVersionOn() {
        assertThat(of(
                                version(1).since(BEFORE),
                                version(2).since(NOW),
                                version(3).since(NOW).editorial())
                        .threshold(NOW))
                .contains(2);
        assertThat(of(version(1).since(BEFORE), version(2).since(BEFORE).retracted(NOW))
                        .threshold(NOW))
                .contains(1);
        assertThat(of(version(1).since(BEFORE), version(2).since(LATER)).threshold(NOW))
                .contains(1);
    }

    @Test
    void whereNoOpenVersionIsMaterialADecisionOnTheOldestCounts() {
        assertThat(of(
                                version(1),
                                version(2).since(BEFORE).editorial(),
                                version(3).since(NOW).editorial())
                        .threshold(NOW))
                .contains(2);
        assertThat(of(version(1)).threshold(NOW)).isEmpty();
    }

    @Test
    void anAcceptanceLapsesJustWhenItHasToBeRenewed() {
        Agreement agreement = required("terms").renewedAfter(30).build();

        assertThat(agreement.lapsedAt(NOW)).contains(BEFORE);
        assertThat(agreement.lastsUntil(BEFORE)).contains(NOW);
        assertThat(of().lapsedAt(NOW)).isEmpty();
    }

    private static Agreement of(VersionBuilder... versions) {
        return required("user-registration").versions(versions).build();
    }

    private static int inForce(Agreement agreement, Instant moment) {
        return agreement.inForce(moment).orElseThrow().number();
    }
}
