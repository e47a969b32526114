package io.agreements.keycloak.account.deletion;

import java.time.Instant;
import java.util.Set;

/**
 * By what a user who is gone can be known again in events that Keycloak keeps of nobody.
 *
 * @param userId id of the user
 * @param goneAt since when
 * @param key of the digests
 * @param digests of what the user was called
 */
public record GoneNames(String userId, Instant goneAt, String key, Set<String> digests) {}
