package io.agreements.proof.log;

import io.agreements.proof.MalformedException;
import io.agreements.proof.merkle.Hash;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/** An entry of the log: the SHA-256 of the canonical form of a record. */
public final class Entry {

    /** How many bytes it has. */
    public static final int LENGTH = 32;

    private final byte[] bytes;

    private Entry(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Anything but 32 bytes is refused. */
    public static Entry of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new MalformedException("An entry has %d bytes, and this one %d".formatted(LENGTH, bytes.length));
        }
        return new Entry(bytes.clone());
    }

    /** The hash it has in the tree. */
    public Hash leaf() {
        return Hash.ofEntry(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    void writeTo(ByteBuffer buffer) {
        buffer.put(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Entry entry && Arrays.equals(bytes, entry.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
