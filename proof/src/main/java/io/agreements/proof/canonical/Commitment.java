package io.agreements.proof.canonical;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Binds a record to values that can be erased later: while salt and values are there, anybody can check them against the
 * commitment; once they are gone, the commitment tells nothing about them.
 *
 * @param salt 128 random bits in hexadecimal; null once erased
 * @param digest HMAC-SHA-256, keyed with the salt, of the values by name as {@link CanonicalJson}, in hexadecimal
 */
public record Commitment(String salt, String digest) {

    private static final int SALT_BYTES = 16;
    private static final String ALGORITHM = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * With a fresh salt.
     *
     * @param values by name; null where there is none
     */
    public static Commitment to(Map<String, String> values) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return of(HexFormat.of().formatHex(salt), values);
    }

    /** With that salt, for whoever wants to know what was committed to. */
    public static Commitment of(String salt, Map<String, String> values) {
        return new Commitment(salt, digest(salt, values));
    }

    /** Whether these are the values committed to. */
    public boolean opensTo(Map<String, String> values) {
        return salt != null && equals(of(salt, values));
    }

    /** What is left of it once its values are erased. */
    public Commitment erased() {
        return new Commitment(null, digest);
    }

    private static String digest(String salt, Map<String, String> values) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(salt), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(CanonicalJson.of(values)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
