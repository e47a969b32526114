package io.agreements.proof.note;

import io.agreements.proof.MalformedException;
import io.agreements.proof.Strictly;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A public key with the name it signs under: {@code NAME+ID+KEY}, which signed-note calls a vkey. */
public final class VerifierKey {

    private static final int ID_DIGITS = 8;
    private static final int LONGEST = 8192;

    private final String name;
    private final KeyType type;
    private final byte[] publicKey;
    private final int id;

    private VerifierKey(String name, KeyType type, byte[] publicKey) {
        this.name = KeyNames.check(name);
        this.type = type;
        this.publicKey = publicKey;
        this.id = idOf(name, type, publicKey);
    }

    /** An Ed25519 key under a name. */
    public static VerifierKey of(String name, KeyType type, PublicKey key) {
        return new VerifierKey(name, type, Ed25519.bytes(key));
    }

    /** Reads one that {@link #toString()} wrote; its id has to be the one that follows from the rest. */
    public static VerifierKey parse(String text) {
        if (text.length() > LONGEST) {
            throw new MalformedException("A verifier key has at most %d characters".formatted(LONGEST));
        }
        String[] parts = text.split("\\+", 3);
        if (parts.length < 3) {
            throw new MalformedException("A verifier key has three parts with a plus sign between them");
        }
        byte[] material = Strictly.base64(parts[2], "The last part of a verifier key");
        if (material.length == 0) {
            throw new MalformedException("The last part of a verifier key is empty");
        }
        KeyType type = KeyType.of(material[0]);
        if (material.length != 1 + Ed25519.KEY_LENGTH) {
            throw new MalformedException("An Ed25519 key has %d bytes".formatted(Ed25519.KEY_LENGTH));
        }
        VerifierKey key = new VerifierKey(parts[0], type, Arrays.copyOfRange(material, 1, material.length));
        if (!key.hexId().equals(parts[1])) {
            throw new MalformedException("The id of a verifier key is not the one of its name and key");
        }
        return key;
    }

    /** What its signatures are signed with. */
    public String name() {
        return name;
    }

    public KeyType type() {
        return type;
    }

    /** What tells it from others of its name; short, so that anybody can make another with the same. */
    public int id() {
        return id;
    }

    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** The key as Java has it. */
    public PublicKey toPublicKey() {
        return Ed25519.key(publicKey);
    }

    /** Whether it is the same key, under whatever name and for whatever it signs. */
    public boolean isSameKeyAs(VerifierKey other) {
        return Arrays.equals(publicKey, other.publicKey);
    }

    boolean madeOf(byte[] message, byte[] signature) {
        return signature.length == Ed25519.SIGNATURE_LENGTH && Ed25519.verifies(publicKey, message, signature);
    }

    private String hexId() {
        return HexFormat.of().toHexDigits(id, ID_DIGITS);
    }

    private static int idOf(String name, KeyType type, byte[] publicKey) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            digest.update(type.identifier());
            return ByteBuffer.wrap(digest.digest(publicKey)).getInt();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key && toString().equals(key.toString());
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        byte[] material = ByteBuffer.allocate(1 + publicKey.length)
                .put(type.identifier())
                .put(publicKey)
                .array();
        return name + "+" + hexId() + "+" + Base64.getEncoder().encodeToString(material);
    }
}
