package io.agreements.keycloak.acceptance.obligation;

import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.required;
import static io.agreements.keycloak.fixture.agreement.VersionBuilder.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.acceptance.Standing;
import io.agreements.keycloak.acceptance.Standings;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.ledger.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ObligationTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    /** The last version is accepted by going on. */
    private static final Agreement TERMS = required("terms")
            .versions(
                    version(1).since(NOW),
                    version(2).since(NOW),
                    version(3).since(NOW).continuedUse())
            .build();

    @Test
    void toWhoAcceptedAnEarlierVersionItIsTheChangeThatMatters() {
        assertThat(toDecideOnVersion2(after(1, Decision.ACCEPTED)).isChange()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"DECLINED", "WITHDRAWN"})
    void toWhoDoesNotAcceptAnEarlierVersionItIsTheWhole(Decision decision) {
        assertThat(toDecideOnVersion2(after(1, decision)).isChange()).isFalse();
    }

    @Test
    void toWhoAcceptedAnEarlierVersionAndDeclinedThisOneItIsStillTheChangeThatMatters() {
        Standing declined = after(2, Decision.DECLINED);
        Standing accepted = after(1, Decision.ACCEPTED);
        Standings standings = new Standings(List.of(declined))
                .remembering(new Catalogue("revision", List.of(TERMS)), agreement -> Optional.of(accepted));

        Obligation owed = toDecideOn(2, declined).replacing(standings);

        assertThat(owed.isChange()).isTrue();
        assertThat(owed.affirmed()).isEqualTo(accepted);
        assertThat(owed.isRenewal()).isFalse();
        assertThat(toDecideOn(3, declined).replacing(standings).isNotice()).isFalse();
    }

    @Test
    void toWhoNeverDecidedItIsTheWhole() {
        assertThat(toDecideOnVersion2(null).isChange()).isFalse();
    }

    @Test
    void toWhoAcceptedThisVersionOrALaterOneNothingHasChanged() {
        assertThat(toDecideOnVersion2(after(2, Decision.ACCEPTED)).isChange()).isFalse();
        assertThat(toDecideOnVersion2(after(3, Decision.ACCEPTED)).isChange()).isFalse();
    }

    @Test
    void whoAcceptedJustThisVersionRenewsIt() {
        assertThat(toDecideOnVersion2(after(2, Decision.ACCEPTED)).isRenewal()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"DECLINED", "WITHDRAWN"})
    void whoDoesNotAcceptThisVersionHasNothingToRenew(Decision decision) {
        assertThat(toDecideOnVersion2(after(2, decision)).isRenewal()).isFalse();
    }

    @Test
    void whoNeverDecidedOrAcceptedAnotherVersionHasNothingToRenew() {
        assertThat(toDecideOnVersion2(null).isRenewal()).isFalse();
        assertThat(toDecideOnVersion2(after(1, Decision.ACCEPTED)).isRenewal()).isFalse();
        assertThat(toDecideOnVersion2(after(3, Decision.ACCEPTED)).isRenewal()).isFalse();
    }

    @Test
    void aChangeIsANoticeOnlyWhereItsVersionIsAcceptedByGoingOn() {
        assertThat(toDecideOn(3, after(1, Decision.ACCEPTED)).isNotice()).isTrue();
        assertThat(toDecideOn(2, after(1, Decision.ACCEPTED)).isNotice()).isFalse();
    }

    @Test
    void nobodyAcceptsByGoingOnWhatIsNoChange() {
        assertThat(toDecideOn(3, null).isNotice()).isFalse();
        assertThat(toDecideOn(3, after(3, Decision.ACCEPTED)).isNotice()).isFalse();
        assertThat(toDecideOn(3, after(1, Decision.DECLINED)).isNotice()).isFalse();
    }

    private static Obligation toDecideOnVersion2(Standing standing) {
        return toDecideOn(2, standing);
    }

    private static Obligation toDecideOn(int version, Standing standing) {
        return new Obligation(TERMS, TERMS.version(version).orElseThrow(), standing);
    }

    private static Standing after(int version, Decision decision) {
        return new Standing(TERMS.id(), version, decision, "zh-Hans", "digest", NOW, "record");
    }
}
