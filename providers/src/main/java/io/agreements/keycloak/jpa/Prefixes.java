package io.agreements.keycloak.jpa;

/**
 * Patterns of {@code like} for what begins with certain words. The ids of user stores come from realm files too, where they
 * may have an underscore, which is any character to {@code like}.
 */
public final class Prefixes {

    /** Goes behind the pattern. */
    public static final String ESCAPE = " escape '!'";

    private Prefixes() {}

    /** The ids of the users whom an external store keeps. */
    public static String ofUsersOf(String userStoreId) {
        return with("f:" + userStoreId + ":");
    }

    /** All that begins with these words. */
    public static String with(String words) {
        return words.replace("!", "!!").replace("_", "!_").replace("%", "!%") + "%";
    }
}
