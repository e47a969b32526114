package io.agreements.keycloak.acceptance.legacy;

/** What somebody wrote, in quotes, short enough to be repeated to them. */
final class Excerpt {

    private static final int MOST = 60;

    private Excerpt() {}

    static String of(String value) {
        return "'" + (value.length() <= MOST ? value : value.substring(0, MOST) + "…") + "'";
    }
}
