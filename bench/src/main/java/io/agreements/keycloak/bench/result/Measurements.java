package io.agreements.keycloak.bench.result;

import io.agreements.keycloak.bench.load.Reading;
import io.agreements.keycloak.bench.load.Scenario;
import io.agreements.keycloak.bench.realm.Variant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** All that was read of the servers in one run. */
public final class Measurements {
    private static final double NANOS_OF_A_MILLISECOND = 1_000_000;

    private final Map<Variant, List<Reading>> cpu = new EnumMap<>(Variant.class);
    private final Map<Variant, Reading> statements = new EnumMap<>(Variant.class);

    /** CPU times of one round. */
    public void addCpu(Variant variant, Reading reading) {
        cpu.computeIfAbsent(variant, first -> new ArrayList<>()).add(reading);
    }

    /** Statements, which are the same in each round. */
    public void setStatements(Variant variant, Reading reading) {
        statements.put(variant, reading);
    }

    /** The CPU time of a request of one variant, beside that of Keycloak alone in the same round. */
    Spread ratio(Variant variant, Scenario scenario) {
        List<Reading> those = cpu.getOrDefault(variant, List.of());
        List<Reading> alone = cpu.getOrDefault(Variant.ALONE, List.of());
        return Spread.of(IntStream.range(0, Math.min(those.size(), alone.size()))
                .mapToObj(round -> cpuOf(scenario).applyAsDouble(those.get(round))
                        / cpuOf(scenario).applyAsDouble(alone.get(round)))
                .toList());
    }

    /** The CPU time of a request in milliseconds. */
    Spread milliseconds(Variant variant, Scenario scenario) {
        return Spread.of(cpu.getOrDefault(variant, List.of()).stream()
                .map(reading -> cpuOf(scenario).applyAsDouble(reading) / NANOS_OF_A_MILLISECOND)
                .toList());
    }

    /** Statements that a request takes. */
    double statements(Variant variant, Scenario scenario) {
        return statements.get(variant).perRequest(scenario, Reading.STATEMENTS);
    }

    /** Those of them that have to do with the tables of the product. */
    double ours(Scenario scenario) {
        return statements.get(Variant.PLUGIN).perRequest(scenario, Reading.OURS);
    }

    private static ToDoubleFunction<Reading> cpuOf(Scenario scenario) {
        return reading -> reading.perRequest(scenario, Reading.CPU);
    }
}
