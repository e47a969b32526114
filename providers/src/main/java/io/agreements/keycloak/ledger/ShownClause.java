package io.agreements.keycloak.ledger;

/**
 * A clause that a page drew the user's attention to.
 *
 * @param digest SHA-256 of its words, hexadecimal
 * @param inView whether it came into view from its first line to its last; null if the page could not tell
 */
public record ShownClause(String digest, Boolean inView) {}
