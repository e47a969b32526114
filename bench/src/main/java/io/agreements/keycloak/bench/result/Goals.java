package io.agreements.keycloak.bench.result;

import io.agreements.keycloak.bench.load.Scenario;
import io.agreements.keycloak.bench.realm.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the product should cost at most, beside what it does cost. */
final class Goals {
    private static final Map<Scenario, Double> RATIOS = Map.of(
            Scenario.PASSWORD, 1.02,
            Scenario.USERINFO, 1.05,
            Scenario.INTROSPECTION, 1.05,
            Scenario.REGISTRATION, 1.1);
    private static final Map<Scenario, Integer> OURS = Map.of(
            Scenario.PASSWORD, 1,
            Scenario.REFRESH, 0,
            Scenario.USERINFO, 0,
            Scenario.INTROSPECTION, 0);
    private static final int STATEMENTS_OF_REGISTRATION = 24;
    private static final int BYTES_OF_AN_ACCEPTANCE = 1_300;

    private Goals() {}

    static List<Goal> of(Measurements measurements, ListTimes lists, double bytesOfAnAcceptance) {
        List<Goal> goals = new ArrayList<>();
        for (Scenario scenario : Scenario.values()) {
            if (RATIOS.containsKey(scenario)) {
                goals.add(Goal.ratio(
                        scenario.title() + ": CPU b/a",
                        RATIOS.get(scenario),
                        measurements.ratio(Variant.PLUGIN, scenario)));
            }
            if (OURS.containsKey(scenario)) {
                goals.add(Goal.statements(
                        scenario.title() + ": statements of ours", OURS.get(scenario), measurements.ours(scenario)));
            }
        }
        goals.add(Goal.statements(
                Scenario.REGISTRATION.title() + ": all statements",
                STATEMENTS_OF_REGISTRATION,
                measurements.statements(Variant.PLUGIN, Scenario.REGISTRATION)));
        lists.milliseconds()
                .forEach((list, taken) -> goals.add(Goal.milliseconds(list.title(), list.mostMilliseconds(), taken)));
        goals.add(Goal.bytes(
                "one acceptance: record and standing, indexes in", BYTES_OF_AN_ACCEPTANCE, bytesOfAnAcceptance));
        return goals;
    }
}
