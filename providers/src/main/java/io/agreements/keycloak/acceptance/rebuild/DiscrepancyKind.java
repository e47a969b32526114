package io.agreements.keycloak.acceptance.rebuild;

/** In what it consists that a standing is not what the ledger says. */
public enum DiscrepancyKind {
    /** There is none, and a decision is on record. */
    MISSING,
    /** It is of another decision, or says something else than the record. */
    DIFFERENT,
    /** There is one, and no decision on record, or nobody who made it. */
    SURPLUS
}
