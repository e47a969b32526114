package io.agreements.keycloak.setup.condition;

import java.util.List;

/**
 * What is said to an administrator.
 *
 * @param key of the message
 * @param parameters what stands in its places, in their order; nothing personal
 */
public record Sentence(String key, List<String> parameters) {

    private static final String PREFIX = "agreementsSetup.";

    /** @param name of the message, without the prefix that all of the set-up have */
    public static Sentence of(String name, Object... parameters) {
        return new Sentence(
                PREFIX + name, List.of(parameters).stream().map(String::valueOf).toList());
    }
}
