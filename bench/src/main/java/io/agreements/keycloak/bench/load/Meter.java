package io.agreements.keycloak.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Counts requests, and what the server takes for them. Requests are sent by several virtual users at once: all of them say that
 * measuring begins before any of them sends one, and that it is over after all have their answers.
 */
final class Meter {
    private final List<Gauge> gauges;
    private final Map<String, Long> counts = new HashMap<>();
    private final Map<Gauge, Long> before = new HashMap<>();
    private boolean running;

    Meter(List<Gauge> gauges) {
        this.gauges = List.copyOf(gauges);
    }

    /** What comes now counts; the first who says so is heard. */
    synchronized void begin() {
        if (!running) {
            gauges.forEach(gauge -> before.put(gauge, gauge.now()));
            running = true;
        }
    }

    /** What comes now does not count any more; the first who says so is heard. */
    synchronized void end(Scenario scenario) {
        if (running) {
            running = false;
            gauges.forEach(gauge -> add(Reading.key(scenario, gauge.name()), gauge.now() - before.get(gauge)));
        }
    }

    /** An answer has come. */
    synchronized void answered(Scenario scenario, boolean well) {
        if (!well) {
            add(Reading.key(scenario, Reading.FAILED), 1);
        }
        if (running) {
            add(Reading.key(scenario, Reading.REQUESTS), 1);
        }
    }

    /** Leaves all of it in a file. */
    synchronized void writeTo(Path file) {
        Properties properties = new Properties();
        counts.forEach((key, count) -> properties.setProperty(key, String.valueOf(count)));
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String key, long more) {
        counts.merge(key, more, Long::sum);
    }
}
