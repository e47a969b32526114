import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Fields and attributes of the realm itself: themes, lifespans, listeners, bound flows, {@code agreements.…}. */
final class RealmSettings implements Part {
    /** What the product looks at. */
    private static final List<String> FIELDS = List.of(
            "registrationAllowed",
            "loginTheme",
            "adminTheme",
            "accountTheme",
            "emailTheme",
            "internationalizationEnabled",
            "supportedLocales",
            "defaultLocale",
            "accessCodeLifespanLogin",
            "accessCodeLifespanUserAction",
            "actionTokenGeneratedByUserLifespan",
            "ssoSessionIdleTimeout",
            "bruteForceProtected",
            "eventsListeners");

    /** What other parts bring into a realm, or what names it. */
    private static final Set<String> OF_OTHERS = Set.of(
            "id",
            "realm",
            "authenticationFlows",
            "authenticatorConfig",
            "requiredActions",
            "clientProfiles",
            "clientPolicies",
            "clients",
            "clientScopes",
            "roles",
            "defaultRole");

    /** What Keycloak would pass over without a word, or take for all there is. */
    private static final List<String> NOT_TAKEN = List.of(
            "users",
            "federatedUsers",
            "groups",
            "defaultGroups",
            "components",
            "identityProviders",
            "identityProviderMappers",
            "scopeMappings",
            "clientScopeMappings",
            "organizations",
            "localizationTexts",
            "defaultDefaultClientScopes",
            "defaultOptionalClientScopes");

    private static final String ATTRIBUTES = "attributes";
    private static final String OURS = "agreements.";

    /** Signs of nodes to one another, and what is heeded once: no settings. */
    private static final Set<String> NO_SETTINGS = Set.of("agreements.takeBack");

    private static final String SIGN = ".revision";

    /** What the set-up remembers of its own realm, to take its changes back. */
    private static final String MEMORY = "agreements.setup.before.";

    private final AdminRest rest;

    RealmSettings(AdminRest rest) {
        this.rest = rest;
    }

    @Override
    public void apply(Configuration files, Changes changes) throws IOException {
        Map<String, Object> actual = Values.object(rest.get(""));
        Map<String, Object> update = new LinkedHashMap<>();
        List<String> said = new ArrayList<>();
        for (Map.Entry<String, Object> wanted : meant(files).entrySet()) {
            String field = wanted.getKey();
            if (NOT_TAKEN.contains(field)) {
                throw new IOException("realm.json has '" + field + "', which this command does not bring into a realm");
            }
            if (OF_OTHERS.contains(field) || Values.covers(actual.get(field), wanted.getValue())) {
                continue;
            }
            if (field.equals(ATTRIBUTES)) {
                // Keycloak takes those it is sent for all there are.
                Map<String, Object> there = Values.object(actual.get(ATTRIBUTES));
                Map<String, Object> named = Values.object(wanted.getValue());
                named.forEach((name, value) -> {
                    if (!Values.covers(there.get(name), value)) {
                        said.add("attribute " + name + ": " + there.get(name) + " -> " + value);
                    }
                });
                update.put(ATTRIBUTES, Values.merged(there, named));
            } else {
                said.add("realm, " + field + ": " + inOneLine(actual.get(field)) + " -> " + inOneLine(wanted.getValue()));
                update.put(field, wanted.getValue());
            }
        }
        if (!update.isEmpty() && !changes.areSaidOnly()) {
            rest.put("", Values.merged(actual, update));
        }
        said.forEach(changes::said);
    }

    private static Map<String, Object> meant(Configuration files) {
        Map<String, Object> meant = new LinkedHashMap<>(files.realm());
        meant.computeIfPresent(ATTRIBUTES, (name, attributes) -> {
            Map<String, Object> others = new LinkedHashMap<>(Values.object(attributes));
            others.keySet().removeIf(attribute -> attribute.startsWith(MEMORY));
            return others;
        });
        return meant;
    }

    @Override
    public void export(Configuration files) throws IOException {
        Map<String, Object> actual = Values.object(rest.get(""));
        files.realm().put("realm", rest.realm());
        files.realm().putAll(Values.only(actual, FIELDS));
        Map<String, Object> ours = new TreeMap<>(Values.object(actual.get(ATTRIBUTES)));
        ours.keySet().removeIf(name -> !name.startsWith(OURS) || name.endsWith(SIGN) || name.startsWith(MEMORY) || NO_SETTINGS.contains(name));
        if (!ours.isEmpty()) {
            files.realm().put(ATTRIBUTES, ours);
        }
    }

    private static String inOneLine(Object value) {
        return Json.write(value).replaceAll("\\s*\n\\s*", " ").strip();
    }
}
