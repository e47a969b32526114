package io.agreements.keycloak.audit.count;

import io.agreements.keycloak.ledger.RecordType;

/**
 * Records of one type.
 *
 * @param unlogged how many of them are not in the log
 */
public record RecordCount(RecordType type, long records, long unlogged) {}
