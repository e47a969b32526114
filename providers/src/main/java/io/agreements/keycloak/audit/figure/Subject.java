package io.agreements.keycloak.audit.figure;

/** What a figure is of, beside its name. */
public enum Subject {
    /** Key of an agreement. */
    AGREEMENT,
    /** Number of a version. */
    VERSION,
    DECISION,
    /** Whether something was taken over from elsewhere. */
    ORIGIN,
    /** Who was behind something. */
    BY,
    /** Why data was given to somebody else. */
    DISCLOSURE_GROUND,
    /** Why something was imposed. */
    RESTRICTION_GROUND,
    RESTRICTION_KIND,
    RECORD_TYPE
}
