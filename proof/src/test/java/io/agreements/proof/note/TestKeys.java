package io.agreements.proof.note;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/** Keys that are the same in every run. */
public final class TestKeys {

    private TestKeys() {}

    public static Signer signer(String name, KeyType type, int number) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Always((byte) number));
            KeyPair pair = generator.generateKeyPair();
            return new PrivateKeySigner(VerifierKey.of(name, type, pair.getPublic()), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Always extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final byte value;

        Always(byte value) {
            this.value = value;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            Arrays.fill(bytes, value);
        }
    }
}
