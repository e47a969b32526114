package io.agreements.keycloak.testing.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Inside the server under test: does the same several times at the same moment. */
final class Together {

    private Together() {}

    /** Fails if it does for one of them. */
    static void run(int times, Runnable work) throws InterruptedException, ExecutionException {
        CyclicBarrier together = new CyclicBarrier(times);
        List<FutureTask<Void>> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            FutureTask<Void> one = new FutureTask<>(() -> {
                together.await();
                work.run();
                return null;
            });
            all.add(one);
            Thread thread = new Thread(one, "testing-together-" + i);
            thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
            thread.start();
        }
        for (FutureTask<Void> one : all) {
            one.get();
        }
    }
}
