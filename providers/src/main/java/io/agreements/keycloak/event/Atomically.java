package io.agreements.keycloak.event;

import org.keycloak.models.KeycloakSession;

/** Both or neither: what is recorded, and the record. */
final class Atomically {

    private Atomically() {}

    /**
     * Writes; where that fails, the transaction is marked for rollback, whatever the caller does with the exception.
     *
     * @throws RuntimeException what kept it from being written
     */
    static void run(KeycloakSession session, Runnable write) {
        try {
            write.run();
        } catch (RuntimeException e) {
            session.getTransactionManager().setRollbackOnly();
            throw e;
        }
    }
}
