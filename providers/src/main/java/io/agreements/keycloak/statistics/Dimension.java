package io.agreements.keycloak.statistics;

/** By what the users of a measure are told apart. */
public enum Dimension {
    /** By nothing. */
    TOTAL,
    VERSION,
    LOCALE,
    CLIENT,
    CITY,
    AGE_BAND
}
