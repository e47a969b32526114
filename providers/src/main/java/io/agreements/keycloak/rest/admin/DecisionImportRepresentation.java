package io.agreements.keycloak.rest.admin;

/**
 * Where decisions are taken over from.
 *
 * @param attribute name of a user attribute that holds the time of acceptance; left out for that of Keycloak's own terms
 *     and conditions
 */
record DecisionImportRepresentation(String attribute) {}
