package io.agreements.keycloak.ledger.log.store;

import io.agreements.proof.log.Checkpoint;
import io.agreements.proof.note.SignedNote;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A signed statement of how large a log is, and what is in it.
 *
 * @param originNumber of the log's origin at that time
 * @param note as the log signed it
 * @param cosignatures lines that witnesses added, each with its end; empty if there are none
 * @param stamp by which an authority says when it was there already; null if it has none
 */
public record StoredCheckpoint(
        int originNumber, long size, Instant signedAt, String note, String cosignatures, Stamp stamp) {

    /**
     * A time stamp that was verified when it came (RFC 3161).
     *
     * @param at when the checkpoint was there, as the authority says
     * @param token as it signed that
     */
    public record Stamp(Instant at, byte[] token) {}

    /** With its cosignatures, as it is given away. */
    public String whole() {
        return note + cosignatures;
    }

    /** What is stamped: its text, without signatures. */
    public byte[] stamped() {
        return SignedNote.parse(note).text().getBytes(StandardCharsets.UTF_8);
    }

    public Checkpoint checkpoint() {
        return Checkpoint.parse(SignedNote.parse(note).text());
    }
}
