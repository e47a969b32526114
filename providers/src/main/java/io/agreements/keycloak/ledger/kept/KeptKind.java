package io.agreements.keycloak.ledger.kept;

/** What there is that many records say alike. */
public enum KeptKind {
    /** All that a page showed around texts. */
    WORDING,

    /** Settings of an agreement and of one of its versions, which give decisions on it their meaning. */
    SETTINGS
}
