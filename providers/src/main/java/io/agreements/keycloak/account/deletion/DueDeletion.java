package io.agreements.keycloak.account.deletion;

import java.time.Instant;

/**
 * A request that is due.
 *
 * @param dueAt since when, in UTC
 * @param slot where the user is stored to be, by hash
 */
public record DueDeletion(String realmId, String userId, Instant dueAt, int slot) {}
