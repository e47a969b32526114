package io.agreements.keycloak.audit.count;

import io.agreements.keycloak.statistics.AgeBand;

/**
 * Users of an age.
 *
 * @param band null if no age can be told
 * @param hasBirthdate whether there is something in the place of a birthdate
 */
public record AgeCount(AgeBand band, boolean hasBirthdate, long users) {}
