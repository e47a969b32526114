package io.agreements.keycloak.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.SortedMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Binds a record to values that can be erased later: while salt and values are there, anybody can check them against the
 * commitment; once they are gone, the commitment tells nothing about them.
 *
 * @param salt 128 random bits in hexadecimal; null once erased
 * @param digest HMAC-SHA-256, keyed with the salt, over each field's name and value, each with its length (32 bits, big
 *     endian) before it; a null value has length -1
 */
public record Commitment(String salt, String digest) {

    private static final int SALT_BYTES = 16;
    private static final String ALGORITHM = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    static Commitment to(SortedMap<String, String> fields) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        String hex = HexFormat.of().formatHex(salt);
        return new Commitment(hex, digest(hex, fields));
    }

    /** Whether these are the values committed to. */
    boolean opensTo(SortedMap<String, String> fields) {
        return salt != null && digest.equals(digest(salt, fields));
    }

    private static String digest(String salt, SortedMap<String, String> fields) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        fields.forEach((name, value) -> {
            write(message, name);
            write(message, value);
        });
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(salt), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(message.toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static void write(ByteArrayOutputStream message, String value) {
        byte[] bytes = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
        int length = value == null ? -1 : bytes.length;
        message.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
        message.writeBytes(bytes);
    }
}
