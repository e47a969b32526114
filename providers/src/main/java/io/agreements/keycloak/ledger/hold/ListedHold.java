package io.agreements.keycloak.ledger.hold;

/**
 * A hold with names.
 *
 * @param username current name of the user; null for one who is gone or whom an external store keeps, and where there is none
 * @param administrator current name of the administrator who placed it; null for one who is gone or whom an external store
 *     keeps
 */
public record ListedHold(Hold hold, String username, String administrator) {}
