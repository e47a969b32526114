package io.agreements.proof.merkle;

import io.agreements.proof.MalformedException;
import io.agreements.proof.Strictly;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256 hash of a Merkle tree, as RFC 6962 takes them: of an entry, of two nodes, of no entry at all. */
public final class Hash {

    /** How many bytes it has. */
    public static final int LENGTH = 32;

    /** The root of a tree without entries. */
    public static final Hash OF_NOTHING = new Hash(sha256().digest());

    private static final byte ENTRY = 0;
    private static final byte NODE = 1;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The leaf of an entry. */
    public static Hash ofEntry(byte[] entry) {
        MessageDigest digest = sha256();
        digest.update(ENTRY);
        return new Hash(digest.digest(entry));
    }

    /** The node above two others. */
    public static Hash ofNode(Hash left, Hash right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    /** One that was computed before; anything but 32 bytes is refused. */
    public static Hash of(byte[] bytes) {
        return at(bytes, 0, bytes.length);
    }

    /** One that stands within others, such as in a tile. */
    public static Hash at(byte[] bytes, int offset) {
        return at(bytes, offset, LENGTH);
    }

    private static Hash at(byte[] bytes, int offset, int length) {
        if (length != LENGTH || offset < 0 || offset > bytes.length - LENGTH) {
            throw new MalformedException("A hash has " + LENGTH + " bytes");
        }
        return new Hash(Arrays.copyOfRange(bytes, offset, offset + LENGTH));
    }

    /** Reads what {@link #base64()} wrote, and nothing that only resembles it. */
    public static Hash parse(String base64) {
        return of(Strictly.base64(base64, "A hash"));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** Puts its bytes where the next ones belong. */
    public void writeTo(ByteBuffer buffer) {
        buffer.put(bytes);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && MessageDigest.isEqual(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
