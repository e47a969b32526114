package io.agreements.keycloak.audit.figure;

/** Why a figure has no value. None of them is 0. */
public enum Gap {
    /** There was no record before the year was over. */
    BEFORE_LEDGER,
    /** It was not noted before the year was over. */
    NOT_NOTED_THEN,
    /** The realm does not say which attribute is the birthdate. */
    NO_BIRTHDATE_ATTRIBUTE,
    /** Nothing has happened from which it could be told. */
    NOTHING_TO_TELL_FROM,
    /** There is none yet. */
    NONE_YET,
    /** No verification of the ledger was recorded. */
    NONE_RECORDED
}
