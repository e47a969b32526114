package io.agreements.keycloak.ledger.verification;

import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads in which a server verifies: few, so that it has something left for its users. */
public final class VerificationThreads implements AutoCloseable {

    private static final int MOST = 2;
    private static final int SECONDS_IDLE = 10;

    private final Semaphore free = new Semaphore(MOST);

    /** Bounded by what is free: a thread is given back a moment before it can be used again. */
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, SECONDS_IDLE, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                Thread thread = new Thread(work, "agreements-verification");
                thread.setDaemon(true);
                thread.setPriority(Thread.MIN_PRIORITY);
                return thread;
            });

    /** One of the threads, which has to be used or given back; empty if all are busy. Does not wait. */
    Optional<Reserved> reserve() {
        return free.tryAcquire() ? Optional.of(new Reserved()) : Optional.empty();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** A thread that nobody else gets. */
    final class Reserved {

        private Reserved() {}

        /**
         * Uses it, and gives it back at the end of the work.
         *
         * @throws RejectedExecutionException if the server stops
         */
        void execute(Runnable work) {
            boolean begins = false;
            try {
                threads.execute(() -> {
                    try {
                        work.run();
                    } finally {
                        giveBack();
                    }
                });
                begins = true;
            } finally {
                if (!begins) {
                    giveBack();
                }
            }
        }

        /** Lets others have it, unused. */
        void giveBack() {
            free.release();
        }
    }
}
