package io.agreements.keycloak.testing.watch;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Notices when nothing has happened for too long. */
final class Watchdog {
    private final Duration patience;
    private final LongSupplier nanoTime;
    private final Consumer<Duration> alarm;
    private long lastSign;
    private boolean barked;

    /** @param alarm is told once how long nothing has happened */
    Watchdog(Duration patience, LongSupplier nanoTime, Consumer<Duration> alarm) {
        this.patience = patience;
        this.nanoTime = nanoTime;
        this.alarm = alarm;
        this.lastSign = nanoTime.getAsLong();
    }

    synchronized void signOfLife() {
        lastSign = nanoTime.getAsLong();
    }

    /** Looks at the time; to be called again and again. */
    void look() {
        Duration silence = silence();
        if (silence != null) {
            alarm.accept(silence);
        }
    }

    /** @return null if it is not time for an alarm */
    private synchronized Duration silence() {
        Duration silence = Duration.ofNanos(nanoTime.getAsLong() - lastSign);
        if (barked || silence.compareTo(patience) < 0) {
            return null;
        }
        barked = true;
        return silence;
    }
}
