package io.agreements.proof.note;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

/** Signs with a private key that Java can use. */
public record PrivateKeySigner(VerifierKey key, PrivateKey privateKey) implements Signer {

    @Override
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(Ed25519.ALGORITHM);
            signature.initSign(privateKey);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key %s cannot sign with Ed25519".formatted(key), e);
        }
    }

    /** Without the private key. */
    @Override
    public String toString() {
        return "signer with " + key;
    }
}
