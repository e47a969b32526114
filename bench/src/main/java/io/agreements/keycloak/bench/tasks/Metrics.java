package io.agreements.keycloak.bench.tasks;

import java.util.Arrays;
import java.util.List;

/**
 * What a server tells of itself at {@code /metrics}.
 *
 * @param text in the format of Prometheus
 */
record Metrics(String text) {

    /**
     * The sum of a metric; 0 if there is none.
     *
     * @param labels that count, each as {@code name="value"}; all if there are none
     */
    long sum(String name, String... labels) {
        List<String> wanted = Arrays.asList(labels);
        return (long) text.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> wanted.stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
