package io.agreements.keycloak.acceptance.user;

import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.required;
import static io.agreements.keycloak.fixture.agreement.VersionBuilder.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.agreement.Agreement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class UserFilterTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant BEFORE = NOW.minus(Duration.ofDays(30));
    private static final Agreement RENEWED = required("terms")
            .renewedAfter(10)
            .versions(
                    version(1).since(BEFORE),
                    version(2).since(NOW),
                    version(3).since(NOW).editorial())
            .build();

    @Test
    void thoseWhomCoverageCountsDecidedOnTheNewestMaterialVersionOrALaterOneNotTooLongAgo() {
        assertThat(UserFilter.of(RENEWED, DecisionStatus.ACCEPTED, NOW))
                .hasValue(new UserFilter(
                        RENEWED.id(),
                        DecisionStatus.ACCEPTED,
                        2,
                        Integer.MAX_VALUE,
                        NOW.minus(Duration.ofDays(10)),
                        true));
    }

    @Test
    void whereNothingIsOpenThereIsNobody() {
        assertThat(UserFilter.of(required("terms").versions(version(1)).build(), DecisionStatus.PENDING, NOW))
                .isEmpty();
    }

    @Test
    void ofAVersionThoseAreMeantWhoDecidedOnJustThat() {
        assertThat(UserFilter.ofVersion(RENEWED, DecisionStatus.DECLINED, 1))
                .isEqualTo(new UserFilter(RENEWED.id(), DecisionStatus.DECLINED, 1, 1, null, false));
    }

    @Test
    void aVersionIsPendingForThoseWhoDecidedOnNoneAsNew() {
        assertThat(UserFilter.ofVersion(RENEWED, DecisionStatus.PENDING, 1))
                .isEqualTo(new UserFilter(RENEWED.id(), DecisionStatus.PENDING, 1, Integer.MAX_VALUE, null, false));
    }
}
