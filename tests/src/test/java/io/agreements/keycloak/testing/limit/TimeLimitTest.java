package io.agreements.keycloak.testing.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class TimeLimitTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void whatEndsInTimeIsDoneByTheThreadThatAsks() {
        AtomicReference<Thread> worker = new AtomicReference<>();
        AtomicBoolean letGo = new AtomicBoolean();

        assertThat(TimeLimit.within(LONG, () -> worker.set(Thread.currentThread()), () -> letGo.set(true)))
                .isTrue();
        assertThat(worker).hasValue(Thread.currentThread());
        assertThat(letGo).isFalse();
    }

    @Test
    void whatFailsInTimeFails() {
        assertThatThrownBy(() -> TimeLimit.within(
                        LONG,
                        () -> {
                            throw new IllegalArgumentException("so");
                        },
                        () -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("so");
    }

    @Test
    void whatWaitsTooLongIsMadeToLetGoAndItsFailureIsNoNews() {
        CountDownLatch killed = new CountDownLatch(1);

        boolean inTime = TimeLimit.within(
                SHORT,
                () -> {
                    await(killed);
                    throw new IllegalStateException("pipe closed");
                },
                killed::countDown);

        assertThat(inTime).isFalse();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void whatDoesNotLetGoIsInterruptedAndNothingAfterItIs() {
        CountDownLatch never = new CountDownLatch(1);

        assertThat(TimeLimit.within(SHORT, () -> await(never), () -> {})).isFalse();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
