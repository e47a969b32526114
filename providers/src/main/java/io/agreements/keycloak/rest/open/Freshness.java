package io.agreements.keycloak.rest.open;

/** How long an answer may be used again without asking. */
enum Freshness {
    /** Not at all: a new version is seen at once. */
    CHECKED("no-cache"),
    /** For a few minutes: the text stays for good, only what is said about it may change. */
    MINUTES("max-age=300");

    private final String cacheControl;

    Freshness(String cacheControl) {
        this.cacheControl = cacheControl;
    }

    String cacheControl() {
        return cacheControl;
    }
}
