package io.agreements.keycloak.jpa.acceptance;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agreements.keycloak.acceptance.coverage.Counted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Numbers that take long to count. One request counts; who asks meanwhile waits for it, and has what was counted after it asked.
 * What is worth it is kept for {@link #KEPT} on this node. Every answer carries the moment it was counted, so it is never wrong
 * by more than it says.
 */
final class KeptNumbers {

    static final Duration KEPT = Duration.ofSeconds(30);

    /** Of a realm with as many users, or fewer, everything is counted anew whenever it is asked for. */
    static final long COUNTED_ANEW = 100_000;

    /** Rows of all that is kept: some dozen megabytes. */
    private static final long MOST_ROWS = 200_000;

    /** What can be counted at once. */
    private static final int TURNS = 64;

    /** Who has waited longer counts for itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Clock clock;
    private final Cache<Object, Kept<?>> kept = Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .maximumWeight(MOST_ROWS)
            .weigher((Object key, Kept<?> numbers) -> numbers.rows())
            .build();
    private final List<ReentrantLock> turns =
            Stream.generate(ReentrantLock::new).limit(TURNS).toList();

    /** Counts up whenever somebody asks or begins to count: so it is known what came first. */
    private final AtomicLong events = new AtomicLong();

    KeptNumbers(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param key tells what is counted from whatever else is: all that the answer depends on but the users and the time
     * @param kind how it is counted, and for how long it holds
     */
    @SuppressWarnings("unchecked")
    <N> Counted<N> get(Object key, Kind<N> kind, Supplier<N> counting) {
        long asked = events.incrementAndGet();
        Kept<?> known = kept.getIfPresent(key);
        if (known != null && known.holds(clock.instant())) {
            return (Counted<N>) known.numbers();
        }
        ReentrantLock turn = turns.get(Math.floorMod(key.hashCode(), TURNS));
        boolean isMine = take(turn);
        try {
            Kept<?> meanwhile = kept.getIfPresent(key);
            if (meanwhile != null && (meanwhile.begun() > asked || meanwhile.holds(clock.instant()))) {
                return (Counted<N>) meanwhile.numbers();
            }
            return count(key, kind, counting);
        } finally {
            if (isMine) {
                turn.unlock();
            }
        }
    }

    private <N> Counted<N> count(Object key, Kind<N> kind, Supplier<N> counting) {
        long begun = events.incrementAndGet();
        Instant at = clock.instant();
        Counted<N> numbers = new Counted<>(counting.get(), at);
        kept.put(key, new Kept<>(numbers, begun, kind.isKept(numbers.value()), 1 + kind.rows(numbers.value())));
        return numbers;
    }

    private static boolean take(ReentrantLock turn) {
        try {
            return turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * @param users how many users were counted; what is no more than {@link #COUNTED_ANEW} is not kept
     * @param size how many rows the answer has
     */
    record Kind<N>(ToLongFunction<N> users, ToIntFunction<N> size) {

        private boolean isKept(N numbers) {
            return users.applyAsLong(numbers) > COUNTED_ANEW;
        }

        private int rows(N numbers) {
            return size.applyAsInt(numbers);
        }
    }

    private record Kept<N>(Counted<N> numbers, long begun, boolean isKept, int rows) {

        boolean holds(Instant now) {
            return isKept
                    && !now.isBefore(numbers.at())
                    && now.isBefore(numbers.at().plus(KEPT));
        }
    }
}
