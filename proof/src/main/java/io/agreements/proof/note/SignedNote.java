package io.agreements.proof.note;

import io.agreements.proof.MalformedException;
import io.agreements.proof.Strictly;
import io.agreements.proof.UnverifiedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text with signatures below it (C2SP signed-note). The text means nothing before a signature is verified.
 *
 * @param text ends with a new line
 * @param signatures by whomever, in their order
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    private static final int LONGEST = 1_000_000;
    private static final int MOST_SIGNATURES = 100;

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n")) {
            throw new MalformedException("The text of a note ends with a new line");
        }
        if (text.codePoints().anyMatch(SignedNote::isForbidden)) {
            throw new MalformedException("A note has no control characters but new lines");
        }
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new MalformedException("A note has between 1 and %d signatures".formatted(MOST_SIGNATURES));
        }
    }

    /** Signs a text; keys for cosignatures say that they saw it at this time. */
    public static SignedNote sign(String text, Instant seen, Signer... signers) {
        return new SignedNote(
                text,
                Arrays.stream(signers)
                        .map(signer -> NoteSignature.of(text, signer, seen))
                        .toList());
    }

    /** Reads what came from outside. */
    public static SignedNote parse(byte[] note) {
        return parse(Strictly.utf8(note, LONGEST, "The note"));
    }

    /** Reads what {@link #toString()} wrote. */
    public static SignedNote parse(String note) {
        if (note.length() > LONGEST) {
            throw new MalformedException("The note has more than %d characters".formatted(LONGEST));
        }
        int end = note.lastIndexOf("\n\n");
        if (end < 0) {
            throw new MalformedException("A note has an empty line between its text and its signatures");
        }
        return new SignedNote(note.substring(0, end + 1), parseSignatures(note.substring(end + 2)));
    }

    /** Reads lines of signatures, as a witness answers with. */
    public static List<NoteSignature> parseSignatures(String lines) {
        if (!lines.endsWith("\n")) {
            throw new MalformedException("Each signature of a note ends its line");
        }
        String[] each = lines.substring(0, lines.length() - 1).split("\n", MOST_SIGNATURES + 1);
        if (each.length > MOST_SIGNATURES) {
            throw new MalformedException("A note has between 1 and %d signatures".formatted(MOST_SIGNATURES));
        }
        return Arrays.stream(each).map(NoteSignature::parse).toList();
    }

    /** The same note with more signatures, each of them once. */
    public SignedNote with(Collection<NoteSignature> more) {
        return new SignedNote(
                text,
                Stream.concat(signatures.stream(), more.stream()).distinct().toList());
    }

    /**
     * The signatures that these keys made, at least one. Those of other keys are passed over; one that says to be of
     * these keys and is not makes the whole note worthless.
     */
    public List<VerifiedSignature> verify(Collection<VerifierKey> keys) throws UnverifiedException {
        List<VerifiedSignature> verified = new ArrayList<>();
        for (NoteSignature signature : signatures) {
            for (VerifierKey key : keys) {
                if (signature.isSaidToBeOf(key)) {
                    if (!signature.isOf(key, text)) {
                        throw new UnverifiedException(
                                "The signature of %s is false: this note is not what it signed".formatted(key.name()));
                    }
                    verified.add(new VerifiedSignature(key, signature.seen(key)));
                }
            }
        }
        if (verified.isEmpty()) {
            throw new UnverifiedException("None of the known keys signed this note; known are: "
                    + keys.stream().map(VerifierKey::toString).collect(Collectors.joining(", ")));
        }
        return List.copyOf(verified);
    }

    private static boolean isForbidden(int character) {
        return character < ' ' && character != '\n'
                || character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    /** The note as it is stored and sent. */
    @Override
    public String toString() {
        return text + "\n" + signatures.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
