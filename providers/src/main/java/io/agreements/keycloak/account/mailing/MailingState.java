package io.agreements.keycloak.account.mailing;

/** Whether a mailing goes on. */
public enum MailingState {
    /** Mail goes out. */
    RUNNING,
    /** An administrator has halted it. */
    PAUSED,
    /** It has halted by itself; the problem says why. */
    STOPPED,
    /** Everybody has been written to. */
    DONE
}
