package io.agreements.keycloak.disclosure;

import java.time.Instant;

/**
 * A user whom an entry of the register concerns.
 *
 * @param userId id of the user, who may be gone
 * @param toldAt since when it is in the user's list, in UTC; null if it is not
 */
public record ConcernedUser(Disclosure disclosure, String userId, Instant toldAt) {}
