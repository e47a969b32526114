package io.agreements.keycloak.ledger.log.store;

/**
 * A record as the log has it.
 *
 * @param occurredAt when it happened, in milliseconds since 1970
 * @param recordedAt when the record was made, in milliseconds since 1970
 * @param entry SHA-256 of its canonical form
 */
public record LogEntry(String recordId, long occurredAt, long recordedAt, byte[] entry) {}
