package io.agreements.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keycloak.common.util.Time;

final class ServerClockTest {

    private static final int A_DAY = (int) Duration.ofDays(1).toSeconds();

    @AfterEach
    void timeGoesOnAsUsual() {
        Time.setOffset(0);
    }

    @Test
    void whoeverMovesKeycloaksTimeMovesTheClock() {
        Instant before = ServerClock.INSTANCE.instant();

        Time.setOffset(A_DAY);

        Instant aDayLater = before.plusSeconds(A_DAY);
        assertThat(ServerClock.INSTANCE.instant()).isAfterOrEqualTo(aDayLater);
        assertThat(ServerClock.INSTANCE.millis()).isGreaterThanOrEqualTo(aDayLater.toEpochMilli());
    }

    @Test
    void itReadsInUtcUnlessAskedForAnotherZone() {
        Clock inBeijing = ServerClock.INSTANCE.withZone(ZoneId.of("Asia/Shanghai"));

        assertThat(ServerClock.INSTANCE.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(inBeijing.getZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    }
}
