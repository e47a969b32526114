package io.agreements.keycloak.ledger.log;

import java.time.Instant;

/**
 * A signed statement of how large a log is, and what is in it.
 *
 * @param originNumber of the log's origin at that time
 * @param note as the log signed it
 * @param cosignatures lines that witnesses added, each with its end of line; empty if there are none
 */
public record StoredCheckpoint(int originNumber, long size, Instant signedAt, byte[] note, byte[] cosignatures) {}
