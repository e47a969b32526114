package io.agreements.proof.note;

import io.agreements.proof.MalformedException;
import io.agreements.proof.Strictly;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** One signature below a note, by whomever: a line with the name of a key, its id, and what it made. */
public final class NoteSignature {

    private static final String BEGINNING = "\u2014 ";
    private static final int ID_LENGTH = Integer.BYTES;

    /** One with ML-DSA-44 has less than 2,500 bytes, others of that kind up to 5,000. */
    private static final int LONGEST = 16 * 1024;

    private final String name;
    private final int keyId;
    private final byte[] made;

    private NoteSignature(String name, int keyId, byte[] made) {
        this.name = KeyNames.check(name);
        this.keyId = keyId;
        this.made = made;
    }

    /** Signs the text of a note, or, by a key for cosignatures, a checkpoint seen at this time. */
    static NoteSignature of(String text, Signer signer, Instant seen) {
        VerifierKey key = signer.key();
        byte[] signature = switch (key.type()) {
            case NOTE -> signer.sign(text.getBytes(StandardCharsets.UTF_8));
            case COSIGNATURE -> {
                long time = seen.getEpochSecond();
                yield ByteBuffer.allocate(Long.BYTES + Ed25519.SIGNATURE_LENGTH)
                        .putLong(time)
                        .put(signer.sign(cosigned(text, time)))
                        .array();
            }
        };
        return new NoteSignature(key.name(), key.id(), signature);
    }

    static NoteSignature parse(String line) {
        if (!line.startsWith(BEGINNING) || line.length() > LONGEST) {
            throw new MalformedException(
                    "A line of a signature begins with a dash and a space, and has at most %d characters"
                            .formatted(LONGEST));
        }
        String rest = line.substring(BEGINNING.length());
        int space = rest.indexOf(' ');
        if (space < 0) {
            throw new MalformedException("A line of a signature has a name and a signature");
        }
        byte[] bytes = Strictly.base64(rest.substring(space + 1), "A signature");
        if (bytes.length <= ID_LENGTH) {
            throw new MalformedException("A signature has an id and more");
        }
        return new NoteSignature(
                rest.substring(0, space),
                ByteBuffer.wrap(bytes).getInt(),
                Arrays.copyOfRange(bytes, ID_LENGTH, bytes.length));
    }

    /** The name of the key that is said to have made it. */
    public String name() {
        return name;
    }

    /** The id of that key. */
    public int keyId() {
        return keyId;
    }

    /** Whether it says to be of this key, which is not yet whether it is. */
    public boolean isSaidToBeOf(VerifierKey key) {
        return name.equals(key.name()) && keyId == key.id();
    }

    /** Whether this key made it for this text. */
    boolean isOf(VerifierKey key, String text) {
        return switch (key.type()) {
            case NOTE -> key.madeOf(text.getBytes(StandardCharsets.UTF_8), made);
            case COSIGNATURE ->
                made.length == Long.BYTES + Ed25519.SIGNATURE_LENGTH
                        && time() >= 0
                        && time() <= Instant.MAX.getEpochSecond()
                        && key.madeOf(cosigned(text, time()), Arrays.copyOfRange(made, Long.BYTES, made.length));
        };
    }

    /** When its maker saw the checkpoint, where this is a cosignature by the key. */
    Optional<Instant> seen(VerifierKey key) {
        return key.type() == KeyType.COSIGNATURE ? Optional.of(Instant.ofEpochSecond(time())) : Optional.empty();
    }

    private long time() {
        return ByteBuffer.wrap(made).getLong();
    }

    private static byte[] cosigned(String text, long time) {
        return ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    /** The line, without its end. */
    @Override
    public String toString() {
        byte[] bytes = ByteBuffer.allocate(ID_LENGTH + made.length)
                .putInt(keyId)
                .put(made)
                .array();
        return BEGINNING + name + " " + Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature signature && toString().equals(signature.toString());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(made);
    }
}
