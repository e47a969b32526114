package io.agreements.keycloak.account.mailing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MailingRateTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void nothingGoesOutBeforeTimeHasPassed() {
        MailingRate rate = new MailingRate(60, START);

        assertThat(rate.quota(START)).isZero();
        assertThat(rate.quota(START.plusMillis(999))).isZero();
        assertThat(rate.quota(START.plusMillis(1000))).isEqualTo(1);
        assertThat(rate.quota(START.plusSeconds(30))).isEqualTo(30);
    }

    @Test
    void eachMailUsesItsShare() {
        Instant now = START.plusSeconds(3);
        MailingRate rate = new MailingRate(60, START).used(now).used(now);

        assertThat(rate.quota(now)).isEqualTo(1);
        assertThat(rate.used(now).quota(now)).isZero();
    }

    @Test
    void aStandstillIsNotMadeUpForByAFlood() {
        Instant later = START.plus(Duration.ofDays(3));

        assertThat(new MailingRate(60, START).quota(later)).isEqualTo(60);
        assertThat(new MailingRate(60, START).used(later).quota(later)).isEqualTo(59);
    }

    @Test
    void aClockThatGoesBackBringsNoMail() {
        assertThat(new MailingRate(60, START).quota(START.minusSeconds(5))).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 59, 60, 61, 1000, 5999, 6000, 60000})
    void aMinuteNeverBringsMoreThanPromised(int perMinute) {
        MailingRate rate = new MailingRate(perMinute, START);
        int sent = 0;
        for (int second = 10; second <= 60; second += 10) {
            Instant now = START.plusSeconds(second);
            for (int quota = rate.quota(now); quota > 0; quota--) {
                rate = rate.used(now);
                sent++;
            }
        }

        assertThat(sent).isLessThanOrEqualTo(perMinute).isGreaterThan((int) (perMinute * 0.9) - 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 60001})
    void aRateThatIsNoneIsRefused(int perMinute) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MailingRate(perMinute, START))
                .withMessageContaining("from 1 to 60000");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 59, 600, 6000})
    void thoseWhoShareARateTogetherHaveNoMore(int perMinute) {
        int shards = 12;
        int sent = 0;
        for (int number = 0; number < shards; number++) {
            MailingRate rate = MailingRate.of(perMinute, shards, number, START);
            assertThat(rate.quota(START)).isZero();
            for (int second = 1; second <= 120; second++) {
                Instant now = START.plusSeconds(second);
                for (int quota = rate.quota(now); quota > 0; quota--) {
                    rate = rate.used(now);
                    sent++;
                }
            }
        }

        assertThat(sent).isLessThanOrEqualTo(2 * perMinute + 1).isGreaterThanOrEqualTo((int) (1.8 * perMinute));
    }

    @Test
    void whatOneDoesNotNeedIsForTheOthers() {
        MailingRate rate = MailingRate.of(600, 6, 0, START);

        assertThat(rate.quota(START.plusSeconds(30))).isEqualTo(50);
        assertThat(rate.sharedBy(1).quota(START.plusSeconds(30))).isEqualTo(300);
    }
}
