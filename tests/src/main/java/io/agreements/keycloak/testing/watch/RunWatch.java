package io.agreements.keycloak.testing.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Ends a run in which no test has begun or ended for long, and says first where everything stands. JUnit's own time limit is
 * shorter: this is for what stands outside it, such as closing, and for threads that no interrupt wakes.
 */
public final class RunWatch implements TestExecutionListener {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration LOOKING_EVERY = Duration.ofSeconds(5);

    private final AtomicBoolean watching = new AtomicBoolean();
    private final ConcurrentHashMap<String, String> running = new ConcurrentHashMap<>();
    private final Watchdog watchdog = new Watchdog(PATIENCE, System::nanoTime, this::endRun);

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        watchdog.signOfLife();
        if (watching.compareAndSet(false, true)) {
            Thread thread = new Thread(this::watch, "watchdog");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        running.put(test.getUniqueId(), name(test));
        watchdog.signOfLife();
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        running.remove(test.getUniqueId());
        watchdog.signOfLife();
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        watchdog.signOfLife();
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            watchdog.look();
            try {
                Thread.sleep(LOOKING_EVERY.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void endRun(Duration silence) {
        Standstill standstill = new Standstill(
                List.copyOf(running.values()),
                Optional.ofNullable(System.getProperty("keycloak.work")).map(Path::of));
        standstill.tell(String.format(Locale.ROOT, "No test has begun or ended for %d s", silence.toSeconds()));
        RunEnd.now();
    }

    private static String name(TestIdentifier test) {
        return test.getSource().map(Object::toString).orElse(test.getDisplayName());
    }
}
