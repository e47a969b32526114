package io.agreements.keycloak.testing.limit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A process with all that it started.
 *
 * @param root the process
 */
public record ProcessTree(ProcessHandle root) {
    private static final Duration GONE_WITHIN = Duration.ofSeconds(20);

    /** All that live now, the root last. */
    public List<ProcessHandle> processes() {
        return Stream.concat(root.descendants(), Stream.of(root))
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    /** Asks all of them to end; those that do not in time are killed. */
    public void end(Duration within) {
        List<ProcessHandle> all = processes();
        all.forEach(ProcessHandle::destroy);
        if (!areGone(all, within)) {
            kill(all);
        }
    }

    /** Ends all of them at once, even those that are stopped or hang. */
    public void kill() {
        kill(processes());
    }

    private void kill(List<ProcessHandle> all) {
        all.forEach(ProcessHandle::destroyForcibly);
        if (!areGone(all, GONE_WITHIN)) {
            throw new IllegalStateException("Cannot be killed: "
                    + all.stream().filter(ProcessHandle::isAlive).toList());
        }
    }

    private static boolean areGone(List<ProcessHandle> all, Duration within) {
        CompletableFuture<?>[] ends = all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(within.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
