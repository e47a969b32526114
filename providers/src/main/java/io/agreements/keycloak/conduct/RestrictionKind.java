package io.agreements.keycloak.conduct;

/** What an operator can impose on a user. */
public enum RestrictionKind {
    /** Something is to be corrected by a date. A date that is missed makes it a suspension. */
    NOTICE,
    /** No service until a date, or until it is lifted. */
    SUSPENSION,
    /** The account is closed, and deleted when the time to object is over. */
    TERMINATION
}
