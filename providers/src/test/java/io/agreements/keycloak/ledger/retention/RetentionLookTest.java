package io.agreements.keycloak.ledger.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.ledger.retention.RetentionRuns.Look;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class RetentionLookTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Duration KEPT = Duration.ofDays(180);
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void itSufficesAsLongAsNothingCanHaveExpired() {
        Instant oldest = NOW.minus(KEPT).plus(HOUR);

        assertThat(look(NOW, oldest).suffices(NOW, KEPT, ZoneOffset.UTC)).isTrue();
        assertThat(look(NOW, oldest).suffices(NOW.plus(HOUR), KEPT, ZoneOffset.UTC))
                .isTrue();
        assertThat(look(NOW, oldest).suffices(NOW.plus(HOUR).plusMillis(1), KEPT, ZoneOffset.UTC))
                .isFalse();
    }

    @Test
    void aShorterTimeCountsAtOnce() {
        Look look = look(NOW, NOW.minus(Duration.ofDays(10)));

        assertThat(look.suffices(NOW, Duration.ofDays(10), ZoneOffset.UTC)).isTrue();
        assertThat(look.suffices(NOW, Duration.ofDays(9), ZoneOffset.UTC)).isFalse();
    }

    @Test
    void everyDayOfTheRealmHasALook() {
        Look look = look(NOW, NOW.minus(Duration.ofDays(2)));
        Instant evening = Instant.parse("2026-11-22T23:59:59Z");

        assertThat(look.suffices(evening, KEPT, ZoneOffset.UTC)).isTrue();
        assertThat(look.suffices(evening.plusSeconds(1), KEPT, ZoneOffset.UTC)).isFalse();
        assertThat(look.suffices(evening, KEPT, ZoneId.of("Asia/Shanghai"))).isFalse();
    }

    @Test
    void whatAnInterruptedRunErasedIsToldAtOnce() {
        assertThat(new Look(NOW, NOW.minus(Duration.ofDays(2)), false).suffices(NOW, KEPT, ZoneOffset.UTC))
                .isFalse();
    }

    @Test
    void aClockThatWasAheadIsNotBelieved() {
        assertThat(look(NOW, NOW.plus(Duration.ofDays(364))).suffices(NOW, KEPT, ZoneOffset.UTC))
                .isFalse();
        assertThat(look(NOW, NOW.minus(Duration.ofDays(1)).plusMillis(1)).suffices(NOW, KEPT, ZoneOffset.UTC))
                .isFalse();
    }

    @Test
    void whereConnectionsAreKeptForADayEveryRunLooks() {
        Look look = look(NOW, Look.latest(NOW));

        assertThat(look.suffices(NOW.plusMillis(1), Duration.ofDays(1), ZoneOffset.UTC))
                .isFalse();
        assertThat(look.suffices(NOW.plusMillis(1), Duration.ofDays(2), ZoneOffset.UTC))
                .isTrue();
    }

    private static Look look(Instant at, Instant oldest) {
        return new Look(at, oldest, true);
    }
}
