package io.agreements.keycloak.task;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Threads that do the work of a run together: for a database or a mail server one that waits is nothing.
 *
 * @param task what it is called in the log and among threads
 * @param number of threads, the one that calls included
 */
public record Workers(String task, int number) {

    private static final Logger LOG = Logger.getLogger(Workers.class);

    /** More than the last step of a thread takes. */
    private static final int SECONDS_TO_END = 60;

    /**
     * Has all of them do it, and waits for them.
     *
     * @param work knows by itself when it is over, and is called once by each
     * @return false if one of them failed, or did not come to its end
     */
    public boolean run(Runnable work) {
        if (number < 2) {
            return succeeds(work);
        }
        ExecutorService others = Executors.newFixedThreadPool(number - 1, this::thread);
        Outcome outcome = new Outcome();
        try {
            for (int other = 1; other < number; other++) {
                others.execute(() -> outcome.add(succeeds(work)));
            }
            outcome.add(succeeds(work));
        } finally {
            others.shutdown();
        }
        return ends(others) && outcome.isGood();
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "agreements-" + task);
        thread.setDaemon(true);
        return thread;
    }

    private boolean succeeds(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("The task %s was interrupted; its next run goes on; log at DEBUG says why", task);
            LOG.debug("Task interrupted", e);
            return false;
        }
    }

    /** What is not at its end then is not committed any more, once the share is given back. */
    private static boolean ends(ExecutorService others) {
        try {
            if (others.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        others.shutdownNow();
        return false;
    }

    private static final class Outcome {

        private boolean good = true;

        synchronized void add(boolean success) {
            good &= success;
        }

        synchronized boolean isGood() {
            return good;
        }
    }
}
