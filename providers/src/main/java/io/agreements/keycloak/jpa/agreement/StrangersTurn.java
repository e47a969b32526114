package io.agreements.keycloak.jpa.agreement;

import io.agreements.keycloak.agreement.text.BusyException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets people whom nobody knows have costly work done: on a node one piece at a time, a few wait for a moment, and after one
 * that took long there is a rest, so that whoever asks on and on has a quarter of a processor at most.
 */
final class StrangersTurn {

    /** How long somebody waits for another, whose thread the server could use. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Who may have their turn or wait for it. */
    static final int MOST = 8;

    /** Of how many times its length the rest behind a piece of work is. */
    static final int REST = 3;

    /** A rest takes no longer: a clock that was set meanwhile does not tell how long the work took. */
    static final Duration LONGEST_REST = Duration.ofMinutes(5);

    /** What took no longer has no rest behind it. */
    private static final Duration SHORT = Duration.ofMillis(100);

    private final Semaphore room = new Semaphore(MOST);
    private final ReentrantLock turn = new ReentrantLock();
    private final Clock clock;
    private Instant worked = Instant.MIN;
    private Instant rested = Instant.MIN;

    StrangersTurn(Clock clock) {
        this.clock = clock;
    }

    /**
     * Does it once it has its turn.
     *
     * @param known what is there by then without work; null if nothing is
     * @throws BusyException if others have the time
     */
    <T> T call(Supplier<T> known, Supplier<T> work) {
        if (!room.tryAcquire()) {
            throw new BusyException(PATIENCE);
        }
        try {
            return inTurn(known, work);
        } finally {
            room.release();
        }
    }

    private <T> T inTurn(Supplier<T> known, Supplier<T> work) {
        if (!isMine()) {
            throw new BusyException(PATIENCE);
        }
        try {
            T there = known.get();
            return there == null ? afterRest(work) : there;
        } finally {
            turn.unlock();
        }
    }

    private <T> T afterRest(Supplier<T> work) {
        Instant begun = clock.instant();
        if (!begun.isBefore(worked) && begun.isBefore(rested)) {
            throw new BusyException(Duration.between(begun, rested));
        }
        try {
            return work.get();
        } finally {
            Instant ended = clock.instant();
            Duration taken = Duration.between(begun, ended);
            worked = ended;
            rested = ended.plus(rest(taken));
        }
    }

    private static Duration rest(Duration taken) {
        if (taken.compareTo(SHORT) <= 0) {
            return Duration.ZERO;
        }
        Duration rest = taken.multipliedBy(REST);
        return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }

    private boolean isMine() {
        try {
            return turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
