package io.agreements.proof;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reads what stands in public formats, and takes only what their writers would write. */
public final class Strictly {

    private static final int LONGEST_NUMBER = 19;

    private Strictly() {}

    /** Text of at most so many bytes. */
    public static String utf8(byte[] bytes, int longest, String what) {
        if (bytes.length > longest) {
            throw new MalformedException(
                    "%s has %d bytes, and at most %d are read".formatted(what, bytes.length, longest));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedException(what + " is not UTF-8");
        }
    }

    /** A number from 0 on, in ASCII digits and without leading zeroes. */
    public static long number(String text, String what) {
        boolean digits = !text.isEmpty()
                && text.length() <= LONGEST_NUMBER
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && (text.length() == 1 || text.charAt(0) != '0');
        try {
            if (digits) {
                return Long.parseLong(text);
            }
        } catch (NumberFormatException e) {
            // Nineteen digits can say more than a long holds.
            throw new MalformedException(what + " is too large");
        }
        throw new MalformedException(what + " is not a number in plain decimal");
    }

    /** Bytes in the standard Base64, padded, with nothing in unused bits. */
    public static byte[] base64(String text, String what) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedException(what + " is not Base64");
        }
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new MalformedException(what + " is not Base64 as RFC 4648 writes it");
        }
        return bytes;
    }
}
