import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Client profiles with an executor of this product, and the policies that name them. Others stay as they are. */
final class ClientPolicies implements Part {
    private static final String PROFILES = "/client-policies/profiles";
    private static final String POLICIES = "/client-policies/policies";
    private static final Set<String> OURS = Set.of("agreements-accepted", "third-party-consent-required");

    private final AdminRest rest;

    ClientPolicies(AdminRest rest) {
        this.rest = rest;
    }

    @Override
    public void apply(Configuration files, Changes changes) throws IOException {
        bring("clientProfiles", "profiles", "client profile", PROFILES, files, changes);
        bring("clientPolicies", "policies", "client policy", POLICIES, files, changes);
    }

    private void bring(
            String field, String list, String what, String path, Configuration files, Changes changes)
            throws IOException {
        List<Map<String, Object>> wanted = Values.objects(Values.object(files.realm().get(field)).get(list));
        if (wanted.isEmpty()) {
            return;
        }
        Map<String, Object> actual = Values.object(rest.get(path));
        List<Map<String, Object>> there = new ArrayList<>(Values.objects(actual.get(list)));
        List<String> said = new ArrayList<>();
        for (Map<String, Object> one : wanted) {
            String name = Values.text(one, "name");
            Optional<Map<String, Object>> known = Values.named(there, "name", name);
            if (known.isEmpty()) {
                there.add(one);
                said.add(what + " " + name + ": added");
            } else if (!Values.covers(known.get(), one)) {
                there.set(there.indexOf(known.get()), Values.merged(known.get(), one));
                said.add(what + " " + name + ": other settings");
            }
        }
        if (!said.isEmpty() && !changes.areSaidOnly()) {
            rest.put(path, Map.of(list, there));
        }
        said.forEach(changes::said);
    }

    @Override
    public void export(Configuration files) throws IOException {
        List<Map<String, Object>> profiles = Values.objects(Values.object(rest.get(PROFILES)).get("profiles")).stream()
                .filter(profile -> Values.objects(profile.get("executors")).stream()
                        .anyMatch(executor -> OURS.contains(Values.text(executor, "executor"))))
                .toList();
        Set<String> names =
                profiles.stream().map(profile -> Values.text(profile, "name")).collect(Collectors.toSet());
        List<Map<String, Object>> policies = Values.objects(Values.object(rest.get(POLICIES)).get("policies")).stream()
                .filter(policy -> Values.texts(policy.get("profiles")).anyMatch(names::contains))
                .toList();
        if (!profiles.isEmpty()) {
            files.realm().put("clientProfiles", Map.of("profiles", profiles));
        }
        if (!policies.isEmpty()) {
            files.realm().put("clientPolicies", Map.of("policies", policies));
        }
    }
}
