package io.agreements.proof.note;

import io.agreements.proof.MalformedException;
import java.util.Arrays;

/** What a key signs, by the byte that public formats give it. */
public enum KeyType {
    /** The text of a note, with Ed25519. */
    NOTE(0x01),
    /** A checkpoint and when it was seen, with Ed25519 (tlog-cosignature). */
    COSIGNATURE(0x04);

    private final byte identifier;

    KeyType(int identifier) {
        this.identifier = (byte) identifier;
    }

    byte identifier() {
        return identifier;
    }

    static KeyType of(byte identifier) {
        return Arrays.stream(values())
                .filter(type -> type.identifier == identifier)
                .findFirst()
                .orElseThrow(() -> new MalformedException(
                        "Keys of signature type 0x%02x are not supported: use 0x01 or 0x04 (Ed25519)"
                                .formatted(identifier)));
    }
}
