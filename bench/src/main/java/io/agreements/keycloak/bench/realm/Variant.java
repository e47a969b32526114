package io.agreements.keycloak.bench.realm;

import java.util.List;
import java.util.Map;

/** What is compared, in the order in which it is measured. */
public enum Variant {
    /** Keycloak as it comes. */
    ALONE("a", "Keycloak alone", Map.of()),

    /** Keycloak with its own terms and conditions. */
    TERMS("c", "with its own terms action", Map.of("termsAccepted", "on")),

    /** Keycloak with the product, one agreement that is required and two that are optional. */
    PLUGIN(
            "b",
            "with one required and two optional agreements",
            Map.of("agreement-" + BenchRealm.REQUIRED, "accepted"));

    private final String letter;
    private final String title;
    private final Map<String, String> consent;

    Variant(String letter, String title, Map<String, String> consent) {
        this.letter = letter;
        this.title = title;
        this.consent = consent;
    }

    /** By which it is called in tables. */
    public String letter() {
        return letter;
    }

    /** What it is. */
    public String title() {
        return title;
    }

    /** Its realm, and the id of that. */
    public String realm() {
        return "bench-" + letter;
    }

    /** The fields of the registration form by which a new user says yes. */
    public Map<String, String> consent() {
        return consent;
    }

    /** Those on a server without the product. */
    public static List<Variant> withoutProduct() {
        return List.of(ALONE, TERMS);
    }
}
