package io.agreements.proof.log;

import io.agreements.proof.MalformedException;
import io.agreements.proof.Strictly;
import io.agreements.proof.merkle.Hash;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a log says of itself at one size (C2SP tlog-checkpoint): the text of a note, to be signed.
 *
 * @param origin which log it is
 * @param size how many entries it has
 * @param root that of its tree
 * @param extensions what other logs may say besides; those of this product say nothing
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    private static final int LONGEST = 64 * 1024;

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (size < 0) {
            throw new MalformedException("A log has no negative size");
        }
        if (size == 0 && !root.equals(Hash.OF_NOTHING)) {
            throw new MalformedException("The root of a log without entries is the hash of nothing");
        }
        checkLine(origin, "The origin");
        extensions.forEach(line -> checkLine(line, "An extension line"));
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /** Reads the text of a note. */
    public static Checkpoint parse(String text) {
        if (text.length() > LONGEST) {
            throw new MalformedException("A checkpoint has at most %d characters".formatted(LONGEST));
        }
        if (!text.endsWith("\n")) {
            throw new MalformedException("Each line of a checkpoint has an end");
        }
        List<String> lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
        if (lines.size() < 3) {
            throw new MalformedException("A checkpoint has an origin, a size and a root, each on a line");
        }
        return new Checkpoint(
                lines.get(0),
                Strictly.number(lines.get(1), "The size of a checkpoint"),
                Hash.parse(lines.get(2)),
                lines.subList(3, lines.size()));
    }

    private static void checkLine(String line, String what) {
        if (line.isEmpty() || line.chars().anyMatch(character -> character < ' ')) {
            throw new MalformedException(what + " of a checkpoint is a line that is not empty");
        }
    }

    /** The text to sign. */
    public String text() {
        String extra = extensions.stream().map(line -> line + "\n").collect(Collectors.joining());
        return origin + "\n" + size + "\n" + root.base64() + "\n" + extra;
    }
}
