package io.agreements.keycloak.tests;

/** What the product's tasks are called among those of a server's timers. */
final class Tasks {

    static final String DELETIONS = "DeletionTask";
    static final String SWEEP = "DepartureSweep";
    static final String MAILINGS = "MailingTask";
    static final String RETENTION = "RetentionTask";

    private Tasks() {}
}
