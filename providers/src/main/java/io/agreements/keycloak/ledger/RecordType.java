package io.agreements.keycloak.ledger;

/** What a record is about. */
public enum RecordType {
    /** A decision on a version of an agreement. */
    ACCEPTANCE,
    /** An OAuth consent to a client, given or revoked. */
    GRANT,
    /** An account deleted, or its deletion requested or cancelled. */
    DELETION,
    /** Something the operator imposed on a user. */
    RESTRICTION,
    /** A user's data given to a third party. */
    DISCLOSURE,
    /** A user's data given to the user. */
    EXPORT,
    /** Identifying parts of records erased. */
    ERASURE,
    /** A version published or retracted. */
    PUBLICATION,
    /** Settings of an agreement changed that give decisions on it their meaning. */
    SETTINGS,
    /** Something about the account that the user reported as not the user's own doing. */
    REPORT,
    /** Standings made what the ledger says. */
    REBUILD,
    /** A legal hold placed, or over. */
    HOLD
}
