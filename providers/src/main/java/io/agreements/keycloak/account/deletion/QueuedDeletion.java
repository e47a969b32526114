package io.agreements.keycloak.account.deletion;

/**
 * A deletion request as it waits its turn.
 *
 * @param username current name of the user; null for one whom an external store keeps
 * @param administrator current name of the administrator who holds it; null if it is not held, or for an administrator who
 *     is gone or whom an external store keeps
 */
public record QueuedDeletion(DeletionRequest request, String username, String administrator) {}
