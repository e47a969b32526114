package io.agreements.keycloak.jpa.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.acceptance.coverage.Counted;
import io.agreements.keycloak.fixture.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class KeptNumbersTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final KeptNumbers.Kind<Integer> USERS = new KeptNumbers.Kind<>(users -> users, users -> 1);
    private static final int MANY = (int) KeptNumbers.COUNTED_ANEW + 1;

    private final MovableClock clock = MovableClock.at(NOW);
    private final KeptNumbers numbers = new KeptNumbers(clock);
    private final AtomicInteger countings = new AtomicInteger();

    @Test
    void whatIsMuchIsCountedOnceInAWhileAndSaysWhen() {
        assertThat(count(MANY)).isEqualTo(new Counted<>(MANY, NOW));
        clock.move(Duration.ofMillis(29_999));
        assertThat(count(MANY + 5)).isEqualTo(new Counted<>(MANY, NOW));
        clock.move(Duration.ofMillis(1));

        assertThat(count(MANY + 5)).isEqualTo(new Counted<>(MANY + 5, NOW.plusSeconds(30)));
        assertThat(countings).hasValue(2);
    }

    @Test
    void whatIsLittleIsCountedWheneverItIsAskedFor() {
        assertThat(count(7).value()).isEqualTo(7);
        assertThat(count(8).value()).isEqualTo(8);
    }

    @Test
    void whatWasCountedInTheFutureIsCountedAnew() {
        count(MANY);
        clock.move(Duration.ofSeconds(-1));

        assertThat(count(MANY + 1).value()).isEqualTo(MANY + 1);
    }

    @Test
    void anotherKeyIsCountedByItself() {
        count(MANY);

        assertThat(numbers.get("others", USERS, () -> MANY + 1).value()).isEqualTo(MANY + 1);
    }

    @Test
    void whatFailedIsCountedAgain() {
        try {
            numbers.get("key", USERS, () -> {
                throw new IllegalStateException("the database is away");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("the database is away");
        }

        assertThat(count(MANY).value()).isEqualTo(MANY);
    }

    @Test
    void manyWhoAskAtOnceHaveItCountedOnce() throws Exception {
        int callers = 8;
        CountDownLatch started = new CountDownLatch(callers);
        Callable<Integer> caller = () -> {
            started.countDown();
            return numbers.get("key", USERS, () -> {
                        countings.incrementAndGet();
                        awaitAll(started);
                        return MANY;
                    })
                    .value();
        };
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<Future<Integer>> answers = threads.invokeAll(Collections.nCopies(callers, caller));

            for (Future<Integer> answer : answers) {
                assertThat(answer.get(1, TimeUnit.MINUTES)).isEqualTo(MANY);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(countings).hasValue(1);
    }

    private Counted<Integer> count(int users) {
        return numbers.get("key", USERS, () -> {
            countings.incrementAndGet();
            return users;
        });
    }

    private static void awaitAll(CountDownLatch started) {
        try {
            assertThat(started.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
