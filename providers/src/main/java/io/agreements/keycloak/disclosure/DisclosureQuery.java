package io.agreements.keycloak.disclosure;

import io.agreements.keycloak.ledger.details.DisclosureGround;

/**
 * Which entries are meant: those for which all that is said holds.
 *
 * @param userId null for all users
 * @param ground null for any
 */
public record DisclosureQuery(String userId, DisclosureGround ground, int first, int max) {}
