package io.agreements.keycloak.audit.figure;

/** What the value of a figure is. */
public enum Unit {
    /** A whole number. */
    COUNT,
    /** Days, with one decimal at most. */
    DAYS,
    /** Seconds, with one decimal at most. */
    SECONDS,
    /** A moment, in UTC. */
    MOMENT,
    /** One of a few words. */
    WORD,
    /** Words of the operator's own. */
    TITLE
}
