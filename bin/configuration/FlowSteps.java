import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the steps of a flow that is there those that are wanted. */
final class FlowSteps {
    private final AdminRest rest;
    private final FlowTrees wanted;

    FlowSteps(AdminRest rest, FlowTrees wanted) {
        this.rest = rest;
        this.wanted = wanted;
    }

    void bring(String alias) throws IOException {
        Map<String, Object> flow =
                wanted.flow(alias).orElseThrow(() -> new IOException("realm.json has no flow '" + alias + "'"));
        List<Map<String, Object>> surplus = new ArrayList<>(own(alias));
        int place = 0;
        for (Map<String, Object> step : wanted.sortedSteps(flow)) {
            place += 10;
            Optional<Map<String, Object>> found = find(step, surplus);
            found.ifPresent(surplus::remove);
            bring(alias, step, found.isPresent() ? found.get() : add(alias, step), place);
        }
        // Last, so that no moment is without what is wanted.
        for (Map<String, Object> step : surplus) {
            rest.delete("/authentication/executions/" + AdminRest.encoded(Values.text(step, "id")));
        }
    }

    private void bring(String alias, Map<String, Object> step, Map<String, Object> actual, int place) throws IOException {
        if (FlowTrees.isSubflow(step)) {
            // Before it counts: its own steps.
            bring(Values.text(step, "flowAlias"));
        } else {
            configure(step, actual);
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("requirement", Values.text(step, "requirement"));
        settings.put("priority", new Json.Plain(String.valueOf(step.containsKey("priority") ? FlowTrees.priority(step) : place)));
        if (!Values.covers(actual, settings)) {
            rest.put(executions(alias), Values.merged(actual, settings));
        }
    }

    private void configure(Map<String, Object> step, Map<String, Object> actual) throws IOException {
        Optional<Map<String, Object>> config = wanted.config(Values.text(step, "authenticatorConfig"));
        if (config.isEmpty()) {
            return;
        }
        String id = Values.text(actual, "authenticationConfig");
        if (id.isEmpty()) {
            rest.post(
                    "/authentication/executions/" + AdminRest.encoded(Values.text(actual, "id")) + "/config", config.get());
        } else {
            String path = "/authentication/config/" + AdminRest.encoded(id);
            Map<String, Object> there = Values.object(rest.get(path));
            if (!Values.covers(there, config.get())) {
                rest.put(path, Values.merged(there, config.get()));
            }
        }
    }

    private Map<String, Object> add(String alias, Map<String, Object> step) throws IOException {
        List<Map<String, Object>> before = own(alias);
        Map<String, Object> added = new LinkedHashMap<>();
        if (FlowTrees.isSubflow(step)) {
            String subflow = Values.text(step, "flowAlias");
            Map<String, Object> flow =
                    wanted.flow(subflow).orElseThrow(() -> new IOException("realm.json has no flow '" + subflow + "'"));
            added.put("alias", subflow);
            added.put("type", Values.text(flow, "providerId"));
            added.putAll(Values.only(flow, List.of("description")));
            added.put("provider", Values.text(step, "authenticator"));
            rest.post(executions(alias) + "/flow", added);
        } else {
            added.put("provider", Values.text(step, "authenticator"));
            rest.post(executions(alias) + "/execution", added);
        }
        List<String> known = before.stream().map(there -> Values.text(there, "id")).toList();
        return own(alias).stream()
                .filter(there -> !known.contains(Values.text(there, "id")))
                .findFirst()
                .orElseThrow(() -> new IOException("A step of the flow '" + alias + "' was added and is not there"));
    }

    private static Optional<Map<String, Object>> find(Map<String, Object> step, List<Map<String, Object>> among) {
        boolean subflow = FlowTrees.isSubflow(step);
        String field = subflow ? "displayName" : "providerId";
        String name = Values.text(step, subflow ? "flowAlias" : "authenticator");
        return among.stream()
                .filter(there -> Values.isTrue(there, "authenticationFlow") == subflow)
                .filter(there -> Values.text(there, field).equals(name))
                .findFirst();
    }

    /** The steps of the flow itself, without those of its subflows. */
    private List<Map<String, Object>> own(String alias) throws IOException {
        return Values.objects(rest.get(executions(alias))).stream()
                .filter(step -> Values.text(step, "level").equals("0"))
                .toList();
    }

    private static String executions(String alias) {
        return "/authentication/flows/" + AdminRest.encoded(alias) + "/executions";
    }
}
