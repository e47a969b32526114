package io.agreements.proof.note;

/** Holds a private key, or knows who does. */
public interface Signer {

    /** The public half, with the name to sign under. */
    VerifierKey key();

    /** The plain Ed25519 signature of these bytes, 64 bytes long. */
    byte[] sign(byte[] message);
}
