package io.agreements.keycloak.rest.admin.agreement;

/**
 * How many users would be asked if a version were in force.
 *
 * @param exact false where the agreement does not concern every user, so that it may be fewer
 * @param countedAt milliseconds since 1970 in UTC; where there are very many users up to half a minute ago
 */
public record ReachRepresentation(long users, boolean exact, long countedAt) {}
