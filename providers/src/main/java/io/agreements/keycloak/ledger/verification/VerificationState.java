package io.agreements.keycloak.ledger.verification;

/** What has become of a verification. */
public enum VerificationState {
    RUNNING,
    /** All of it was looked at. */
    DONE,
    /** An administrator ended it. */
    CANCELLED,
    /** Something could not be read. */
    FAILED,
    /** Nothing was heard of it for so long that its server is taken for gone. */
    INTERRUPTED
}
