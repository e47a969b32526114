package io.agreements.keycloak.ledger.log;

import io.agreements.proof.merkle.Hash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.keycloak.crypto.KeyWrapper;

/** Signs checkpoints of a log by the key of its realm. */
final class LogSigner {

    private static final byte ED25519 = 1;

    private final String origin;
    private final KeyWrapper key;
    private final byte[] publicKey;
    private final byte[] keyId;

    LogSigner(String origin, KeyWrapper key) {
        this.origin = origin;
        this.key = key;
        byte[] encoded = ((PublicKey) key.getPublicKey()).getEncoded();
        byte[] typed = new byte[33];
        typed[0] = ED25519;
        System.arraycopy(encoded, encoded.length - 32, typed, 1, 32);
        this.publicKey = typed;
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((origin + "\n").getBytes(StandardCharsets.UTF_8));
            this.keyId = Arrays.copyOf(digest.digest(typed), 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String verifierKey() {
        return origin + "+" + HexFormat.of().formatHex(keyId) + "+"
                + Base64.getEncoder().encodeToString(publicKey);
    }

    byte[] sign(long size, Hash root) {
        String text = origin + "\n" + size + "\n" + root.base64() + "\n";
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign((PrivateKey) key.getPrivateKey());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            byte[] signed = signature.sign();
            byte[] line = ByteBuffer.allocate(4 + signed.length)
                    .put(keyId)
                    .put(signed)
                    .array();
            return (text + "\n— " + origin + " " + Base64.getEncoder().encodeToString(line) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of the log " + origin + " does not sign", e);
        }
    }

    static Hash rootOf(byte[] note) {
        return Hash.parse(new String(note, StandardCharsets.UTF_8).split("\n")[2]);
    }
}
