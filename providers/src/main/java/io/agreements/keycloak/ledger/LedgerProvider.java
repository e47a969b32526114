package io.agreements.keycloak.ledger;

import org.keycloak.provider.Provider;

/** The append-only record of what users decided and what was done with their accounts. */
public interface LedgerProvider extends Provider {

    /**
     * Appends in the session's transaction; it is written before the call returns, so that a failure is the caller's.
     *
     * @throws RuntimeException if it cannot be written; the transaction must not be committed then
     */
    void append(LedgerRecord entry);
}
