package io.agreements.keycloak.ledger;

import java.util.List;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** The append-only record of what users decided and what was done with their accounts. */
public interface LedgerProvider extends Provider {

    /**
     * Appends in the session's transaction; it is written before the call returns, so that a failure is the caller's.
     *
     * @throws RuntimeException if it cannot be written; the transaction must not be committed then
     */
    void append(LedgerRecord entry);

    /** The records of a realm that the query means, the latest first. */
    List<LedgerRecord> find(RealmModel realm, RecordQuery query);

    /** The record of a realm with that id; empty if there is none. */
    Optional<LedgerRecord> find(RealmModel realm, String id);
}
