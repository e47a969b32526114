package io.agreements.proof.log;

import io.agreements.proof.MalformedException;
import io.agreements.proof.Strictly;
import io.agreements.proof.UnverifiedException;
import io.agreements.proof.merkle.Hash;
import io.agreements.proof.merkle.InclusionProof;
import io.agreements.proof.note.SignedNote;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * That an entry is in a log, in one file (C2SP tlog-proof).
 *
 * @param index the entry's, from 0 on
 * @param hashes the inclusion proof
 * @param checkpoint with signatures
 */
public record LogProof(long index, List<Hash> hashes, SignedNote checkpoint) {

    private static final int LONGEST = 1_100_000;
    private static final int MOST_HASHES = 63;
    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    public LogProof {
        hashes = List.copyOf(hashes);
        Checkpoint signed = Checkpoint.parse(checkpoint.text());
        if (index < 0 || index >= signed.size() || hashes.size() > MOST_HASHES) {
            throw new MalformedException(
                    "A proof has the index of an entry of its log, and at most %d hashes".formatted(MOST_HASHES));
        }
    }

    /** Reads what came from outside; an extra line is passed over, because nothing vouches for it. */
    public static LogProof parse(byte[] bytes) {
        String text = Strictly.utf8(bytes, LONGEST, "The proof");
        int end = text.indexOf("\n\n");
        if (end < 0) {
            throw new MalformedException("A proof has an empty line before its checkpoint");
        }
        List<String> lines = Arrays.asList(text.substring(0, end).split("\n", -1));
        if (!lines.get(0).equals(HEADER)) {
            throw new MalformedException("A proof begins with the line " + HEADER);
        }
        int next = 1;
        if (next < lines.size() && lines.get(next).startsWith(EXTRA)) {
            Strictly.base64(lines.get(next).substring(EXTRA.length()), "The extra line of a proof");
            next++;
        }
        if (next == lines.size() || !lines.get(next).startsWith(INDEX)) {
            throw new MalformedException("A proof says the index of its entry");
        }
        return new LogProof(
                Strictly.number(lines.get(next).substring(INDEX.length()), "The index of a proof"),
                lines.subList(next + 1, lines.size()).stream().map(Hash::parse).toList(),
                SignedNote.parse(text.substring(end + 2)));
    }

    /** What it proves of this entry to whom this policy is good enough. */
    public Witnessed verify(Entry entry, Policy policy) throws UnverifiedException {
        Witnessed witnessed = policy.verify(checkpoint);
        InclusionProof inclusion =
                new InclusionProof(index, witnessed.checkpoint().size(), hashes);
        if (!inclusion.proves(entry.leaf(), witnessed.checkpoint().root())) {
            throw new UnverifiedException("The entry %s is not number %d of the log %s at size %d"
                    .formatted(
                            entry,
                            index,
                            witnessed.checkpoint().origin(),
                            witnessed.checkpoint().size()));
        }
        return witnessed;
    }

    /** The file. */
    @Override
    public String toString() {
        String path = hashes.stream().map(hash -> hash.base64() + "\n").collect(Collectors.joining());
        return HEADER + "\n" + INDEX + index + "\n" + path + "\n" + checkpoint;
    }
}
