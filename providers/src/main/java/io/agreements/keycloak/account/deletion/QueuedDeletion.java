package io.agreements.keycloak.account.deletion;

/**
 * A deletion request as it waits its turn.
 *
 * @param username current name of the user; null for one whom an external store keeps
 */
public record QueuedDeletion(DeletionRequest request, String username) {}
