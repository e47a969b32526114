package io.agreements.keycloak.rest.admin.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.agreements.keycloak.ledger.log.store.LogState;
import io.agreements.keycloak.ledger.log.store.StoredCheckpoint;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the log of a realm is.
 *
 * @param origin the name under which it signs
 * @param size how many records are in it
 * @param signedAt when its last checkpoint was signed
 * @param sentSize how many records the last checkpoint had that went to the server's address for checkpoints
 * @param stampedSize how many records the last checkpoint had that has a time stamp
 * @param stampedAt when that was there, as the time stamp authority says
 * @param haltedAt since when nothing is added to it
 * @param haltReason why nothing is added to it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LogRepresentation(
        String origin,
        long size,
        Long signedAt,
        long sentSize,
        Long stampedSize,
        Long stampedAt,
        Long haltedAt,
        String haltReason) {

    static LogRepresentation of(LogState state, Instant signedAt, Optional<StoredCheckpoint> stamped) {
        return new LogRepresentation(
                state.origin(),
                state.size(),
                signedAt == null ? null : signedAt.toEpochMilli(),
                state.sentSize(),
                stamped.map(StoredCheckpoint::size).orElse(null),
                stamped.map(checkpoint -> checkpoint.stamp().at().toEpochMilli())
                        .orElse(null),
                state.halt() == null ? null : state.halt().at().toEpochMilli(),
                state.halt() == null ? null : state.halt().reason());
    }
}
