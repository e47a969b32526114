package io.agreements.keycloak.conduct;

/**
 * Which restrictions of a realm are meant: those for which all that is said holds.
 *
 * @param userId those of this user; null for whomever
 * @param kind of this kind; null for all
 * @param active whether nobody has ended them, whatever the clock says; null for both
 * @param appealed whether an appeal waits for its answer; null for both
 * @param first how many to pass over
 * @param max the most there are to be
 * @param after only what comes behind it in the list; null from the latest
 */
public record RestrictionQuery(
        String userId, RestrictionKind kind, Boolean active, Boolean appealed, int first, int max, Restriction after) {}
