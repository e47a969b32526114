package io.agreements.keycloak.ledger.hold;

import java.time.Instant;

/**
 * What was erased because its time had been over for a while.
 *
 * @param records from how many records
 * @param before what occurred before that; null if no time is over yet
 */
public record KeptConnections(long records, Instant before) {

    public static final KeptConnections NONE = new KeptConnections(0, null);
}
