package io.agreements.keycloak.account.mail;

/**
 * Somebody's words for a template. Of a string Keycloak takes {@code ${…}} for the key of a message; of anything else it
 * takes what it is called.
 *
 * @param words as they are
 */
public record Verbatim(String words) {

    @Override
    public String toString() {
        return words;
    }
}
