package io.agreements.keycloak.acceptance.coverage;

import io.agreements.keycloak.ledger.Decision;

/**
 * How many users made one decision on one version of an agreement, and stand by it.
 *
 * @param versionNumber number of the version decided on
 * @param decision what they said
 * @param users how many
 * @param lapsed how many of them accepted or took note so long ago that they have to do so again
 */
public record StandingCount(int versionNumber, Decision decision, long users, long lapsed) {}
