package io.agreements.keycloak.ledger.log;

import io.agreements.proof.log.Checkpoint;
import io.agreements.proof.note.SignedNote;
import java.time.Instant;

/**
 * A signed statement of how large a log is, and what is in it.
 *
 * @param originNumber of the log's origin at that time
 * @param note as the log signed it
 * @param cosignatures lines that witnesses added, each with its end; empty if there are none
 */
public record StoredCheckpoint(int originNumber, long size, Instant signedAt, String note, String cosignatures) {

    /** With its cosignatures, as it is given away. */
    public String whole() {
        return note + cosignatures;
    }

    Checkpoint checkpoint() {
        return Checkpoint.parse(SignedNote.parse(note).text());
    }
}
