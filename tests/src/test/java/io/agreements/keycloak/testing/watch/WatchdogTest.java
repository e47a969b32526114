package io.agreements.keycloak.testing.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class WatchdogTest {
    private final AtomicLong now = new AtomicLong(-5);
    private final List<Duration> alarms = new ArrayList<>();
    private final Watchdog watchdog = new Watchdog(Duration.ofMinutes(10), now::get, alarms::add);

    @Test
    void itIsQuietForAsLongAsThereAreSignsOfLife() {
        for (int i = 0; i < 10; i++) {
            pass(Duration.ofMinutes(9));
            watchdog.look();
            watchdog.signOfLife();
        }

        assertThat(alarms).isEmpty();
    }

    @Test
    void itBarksOnceWhenThereHasBeenNoneForLong() {
        pass(Duration.ofMinutes(4));
        watchdog.signOfLife();
        pass(Duration.ofMinutes(10));
        watchdog.look();
        pass(Duration.ofMinutes(10));
        watchdog.look();

        assertThat(alarms).containsExactly(Duration.ofMinutes(10));
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
