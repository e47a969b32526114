package io.agreements.keycloak.conduct.content;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a list: a word on each line. Behind {@code #} at the beginning of a line is a comment; {@code !} comes before a word
 * that is allowed, and {@code *} says at which side a word may go on.
 */
public final class WordListReader {

    /** Bytes of a list in UTF-8. */
    public static final int BYTES = 2 * 1024 * 1024;

    /** Words of a list. */
    public static final int ENTRIES = 100_000;

    /** Characters of a word. */
    public static final int WORD = 100;

    private static final String COMMENT = "#";
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private WordListReader() {}

    /** @throws IllegalArgumentException with what is wrong in words for an administrator */
    public static WordList read(byte[] content) {
        if (content.length > BYTES) {
            throw new IllegalArgumentException(
                    "The list has " + content.length + " bytes; there is room for " + BYTES + ".");
        }
        try {
            return read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("The list is not written in UTF-8.", e);
        }
    }

    private static WordList read(String content) {
        List<WordEntry> entries = new ArrayList<>();
        String[] lines = (content.startsWith(BYTE_ORDER_MARK) ? content.substring(1) : content).split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (!line.isEmpty() && !line.startsWith(COMMENT)) {
                entries.add(entry(line, i + 1));
            }
        }
        if (entries.size() > ENTRIES) {
            throw new IllegalArgumentException(
                    "The list has " + entries.size() + " words; there is room for " + ENTRIES + ".");
        }
        return new WordList(entries);
    }

    private static WordEntry entry(String line, int number) {
        if (line.length() > WORD) {
            throw new IllegalArgumentException(
                    "Line " + number + " has " + line.length() + " characters; there is room for " + WORD + ".");
        }
        try {
            return WordEntry.of(line);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Line " + number + " " + e.getMessage() + ".", e);
        }
    }
}
