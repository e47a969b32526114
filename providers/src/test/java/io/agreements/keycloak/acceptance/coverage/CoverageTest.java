package io.agreements.keycloak.acceptance.coverage;

import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.acknowledgement;
import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.required;
import static io.agreements.keycloak.fixture.agreement.VersionBuilder.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.fixture.agreement.AgreementBuilder;
import io.agreements.keycloak.ledger.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CoverageTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant BEFORE = NOW.minus(Duration.ofDays(30));
    private static final Instant LATER = NOW.plus(Duration.ofDays(30));
    private static final UserCount HUNDRED = new UserCount(100, Map.of());

    @Test
    void whoHasNotDecidedIsPending() {
        Coverage coverage = of(
                required("terms").versions(version(1).since(BEFORE)),
                count(1, Decision.ACCEPTED, 40),
                count(1, Decision.DECLINED, 5),
                count(1, Decision.WITHDRAWN, 3));

        assertThat(coverage.version()).isEqualTo(1);
        assertThat(coverage.users()).isEqualTo(100);
        assertThat(coverage.exact()).isTrue();
        assertThat(coverage.accepted()).isEqualTo(40);
        assertThat(coverage.declined()).isEqualTo(5);
        assertThat(coverage.withdrawn()).isEqualTo(3);
        assertThat(coverage.pending()).isEqualTo(52);
    }

    @Test
    void aMaterialVersionMakesEarlierDecisionsCountNoMore() {
        Coverage coverage = of(
                required("terms").versions(version(1).since(BEFORE), version(2).since(NOW)),
                count(2, Decision.ACCEPTED, 10),
                count(1, Decision.ACCEPTED, 60),
                count(1, Decision.DECLINED, 5));

        assertThat(coverage.version()).isEqualTo(2);
        assertThat(coverage.accepted()).isEqualTo(10);
        assertThat(coverage.declined()).isZero();
        assertThat(coverage.pending()).isEqualTo(90);
        assertThat(coverage.counts())
                .extracting(StandingCount::versionNumber, StandingCount::users)
                .containsExactly(tuple(1, 60L), tuple(1, 5L), tuple(2, 10L));
    }

    @Test
    void anEditorialVersionLeavesEarlierDecisionsGood() {
        Coverage coverage = of(
                required("terms")
                        .versions(
                                version(1).since(BEFORE), version(2).since(NOW).editorial()),
                count(1, Decision.ACCEPTED, 60),
                count(2, Decision.ACCEPTED, 10));

        assertThat(coverage.version()).isEqualTo(2);
        assertThat(coverage.accepted()).isEqualTo(70);
    }

    @Test
    void aRetractedVersionAsksNobodyAnyMore() {
        Coverage coverage = of(
                required("terms")
                        .versions(
                                version(1).since(BEFORE),
                                version(2).since(BEFORE).retracted(NOW)),
                count(1, Decision.ACCEPTED, 60),
                count(2, Decision.ACCEPTED, 10));

        assertThat(coverage.version()).isEqualTo(1);
        assertThat(coverage.accepted()).isEqualTo(70);
    }

    @Test
    void aVersionIsCountedFromItsPublicationOn() {
        AgreementBuilder scheduled =
                required("terms").versions(version(1).since(BEFORE), version(2).since(LATER));
        AgreementBuilder announced = required("terms")
                .versions(
                        version(1).since(BEFORE),
                        version(2).published(NOW).effective(LATER).enforced(LATER));

        assertThat(of(scheduled, count(1, Decision.ACCEPTED, 60)).pending()).isEqualTo(40);
        assertThat(of(announced, count(1, Decision.ACCEPTED, 60)).pending()).isEqualTo(100);
    }

    @Test
    void anAcceptanceThatHasLapsedIsPendingAgain() {
        Coverage coverage = of(
                required("terms").renewedAfter(365).versions(version(1).since(BEFORE)),
                new StandingCount(1, Decision.ACCEPTED, 60, 20));

        assertThat(coverage.accepted()).isEqualTo(40);
        assertThat(coverage.pending()).isEqualTo(60);
        assertThat(coverage.counts())
                .singleElement()
                .satisfies(count -> assertThat(count.users()).isEqualTo(60));
    }

    @Test
    void whoTookNoteHasAcceptedNothing() {
        Coverage coverage = of(
                acknowledgement("privacy").renewedAfter(365).versions(version(1).since(BEFORE)),
                new StandingCount(1, Decision.ACKNOWLEDGED, 60, 20));

        assertThat(coverage.acknowledged()).isEqualTo(40);
        assertThat(coverage.accepted()).isZero();
        assertThat(coverage.pending()).isEqualTo(60);
    }

    @Test
    void whereNothingCanBeAcceptedNothingIsPending() {
        Coverage coverage = of(required("terms").versions(version(1)));

        assertThat(coverage.version()).isNull();
        assertThat(coverage.users()).isEqualTo(100);
        assertThat(coverage.pending()).isZero();
    }

    @Test
    void pendingIsNeverNegative() {
        assertThat(of(required("terms").versions(version(1).since(BEFORE)), count(1, Decision.ACCEPTED, 120))
                        .pending())
                .isZero();
    }

    @Test
    void anAgreementForSomeUsersHasABoundOnly() {
        assertThat(of(required("terms").forRole("merchant").versions(version(1).since(BEFORE)))
                        .exact())
                .isFalse();
        assertThat(of(required("terms").forClients("shop").versions(version(1).since(BEFORE)))
                        .exact())
                .isFalse();
    }

    @Test
    void usersOfExternalStoresCountWhereTheyDecided() {
        Agreement agreement =
                required("terms").versions(version(1).since(BEFORE)).build();
        UserCount users = new UserCount(100, Map.of(agreement.id(), 7L, "another", 9L));

        Coverage coverage = Coverage.of(agreement, List.of(count(1, Decision.ACCEPTED, 10)), users, NOW);

        assertThat(coverage.users()).isEqualTo(107);
        assertThat(coverage.pending()).isEqualTo(97);
    }

    private static Coverage of(AgreementBuilder agreement, StandingCount... counts) {
        return Coverage.of(agreement.build(), List.of(counts), HUNDRED, NOW);
    }

    private static StandingCount count(int version, Decision decision, long users) {
        return new StandingCount(version, decision, users, 0);
    }
}
