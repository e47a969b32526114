package io.agreements.keycloak.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs one input after the other, each within the time there is for it, and counts what became of them. While new inputs
 * are made, the count stands in {@code target/inputs} at the end.
 */
public final class Trial {

    /** Inputs that are made for each fuzz test. */
    public static final long INPUTS = 20_000;

    /** When no more are made, on a machine that is slow. */
    public static final String DURATION = "60s";

    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration HANGS = Duration.ofSeconds(20);
    private static final Path COUNTS = Path.of("target", "inputs");

    private final String kind;
    private final AtomicReference<Running> running = new AtomicReference<>();
    private long taken;
    private long refused;
    private Duration slowest = Duration.ZERO;

    /** @param kind what the inputs are, in a few words */
    public Trial(String kind) {
        this.kind = kind;
        Thread watch = new Thread(this::watch, "watch over " + kind);
        watch.setDaemon(true);
        watch.start();
        if (System.getenv("JAZZER_FUZZ") != null) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::writeCounts));
        }
    }

    /**
     * @param attempt does with the input what the product does, checks what has to hold, and tells whether it was taken;
     *     whatever it throws is a fault
     */
    public void run(byte[] input, Callable<Boolean> attempt) throws Exception {
        Duration first = attempt(input, attempt);
        if (first.compareTo(LONGEST) > 0) {
            // A machine may have been busy with something else; what hangs, hangs again.
            Duration second = attempt(input, attempt);
            if (second.compareTo(LONGEST) > 0) {
                throw new AssertionError(kind + ": took " + first.toMillis() + " ms, and again " + second.toMillis()
                        + " ms; at most " + LONGEST.toMillis() + " ms are allowed");
            }
        }
    }

    private Duration attempt(byte[] input, Callable<Boolean> attempt) throws Exception {
        Running now = new Running(Thread.currentThread(), input, System.nanoTime());
        running.set(now);
        boolean accepted = attempt.call();
        running.set(null);
        if (accepted) {
            taken++;
        } else {
            refused++;
        }
        Duration duration = now.duration();
        slowest = duration.compareTo(slowest) > 0 ? duration : slowest;
        return duration;
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(1000);
                Running now = running.get();
                if (now != null && now.duration().compareTo(HANGS) > 0) {
                    giveUp(now);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void giveUp(Running hanging) {
        StringBuilder where = new StringBuilder();
        for (StackTraceElement frame : hanging.thread().getStackTrace()) {
            where.append("\n    at ").append(frame);
        }
        Path file = COUNTS.resolve("hang-" + Integer.toHexString(Arrays.hashCode(hanging.input())));
        write(file, hanging.input());
        System.err.println(
                kind + ": no end after " + HANGS.toSeconds() + " s; the input is in " + file.toAbsolutePath() + where);
        Runtime.getRuntime().halt(1);
    }

    private void writeCounts() {
        String line = String.format(
                Locale.ROOT,
                "%d %s: %d taken, %d refused, slowest %d ms%n",
                taken + refused,
                kind,
                taken,
                refused,
                slowest.toMillis());
        write(COUNTS.resolve(kind.replaceAll("[^a-zA-Z]+", "-") + ".txt"), line.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Running(Thread thread, byte[] input, long since) {

        Duration duration() {
            return Duration.ofNanos(System.nanoTime() - since);
        }
    }
}
