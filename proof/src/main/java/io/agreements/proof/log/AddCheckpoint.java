package io.agreements.proof.log;

import io.agreements.proof.MalformedException;
import io.agreements.proof.Strictly;
import io.agreements.proof.merkle.Hash;
import io.agreements.proof.note.SignedNote;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a witness is sent to cosign a checkpoint (C2SP tlog-witness).
 *
 * @param earlier the size at which the witness last saw the log
 * @param consistency that the log begins with all that it had then
 * @param checkpoint signed by the log
 */
public record AddCheckpoint(long earlier, List<Hash> consistency, SignedNote checkpoint) {

    /** What stands behind the address of a witness. */
    public static final String PATH = "add-checkpoint";

    private static final int LONGEST = 1_100_000;
    private static final int MOST_HASHES = 63;
    private static final String OLD = "old ";

    public AddCheckpoint {
        consistency = List.copyOf(consistency);
        long size = Checkpoint.parse(checkpoint.text()).size();
        if (earlier < 0 || earlier > size || consistency.size() > MOST_HASHES) {
            throw new MalformedException(
                    "A witness saw a log at an earlier size, and is sent at most %d hashes".formatted(MOST_HASHES));
        }
    }

    /** Reads what a log sends. */
    public static AddCheckpoint parse(byte[] body) {
        String text = Strictly.utf8(body, LONGEST, "The request to a witness");
        int end = text.indexOf("\n\n");
        if (end < 0 || !text.startsWith(OLD)) {
            throw new MalformedException(
                    "A request to a witness has an old size, and an empty line before its checkpoint");
        }
        List<String> lines = List.of(
                text.substring(OLD.length(), Math.max(end, OLD.length())).split("\n", -1));
        return new AddCheckpoint(
                Strictly.number(lines.get(0), "The old size"),
                lines.subList(1, lines.size()).stream().map(Hash::parse).toList(),
                SignedNote.parse(text.substring(end + 2)));
    }

    /** The body. */
    @Override
    public String toString() {
        String path = consistency.stream().map(hash -> hash.base64() + "\n").collect(Collectors.joining());
        return OLD + earlier + "\n" + path + "\n" + checkpoint;
    }
}
