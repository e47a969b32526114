package io.agreements.keycloak.testing.limit;

/** How often a test tries what goes wrong now and then only: more often where all tests are passed that take long. */
public final class Thoroughness {

    private static final boolean THOROUGH = Boolean.getBoolean("integration.thorough");

    private Thoroughness() {}

    /** @param thorough how often with {@code bin/test --all} */
    public static int times(int ordinary, int thorough) {
        return THOROUGH ? thorough : ordinary;
    }

    /** Whether all tests are passed that take long. */
    public static boolean isThorough() {
        return THOROUGH;
    }
}
