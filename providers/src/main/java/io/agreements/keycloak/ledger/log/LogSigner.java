package io.agreements.keycloak.ledger.log;

import io.agreements.proof.log.Checkpoint;
import io.agreements.proof.note.KeyType;
import io.agreements.proof.note.PrivateKeySigner;
import io.agreements.proof.note.SignedNote;
import io.agreements.proof.note.VerifierKey;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import org.keycloak.crypto.KeyWrapper;

/** Signs checkpoints of a log by the key of its realm. */
record LogSigner(PrivateKeySigner signer) {

    static LogSigner of(String origin, KeyWrapper key) {
        return new LogSigner(
                new PrivateKeySigner(VerifierKey.of(origin, KeyType.NOTE, (PublicKey) key.getPublicKey()), (PrivateKey)
                        key.getPrivateKey()));
    }

    VerifierKey verifierKey() {
        return signer.key();
    }

    SignedNote sign(Checkpoint checkpoint, Instant now) {
        return SignedNote.sign(checkpoint.text(), now, signer);
    }
}
