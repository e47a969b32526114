package io.agreements.keycloak.account.export;

/** Words in the language of whoever reads them. */
@FunctionalInterface
public interface ExportWords {

    /** The message with that key; the key itself where there is none. */
    String get(String key, Object... arguments);
}
