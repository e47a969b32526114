package io.agreements.keycloak.ledger.hold;

/**
 * Which holds of a realm are meant: those for which all that is said holds.
 *
 * @param userId on the records of this user; null for whatever
 * @param agreementKey on the records of this agreement; null for whatever
 * @param active whether they last; null for both
 * @param first how many to pass over
 * @param max the most there are to be
 */
public record HoldQuery(String userId, String agreementKey, Boolean active, int first, int max) {}
