package io.agreements.keycloak.tests;

/** Options of servers whose tasks run every second. Classes that ask for the same ones share a server. */
final class Tasks {

    static final String DELETIONS_AT_ONCE = "spi-agreement-deletion-request--jpa--task-interval=1";
    static final String SWEEP_AT_ONCE = "spi-agreement-acceptance--jpa--sweep-interval=1";
    static final String MAILINGS_AT_ONCE = "spi-agreement-mailing--jpa--task-interval=1";
    static final String RETENTION_AT_ONCE = "spi-agreement-ledger--jpa--retention-interval=1";

    private Tasks() {}
}
