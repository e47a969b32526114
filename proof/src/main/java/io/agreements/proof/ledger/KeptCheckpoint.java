package io.agreements.proof.ledger;

import io.agreements.proof.log.Checkpoint;
import io.agreements.proof.note.SignedNote;
import java.util.ArrayList;
import java.util.List;

/**
 * A checkpoint that somebody has kept.
 *
 * @param place where, for people
 * @param note as it was signed
 * @param checkpoint what it says
 */
public record KeptCheckpoint(String place, SignedNote note, Checkpoint checkpoint) {

    private static final int MOST = 1_000_000;

    /** A file with one checkpoint, or with several and an empty line between them, as logs write them. */
    public static List<KeptCheckpoint> parse(String place, String file) {
        List<KeptCheckpoint> found = new ArrayList<>();
        StringBuilder note = new StringBuilder();
        boolean signatures = false;
        for (String line : file.split("\n", -1)) {
            if (!line.isEmpty()) {
                note.append(line).append('\n');
            } else if (!signatures && note.length() > 0) {
                note.append('\n');
                signatures = true;
            } else if (note.length() > 0) {
                add(place, note, found);
                signatures = false;
            }
        }
        if (note.length() > 0) {
            add(place, note, found);
        }
        if (found.size() > MOST) {
            throw new UnreadableException("%s has more than %d checkpoints".formatted(place, MOST));
        }
        return found;
    }

    private static void add(String place, StringBuilder note, List<KeptCheckpoint> found) {
        SignedNote parsed = SignedNote.parse(note.toString());
        found.add(new KeptCheckpoint(place, parsed, Checkpoint.parse(parsed.text())));
        note.setLength(0);
    }
}
