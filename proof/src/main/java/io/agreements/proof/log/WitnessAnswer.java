package io.agreements.proof.log;

import io.agreements.proof.MalformedException;
import io.agreements.proof.Strictly;
import io.agreements.proof.UnverifiedException;
import io.agreements.proof.note.NoteSignature;
import io.agreements.proof.note.SignedNote;
import io.agreements.proof.note.VerifierKey;
import java.util.List;

/** What a witness answers to {@link AddCheckpoint} (C2SP tlog-witness). */
public sealed interface WitnessAnswer {

    /** The type of an answer that says a size. */
    String SIZE_TYPE = "text/x.tlog.size";

    /** How many bytes of an answer are read. */
    int LONGEST = 64 * 1024;

    /** It cosigned; its signatures are verified and stand below the checkpoint now. */
    record Cosigned(SignedNote checkpoint) implements WitnessAnswer {}

    /** It last saw the log at another size than was said; it can be asked again, with the proof from there. */
    record SeenAt(long size) implements WitnessAnswer {}

    /** It did not cosign, and asking again will not help; 422 says that it knows another history of the log. */
    record Refused(int status) implements WitnessAnswer {}

    /**
     * Reads an answer.
     *
     * @param status of HTTP
     * @param type the answer's
     * @param sent what was to be cosigned
     * @param witness the key by which the witness is known
     * @throws UnverifiedException if it says to have cosigned, and did not
     */
    static WitnessAnswer read(int status, String type, byte[] body, SignedNote sent, VerifierKey witness)
            throws UnverifiedException {
        return switch (status) {
            case 200 -> new Cosigned(cosigned(Strictly.utf8(body, LONGEST, "The answer of a witness"), sent, witness));
            case 409 -> new SeenAt(size(Strictly.utf8(body, LONGEST, "The answer of a witness"), type));
            default -> new Refused(status);
        };
    }

    private static SignedNote cosigned(String lines, SignedNote sent, VerifierKey witness) throws UnverifiedException {
        List<NoteSignature> its = SignedNote.parseSignatures(lines).stream()
                .filter(signature -> signature.isSaidToBeOf(witness))
                .toList();
        if (its.isEmpty()) {
            throw new UnverifiedException("The witness answered without a signature of its key " + witness);
        }
        new SignedNote(sent.text(), its).verify(List.of(witness));
        return sent.with(its);
    }

    private static long size(String text, String type) {
        if (!type.equals(SIZE_TYPE) || !text.endsWith("\n")) {
            throw new MalformedException(
                    "A witness that saw the log at another size answers with %s, and this one with %s"
                            .formatted(SIZE_TYPE, type));
        }
        return Strictly.number(text.substring(0, text.length() - 1), "The size at which a witness saw the log");
    }
}
