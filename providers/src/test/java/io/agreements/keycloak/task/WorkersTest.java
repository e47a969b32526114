package io.agreements.keycloak.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WorkersTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void allOfThemWorkAtTheSameTime(int number) {
        CyclicBarrier together = new CyclicBarrier(number);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        boolean good = new Workers("test", number).run(() -> {
            await(together);
            threads.add(Thread.currentThread());
        });

        assertThat(good).isTrue();
        assertThat(threads).hasSize(number).contains(Thread.currentThread());
    }

    @Test
    void whatWaitsIsDoneOnceAndAllOfItBeforeTheyAreDone() {
        ConcurrentLinkedQueue<Integer> waiting =
                new ConcurrentLinkedQueue<>(IntStream.range(0, 1000).boxed().toList());
        ConcurrentLinkedQueue<Integer> done = new ConcurrentLinkedQueue<>();
        new Workers("test", 4).run(() -> {
            for (Integer one = waiting.poll(); one != null; one = waiting.poll()) {
                done.add(one);
            }
        });

        assertThat(done).hasSize(1000).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void ifOneFailsTheOthersGoOnAndThatIsTold(int number) {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger ended = new AtomicInteger();
        boolean good = new Workers("test", number).run(() -> {
            if (begun.incrementAndGet() == 1) {
                throw new IllegalStateException("the first one fails");
            }
            ended.incrementAndGet();
        });

        assertThat(good).isFalse();
        assertThat(ended).hasValue(number - 1);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(1, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
