package io.agreements.keycloak.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.bench.load.Reading;
import io.agreements.keycloak.bench.load.Scenario;
import io.agreements.keycloak.bench.realm.Variant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ReportTest {
    private static final long MILLISECOND = 1_000_000;

    @Test
    void aRatioIsThatOfOneRoundAndTheMedianOfAll() {
        Measurements measurements = new Measurements();
        addRound(measurements, 10, 10, 12);
        addRound(measurements, 100, 100, 101);
        addRound(measurements, 20, 20, 20);

        assertThat(measurements.ratio(Variant.PLUGIN, Scenario.REFRESH)).isEqualTo(new Spread(1.01, 1, 1.2));
        assertThat(measurements.milliseconds(Variant.ALONE, Scenario.REFRESH)).isEqualTo(new Spread(20, 10, 100));
    }

    @Test
    void theDocumentHasEachGoalWithWhetherItIsMet() {
        String markdown = report().markdown();

        assertThat(markdown)
                .contains(
                        "| what | goal | value | met |\n| --- | --- | --- | --- |\n"
                                + "| password grant: CPU b/a | ≤ 1.02 | 1.10 (1.10–1.10) | **no** |\n"
                                + "| password grant: statements of ours | ≤ 1 | 1.0 | yes |\n"
                                + "| refresh: statements of ours | ≤ 0 | 1.0 | **no** |",
                        "| registration POST: CPU b/a | ≤ 1.1 | 1.10 (1.10–1.10) | yes |",
                        "| registration POST: all statements | ≤ 24 | 5.0 | yes |",
                        "| coverage | ≤ 50 ms | 40 ms | yes |",
                        "| one acceptance: record and standing, indexes in | ≤ 1300 bytes | 1301 bytes | **no** |");
    }

    @Test
    void theDocumentSaysOnWhatAndWhenItWasMeasured() {
        assertThat(report().markdown())
                .startsWith(
                        "# Performance\n\nMeasured on 2026-11-30 by `bin/bench`: Some CPU, 2 cores, 8 GB memory, Linux;"
                                + " Java 17, Keycloak 26, PostgreSQL 18. Few users.\n")
                .contains("| password grant | 15 | 50 | 49 | 45 |", "| refresh | 120 | 50 | 49 | 45 |")
                .doesNotContain("null", "NaN");
    }

    private static Report report() {
        Measurements measurements = new Measurements();
        addRound(measurements, 20, 20.5, 22);
        for (Variant variant : Variant.values()) {
            measurements.setStatements(variant, reading(Map.of(Reading.STATEMENTS, 5L, Reading.OURS, 1L)));
        }
        ListTimes lists = new ListTimes(
                Arrays.stream(AdminList.values()).collect(Collectors.toMap(Function.identity(), list -> 40.0)));
        Machine machine = new Machine("Some CPU", 2, "8 GB", "Linux", "17", "26", "PostgreSQL 18");
        return new Report(measurements, lists, 1_301, machine, "Few users.", LocalDate.of(2026, 11, 30));
    }

    private static void addRound(Measurements measurements, double alone, double terms, double plugin) {
        measurements.addCpu(Variant.ALONE, cpu(alone));
        measurements.addCpu(Variant.TERMS, cpu(terms));
        measurements.addCpu(Variant.PLUGIN, cpu(plugin));
    }

    private static Reading cpu(double milliseconds) {
        return reading(Map.of(Reading.CPU, (long) (milliseconds * MILLISECOND)));
    }

    private static Reading reading(Map<String, Long> ofARequest) {
        Map<String, Long> counts = new HashMap<>();
        for (Scenario scenario : Scenario.values()) {
            counts.put(scenario + ".requests", 1L);
            ofARequest.forEach((what, count) -> counts.put(scenario + "." + what, count));
        }
        return new Reading(counts);
    }
}
