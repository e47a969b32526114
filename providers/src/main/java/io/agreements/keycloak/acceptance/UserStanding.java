package io.agreements.keycloak.acceptance;

/** A standing, and whose it is. */
public record UserStanding(String userId, Standing standing) {}
