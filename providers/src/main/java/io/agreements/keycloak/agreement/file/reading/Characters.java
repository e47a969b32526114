package io.agreements.keycloak.agreement.file.reading;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** From the bytes of a file to its characters, or to what its bytes are instead. */
public final class Characters {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String GBK = "GBK";

    /** So much is looked at to tell an encoding. */
    private static final int BEGINNING = 1000;

    private static final String SAVE = "Save it as UTF-8";

    private Characters() {}

    /** @return without a byte order mark; empty if they are not UTF-8, which is told */
    public static Optional<String> of(byte[] bytes, FileRemarks remarks) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        boolean zeros = hasZeros(bytes);
        if (isMarkedUtf16(bytes) || (result.isError() || zeros) && isUtf16(bytes, zeros)) {
            remarks.error("is UTF-16, which some editors call Unicode; UTF-8 is expected. " + SAVE);
            return Optional.empty();
        }
        if (!result.isError()) {
            return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text);
        }
        int line = 1 + (int) text.chars().filter(character -> character == '\n').count();
        String before = text.substring(text.lastIndexOf('\n') + 1);
        remarks.error(
                line,
                before.codePointCount(0, before.length()) + 1,
                "the byte 0x%02X is not UTF-8, which is expected%s. %s"
                        .formatted(bytes[in.position()], isGbk(bytes) ? "; the file looks like GBK" : "", SAVE));
        return Optional.empty();
    }

    private static boolean isMarkedUtf16(byte[] bytes) {
        return bytes.length >= 2 && (bytes[0] == -1 && bytes[1] == -2 || bytes[0] == -2 && bytes[1] == -1);
    }

    private static boolean hasZeros(byte[] bytes) {
        for (byte one : bytes) {
            if (one == 0) {
                return true;
            }
        }
        return false;
    }

    /** @param zeros whether there are bytes that are 0, as blanks and ends of lines have them: then its script may be any */
    private static boolean isUtf16(byte[] bytes, boolean zeros) {
        return bytes.length % 2 == 0
                && Stream.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                        .anyMatch(charset -> isReadable(
                                bytes, charset, character -> zeros ? isSeen(character) : isCommon(character)));
    }

    /** In GBK both bytes of a character in common use are beyond 0xA0; an accented letter is followed by a plain one. */
    private static boolean isGbk(byte[] bytes) {
        int pairs = 0;
        int common = 0;
        for (int place = 0; place + 1 < bytes.length; place++) {
            if ((bytes[place] & 0xFF) > 0x80) {
                pairs++;
                common += (bytes[place + 1] & 0xFF) > 0xA0 ? 1 : 0;
                place++;
            }
        }
        return pairs > 0 && common * 10 >= pairs * 8 && isReadable(bytes, Charset.forName(GBK), Characters::isCommon);
    }

    /** Whether such characters, and hardly any others, come out. */
    private static boolean isReadable(byte[] bytes, Charset charset, IntPredicate expected) {
        try {
            ByteBuffer beginning = ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, BEGINNING));
            CharBuffer out = CharBuffer.allocate(BEGINNING);
            if (charset.newDecoder()
                    .decode(beginning, out, bytes.length <= BEGINNING)
                    .isError()) {
                return false;
            }
            String text = out.flip().toString();
            long readable = text.codePoints().filter(expected).count();
            return !text.isEmpty() && readable * 10 >= text.codePointCount(0, text.length()) * 9L;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isSeen(int character) {
        return isPlain(character)
                || character > 0x7F && Character.isDefined(character) && !Character.isISOControl(character);
    }

    private static boolean isCommon(int character) {
        return isChinese(character) || isPlain(character);
    }

    private static boolean isPlain(int character) {
        return character >= ' ' && character < 0x7F || "\t\n\r".indexOf(character) >= 0;
    }

    private static boolean isChinese(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN
                || character >= 0x3000 && character <= 0x30FF
                || character >= 0xFF00 && character <= 0xFFEF
                || character >= 0x2010 && character <= 0x2026;
    }
}
