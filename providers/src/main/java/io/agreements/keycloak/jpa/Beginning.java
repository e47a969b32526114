package io.agreements.keycloak.jpa;

/** Where those lists begin that go on behind an id. */
public final class Beginning {

    /**
     * Comes before every id in whatever order a database has, and is equal to none. An empty word would not do: to Oracle it
     * is null, and nothing comes behind that.
     */
    private static final String BEFORE_ALL = " ";

    private Beginning() {}

    /** @param after the id behind which a list goes on; null or empty if it begins */
    public static String orBehind(String after) {
        return after == null || after.isEmpty() ? BEFORE_ALL : after;
    }

    /** What a list that begins is bound to. */
    public static String ofAll() {
        return BEFORE_ALL;
    }
}
