package io.agreements.keycloak.testing.limit;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The time in which something that may block has to be done. It is done by the thread that asks for it, as what is not
 * thread-safe needs; another thread watches, and when the time is up makes it let go.
 */
public final class TimeLimit {
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicBoolean decided = new AtomicBoolean();
    private final Thread worker = Thread.currentThread();
    private final Runnable letGo;
    private final Thread watcher;
    private boolean interrupted;

    private TimeLimit(Duration limit, Runnable letGo) {
        this.letGo = letGo;
        this.watcher = new Thread(() -> watch(limit), "time-limit of " + worker.getName());
        watcher.setDaemon(true);
    }

    /**
     * Does the action.
     *
     * @param letGo makes the action end when its time is up: kills what it waits for. If it does not end then either, its
     *     thread is interrupted
     * @return whether the action ended by itself within the time. What it throws within the time is thrown; what it throws
     *     after it was made to let go is not
     */
    public static boolean within(Duration limit, Runnable action, Runnable letGo) {
        return new TimeLimit(limit, letGo).run(action);
    }

    private boolean run(Runnable action) {
        watcher.start();
        RuntimeException failure = null;
        try {
            action.run();
        } catch (RuntimeException e) {
            failure = e;
        }
        boolean inTime = decided.compareAndSet(false, true);
        over.countDown();
        if (!inTime) {
            awaitWatcher();
            return false;
        }
        if (failure != null) {
            throw failure;
        }
        return true;
    }

    private void watch(Duration limit) {
        try {
            if (!over.await(limit.toNanos(), TimeUnit.NANOSECONDS) && decided.compareAndSet(false, true)) {
                letGo.run();
                if (!over.await(GRACE.toNanos(), TimeUnit.NANOSECONDS)) {
                    interrupted = true;
                    worker.interrupt();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** So that its interrupt does not come later, and hit something else. */
    private void awaitWatcher() {
        boolean interruptedByOthers = false;
        while (watcher.isAlive()) {
            try {
                watcher.join(GRACE.toMillis());
            } catch (InterruptedException e) {
                interruptedByOthers = !interrupted;
            }
        }
        if (interrupted) {
            Thread.interrupted();
        }
        if (interruptedByOthers) {
            Thread.currentThread().interrupt();
        }
    }
}
