package io.agreements.proof.note;

import io.agreements.proof.MalformedException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Ed25519 keys as 32 bytes, which is how public formats write them, and as Java has them. */
final class Ed25519 {

    static final String ALGORITHM = "Ed25519";
    static final int KEY_LENGTH = 32;
    static final int SIGNATURE_LENGTH = 64;

    /** What stands before the 32 bytes in the encoding that Java knows (RFC 8410). */
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    static byte[] bytes(PublicKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded == null
                || encoded.length != PREFIX.length + KEY_LENGTH
                || !Arrays.equals(PREFIX, 0, PREFIX.length, encoded, 0, PREFIX.length)) {
            throw new MalformedException("The key is not an Ed25519 key");
        }
        return Arrays.copyOfRange(encoded, PREFIX.length, encoded.length);
    }

    static PublicKey key(byte[] bytes) {
        byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + KEY_LENGTH);
        System.arraycopy(bytes, 0, encoded, PREFIX.length, KEY_LENGTH);
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot read Ed25519 keys", e);
        }
    }

    static boolean verifies(byte[] key, byte[] message, byte[] signature) {
        try {
            Signature verification = Signature.getInstance(ALGORITHM);
            verification.initVerify(key(key));
            verification.update(message);
            return verification.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
