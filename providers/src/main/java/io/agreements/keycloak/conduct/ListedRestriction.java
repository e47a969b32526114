package io.agreements.keycloak.conduct;

/**
 * A restriction with names.
 *
 * @param username current name of the user; null for one whom an external store keeps
 * @param administrator current name of the administrator who imposed it; null for one who is gone or whom an external store
 *     keeps
 */
public record ListedRestriction(Restriction restriction, String username, String administrator) {}
