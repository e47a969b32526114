package io.agreements.keycloak.rest.admin;

/**
 * How many users would be asked if a version were in force.
 *
 * @param exact false where the agreement does not concern every user, so that it may be fewer
 */
public record ReachRepresentation(long users, boolean exact) {}
