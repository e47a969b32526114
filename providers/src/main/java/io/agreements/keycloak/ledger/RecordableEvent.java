package io.agreements.keycloak.ledger;

import java.time.Instant;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderEvent;

/**
 * Something that must not be lost, and says itself what is to be recorded of it. It is published synchronously, in the
 * transaction in which it happens, and recorded in the same: where it cannot be, the whole fails.
 */
public interface RecordableEvent extends ProviderEvent {

    /** The session whose transaction it is. */
    KeycloakSession session();

    /**
     * Writes what is to be recorded.
     *
     * @param now the time, in UTC
     * @throws RuntimeException if that cannot be written; nothing else may be then
     */
    void writeTo(LedgerProvider ledger, Instant now);
}
