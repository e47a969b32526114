import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Flows as a representation of a realm has them: all in one list, subflows by name, settings of steps by name in another. */
final class FlowTrees {
    private static final String STEPS = "authenticationExecutions";

    private final List<Map<String, Object>> flows;
    private final List<Map<String, Object>> configs;

    private FlowTrees(List<Map<String, Object>> flows, List<Map<String, Object>> configs) {
        this.flows = flows;
        this.configs = configs;
    }

    static FlowTrees of(Map<String, Object> realm) {
        return new FlowTrees(Values.objects(realm.get("authenticationFlows")), Values.objects(realm.get("authenticatorConfig")));
    }

    List<Map<String, Object>> topLevel() {
        return flows.stream().filter(flow -> Values.isTrue(flow, "topLevel")).toList();
    }

    Optional<Map<String, Object>> flow(String alias) {
        return Values.named(flows, "alias", alias);
    }

    Optional<Map<String, Object>> config(String alias) {
        return alias.isEmpty() ? Optional.empty() : Values.named(configs, "alias", alias);
    }

    /** The flow, then those below it. */
    Stream<Map<String, Object>> withSubflows(String alias) {
        return flow(alias).stream()
                .flatMap(flow -> Stream.concat(
                        Stream.of(flow),
                        sortedSteps(flow).stream()
                                .filter(FlowTrees::isSubflow)
                                .flatMap(step -> withSubflows(Values.text(step, "flowAlias")))));
    }

    /** What the steps of the flow, and of those below it, are done by. */
    Stream<String> authenticators(String alias) {
        return withSubflows(alias)
                .flatMap(flow -> sortedSteps(flow).stream())
                .map(step -> Values.text(step, "authenticator"));
    }

    /** The steps in their order, each with what makes it what it is, and the steps of subflows in them. */
    List<Object> steps(String alias) {
        List<Object> steps = new ArrayList<>();
        flow(alias).ifPresent(flow -> {
            for (Map<String, Object> step : sortedSteps(flow)) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("authenticator", Values.text(step, "authenticator"));
                one.put("requirement", Values.text(step, "requirement"));
                config(Values.text(step, "authenticatorConfig"))
                        .ifPresent(config -> one.put("config", config.get("config")));
                if (isSubflow(step)) {
                    String subflow = Values.text(step, "flowAlias");
                    one.put("flowAlias", subflow);
                    one.put("steps", steps(subflow));
                }
                steps.add(one);
            }
        });
        return steps;
    }

    List<Map<String, Object>> sortedSteps(Map<String, Object> flow) {
        return Values.objects(flow.get(STEPS)).stream()
                .sorted(Comparator.comparing(FlowTrees::priority))
                .toList();
    }

    static boolean isSubflow(Map<String, Object> step) {
        return Values.isTrue(step, "authenticatorFlow");
    }

    /** Where it stands among others: first those without a place. */
    static int priority(Map<String, Object> step) {
        String priority = Values.text(step, "priority");
        return priority.isEmpty() ? 0 : Integer.parseInt(priority);
    }
}
