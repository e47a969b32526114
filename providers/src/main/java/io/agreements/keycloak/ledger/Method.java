package io.agreements.keycloak.ledger;

/** The way by which something came into the ledger. */
public enum Method {
    /** On the registration page. */
    REGISTRATION,
    /** While signing in. */
    LOGIN,
    /** While signing in through an identity provider. */
    BROKER,
    /** An application sent the user to it ({@code kc_action}). */
    APPLICATION,
    /** On the account page. */
    ACCOUNT,
    /** By an administrator. */
    ADMIN,
    /** Taken over from elsewhere. */
    IMPORT
}
