package io.agreements.keycloak.ledger.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agreements.keycloak.ledger.verification.VerificationThreads.Reserved;
import io.agreements.proof.ledger.Outside;
import io.agreements.proof.ledger.Span;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class VerificationThreadsTest {

    private final VerificationThreads threads = new VerificationThreads();

    @AfterEach
    void stop() {
        threads.close();
    }

    @Test
    void thereAreTwoAndWhatIsGivenBackIsFree() {
        Reserved first = threads.reserve().orElseThrow();
        threads.reserve().orElseThrow();
        assertThat(threads.reserve()).isEmpty();

        first.giveBack();
        assertThat(threads.reserve()).isPresent();
        assertThat(threads.reserve()).isEmpty();
    }

    @Test
    void oneIsBusyUntilItsWorkEndsAndThenTakesMore() throws InterruptedException {
        threads.reserve().orElseThrow();
        CountDownLatch work = new CountDownLatch(1);
        threads.reserve().orElseThrow().execute(() -> {
            try {
                work.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(threads.reserve()).isEmpty();
        work.countDown();

        for (int times = 0; times < 50; times++) {
            CountDownLatch done = new CountDownLatch(1);
            free().execute(done::countDown);
            assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    void whereTheServerStopsItIsGivenBack() {
        Reserved last = threads.reserve().orElseThrow();
        threads.reserve().orElseThrow();
        threads.close();

        assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> last.execute(() -> {}));
        assertThat(threads.reserve()).isPresent();
    }

    @Test
    void whereAllAreBusyNothingIsBegunAndWhatWasFoundStaysAsItIs() {
        threads.reserve().orElseThrow();
        threads.reserve().orElseThrow();
        LogVerifications untouched = (LogVerifications) Proxy.newProxyInstance(
                LogVerifications.class.getClassLoader(),
                new Class<?>[] {LogVerifications.class},
                (store, method, of) -> {
                    throw new AssertionError(method + " is called");
                });
        RealmVerification verification = new RealmVerification(null, null, untouched, threads, Clock.systemUTC());
        Outside nothing = new Outside(List.of(), List.of(), Optional.empty(), Optional.empty(), List.of());

        assertThatExceptionOfType(RejectedExecutionException.class)
                .isThrownBy(() -> verification.begin(new Span(0, 1), nothing));
    }

    /** Comes with the end of the work before, a moment after what the work itself says. */
    private Reserved free() {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        Optional<Reserved> free = threads.reserve();
        while (free.isEmpty()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            free = threads.reserve();
        }
        return free.get();
    }
}
