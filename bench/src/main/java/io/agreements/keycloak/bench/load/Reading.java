package io.agreements.keycloak.bench.load;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * What one run of the load came to.
 *
 * @param counts by scenario and by what was counted
 */
public record Reading(Map<String, Long> counts) {

    /** CPU time of the server in nanoseconds. */
    public static final String CPU = "cpu";

    /** Statements to the database. */
    public static final String STATEMENTS = "statements";

    /** Those of them that have to do with the tables of the product. */
    public static final String OURS = "ours";

    static final String REQUESTS = "requests";
    static final String FAILED = "failed";

    static Reading of(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Long> counts = new HashMap<>();
        properties.forEach((key, count) -> counts.put((String) key, Long.valueOf((String) count)));
        return new Reading(counts);
    }

    static String key(Scenario scenario, String what) {
        return scenario + "." + what;
    }

    /** How many requests were counted. */
    public long requests(Scenario scenario) {
        return counts.getOrDefault(key(scenario, REQUESTS), 0L);
    }

    /** What one request took. */
    public double perRequest(Scenario scenario, String what) {
        if (requests(scenario) == 0) {
            throw new IllegalStateException("No request was counted: " + scenario.title());
        }
        return (double) counts.getOrDefault(key(scenario, what), 0L) / requests(scenario);
    }

    /** Fails where an answer was not what was asked for: what it cost would say nothing. */
    Reading withoutFailures() {
        for (Scenario scenario : Scenario.values()) {
            long failed = counts.getOrDefault(key(scenario, FAILED), 0L);
            if (failed > 0) {
                throw new IllegalStateException(failed + " requests failed: " + scenario.title());
            }
        }
        return this;
    }
}
