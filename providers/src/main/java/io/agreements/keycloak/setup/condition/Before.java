package io.agreements.keycloak.setup.condition;

import org.keycloak.models.RealmModel;

/** What a realm had before the set-up changed it, kept in attributes of the realm until it is taken back. */
public final class Before {

    private static final String PREFIX = "agreements.setup.before.";

    /** Stands before a value: to Oracle an empty one is none. */
    private static final String VALUE = "=";

    private static final String NOTHING = "-";

    private final RealmModel realm;

    public Before(RealmModel realm) {
        this.realm = realm;
    }

    /**
     * Keeps what is there, unless an earlier change has kept it.
     *
     * @param value null for nothing
     */
    public void keep(String name, String value) {
        if (!has(name)) {
            realm.setAttribute(PREFIX + name, value == null ? NOTHING : VALUE + value);
        }
    }

    /** Whether the set-up has changed it. */
    public boolean has(String name) {
        return realm.getAttribute(PREFIX + name) != null;
    }

    /** What was there; null if it was nothing, or is not known. */
    public String get(String name) {
        String kept = realm.getAttribute(PREFIX + name);
        return kept == null || kept.equals(NOTHING) ? null : kept.substring(VALUE.length());
    }

    public void forget(String name) {
        realm.removeAttribute(PREFIX + name);
    }
}
