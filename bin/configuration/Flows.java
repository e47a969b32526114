import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Flows of authentication: those that have a step of this product, and those that the realm has bound, but for Keycloak's own.
 * A flow that is there is changed step by step, so that whoever is signing in meets it at every moment.
 */
final class Flows implements Part {
    private static final List<String> BINDINGS = List.of(
            "browserFlow",
            "registrationFlow",
            "directGrantFlow",
            "resetCredentialsFlow",
            "clientAuthenticationFlow",
            "dockerAuthenticationFlow",
            "firstBrokerLoginFlow");

    private static final Set<String> OURS = Set.of("registration-agreements", "agreements", "agreements-accepted");

    private static final List<String> OF_FLOW =
            List.of("alias", "description", "providerId", "topLevel", "builtIn", "authenticationExecutions");
    private static final List<String> OF_STEP = List.of(
            "authenticator", "authenticatorFlow", "flowAlias", "requirement", "priority", "authenticatorConfig");

    private final AdminRest rest;

    Flows(AdminRest rest) {
        this.rest = rest;
    }

    @Override
    public void apply(Configuration files, Changes changes) throws IOException {
        FlowTrees wanted = FlowTrees.of(files.realm());
        if (wanted.topLevel().isEmpty()) {
            return;
        }
        FlowTrees actual = exported();
        for (Map<String, Object> flow : wanted.topLevel()) {
            String alias = Values.text(flow, "alias");
            if (Values.isTrue(flow, "builtIn")) {
                continue;
            }
            boolean there = actual.flow(alias).isPresent();
            if (!there || !Values.covers(actual.steps(alias), wanted.steps(alias))) {
                changes.make("flow " + alias + (there ? ": other steps" : ": added"), () -> {
                    if (!there) {
                        Map<String, Object> bare = Values.only(flow, List.of("alias", "description", "providerId"));
                        bare.put("topLevel", true);
                        bare.put("builtIn", false);
                        rest.post("/authentication/flows", bare);
                    }
                    new FlowSteps(rest, wanted).bring(alias);
                });
            }
        }
    }

    @Override
    public void export(Configuration files) throws IOException {
        FlowTrees actual = exported();
        Map<String, Object> realm = Values.object(rest.get(""));
        Set<String> aliases = new HashSet<>();
        for (String binding : BINDINGS) {
            String alias = Values.text(realm, binding);
            Optional<Map<String, Object>> flow = actual.flow(alias).filter(bound -> !Values.isTrue(bound, "builtIn"));
            if (flow.isPresent()) {
                files.realm().put(binding, alias);
                aliases.add(alias);
            }
        }
        actual.topLevel().stream()
                .filter(flow -> !Values.isTrue(flow, "builtIn"))
                .map(flow -> Values.text(flow, "alias"))
                .filter(alias -> actual.authenticators(alias).anyMatch(OURS::contains))
                .forEach(aliases::add);

        List<Object> flows = new ArrayList<>();
        List<Object> configs = new ArrayList<>();
        aliases.stream().sorted().flatMap(actual::withSubflows).forEach(flow -> {
            Map<String, Object> some = Values.only(flow, OF_FLOW);
            // Keycloak gives a flow that is added without a description an empty one.
            some.remove("description", "");
            some.put("authenticationExecutions", steps(flow));
            flows.add(some);
            Values.objects(flow.get("authenticationExecutions")).stream()
                    .map(step -> Values.text(step, "authenticatorConfig"))
                    .flatMap(name -> actual.config(name).stream())
                    .map(config -> Values.only(config, List.of("alias", "config")))
                    .forEach(configs::add);
        });
        if (!flows.isEmpty()) {
            files.realm().put("authenticationFlows", flows);
        }
        if (!configs.isEmpty()) {
            files.realm().put("authenticatorConfig", configs);
        }
    }

    private static List<Object> steps(Map<String, Object> flow) {
        List<Object> steps = new ArrayList<>();
        Values.objects(flow.get("authenticationExecutions")).stream()
                .sorted(Comparator.comparing(FlowTrees::priority))
                .map(step -> new LinkedHashMap<>(Values.only(step, OF_STEP)))
                .forEach(steps::add);
        return steps;
    }

    private FlowTrees exported() throws IOException {
        return FlowTrees.of(Values.object(rest.post("/partial-export?exportClients=false&exportGroupsAndRoles=false", Map.of())));
    }
}
