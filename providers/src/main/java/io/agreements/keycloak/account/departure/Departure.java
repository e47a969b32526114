package io.agreements.keycloak.account.departure;

import io.agreements.keycloak.ledger.Actor;

/**
 * A user who goes.
 *
 * @param userId id of the user
 * @param actor who is behind it
 */
public record Departure(String userId, Actor actor) {}
