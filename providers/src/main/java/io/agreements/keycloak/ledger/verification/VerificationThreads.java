package io.agreements.keycloak.ledger.verification;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads in which a server verifies: few, so that it has something left for its users. */
public final class VerificationThreads implements Executor, AutoCloseable {

    private static final int MOST = 2;
    private static final int SECONDS_IDLE = 10;

    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(0, MOST, SECONDS_IDLE, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                Thread thread = new Thread(work, "agreements-verification");
                thread.setDaemon(true);
                thread.setPriority(Thread.MIN_PRIORITY);
                return thread;
            });

    /** @throws RejectedExecutionException if all are busy */
    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
