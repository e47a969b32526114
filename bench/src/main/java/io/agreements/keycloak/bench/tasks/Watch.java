package io.agreements.keycloak.bench.tasks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Looks now and then how far a task is, until all is done. */
final class Watch {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration BETWEEN_CLOSE_LOOKS = Duration.ofMillis(100);
    private static final Duration STANDSTILL = Duration.ofMinutes(2);

    private Watch() {}

    /**
     * By asking the nodes.
     *
     * @param total how much there is to do
     * @param done how much of it is done by now; nothing was when this is called
     */
    static Course until(long total, LongSupplier done) {
        return until(total, done, () -> LockSupport.parkNanos(BETWEEN_LOOKS.toNanos()));
    }

    /** The same by asking the database for a few rows, which costs less. */
    static Course closely(long total, LongSupplier done) {
        return until(total, done, () -> LockSupport.parkNanos(BETWEEN_CLOSE_LOOKS.toNanos()));
    }

    static Course until(long total, LongSupplier done, Runnable pause) {
        long start = System.nanoTime();
        Course.Look progress = new Course.Look(Duration.ZERO, 0);
        Course.Look look = progress;
        List<Course.Look> looks = new ArrayList<>(List.of(look));
        do {
            pause.run();
            look = new Course.Look(Duration.ofNanos(System.nanoTime() - start), done.getAsLong());
            looks.add(look);
            if (look.done() > progress.done()) {
                progress = look;
            } else if (look.at().minus(progress.at()).compareTo(STANDSTILL) > 0) {
                throw new IllegalStateException(
                        "Nothing has been done for " + STANDSTILL + ": " + look.done() + " of " + total);
            }
        } while (look.done() < total);
        return new Course(total, looks);
    }
}
