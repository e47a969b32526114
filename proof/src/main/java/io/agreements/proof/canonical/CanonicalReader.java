package io.agreements.proof.canonical;

import io.agreements.proof.MalformedException;
import io.agreements.proof.Strictly;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads JSON objects that are in their canonical form (RFC 8785), and refuses every other way to write them down. */
public final class CanonicalReader {

    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 17;
    private static final int HEX = 16;
    private static final int UNICODE_DIGITS = 4;

    private final String text;
    private final String what;
    private int place;

    private CanonicalReader(String text, String what) {
        this.text = text;
        this.what = what;
    }

    /**
     * What {@link CanonicalJson#of} wrote: strings, booleans, longs, or lists and maps of these.
     *
     * @param longest how many bytes are read at most
     * @param what it is, for messages
     */
    public static Map<String, Object> read(byte[] bytes, int longest, String what) {
        CanonicalReader reader = new CanonicalReader(Strictly.utf8(bytes, longest, what), what);
        Map<String, Object> fields = reader.object(0);
        if (reader.place != reader.text.length() || !Arrays.equals(canonical(fields, what), bytes)) {
            throw new MalformedException(what + " is not written as RFC 8785 has it");
        }
        return fields;
    }

    private static byte[] canonical(Map<String, Object> fields, String what) {
        try {
            return CanonicalJson.of(fields);
        } catch (IllegalArgumentException e) {
            throw new MalformedException(what + ": " + e.getMessage());
        }
    }

    private Map<String, Object> object(int depth) {
        expect('{', depth);
        Map<String, Object> fields = new TreeMap<>();
        if (skip('}')) {
            return fields;
        }
        do {
            String name = words();
            expect(':', depth);
            if (fields.put(name, value(depth + 1)) != null) {
                throw new MalformedException("%s has %s twice".formatted(what, name));
            }
        } while (skip(','));
        expect('}', depth);
        return fields;
    }

    private List<Object> array(int depth) {
        expect('[', depth);
        List<Object> elements = new ArrayList<>();
        if (skip(']')) {
            return elements;
        }
        do {
            elements.add(value(depth + 1));
        } while (skip(','));
        expect(']', depth);
        return elements;
    }

    private Object value(int depth) {
        return switch (next()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> words();
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            default -> number();
        };
    }

    private boolean literal(String word, boolean meaning) {
        if (!text.startsWith(word, place)) {
            throw unexpected();
        }
        place += word.length();
        return meaning;
    }

    private Long number() {
        int end = place;
        while (end < text.length() && end - place < LONGEST_NUMBER && "-0123456789".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        try {
            Long number = Long.valueOf(text.substring(place, end));
            place = end;
            return number;
        } catch (NumberFormatException e) {
            throw unexpected();
        }
    }

    private String words() {
        expect('"', 0);
        StringBuilder words = new StringBuilder();
        while (next() != '"') {
            char character = text.charAt(place++);
            words.append(character == '\\' ? escaped() : character);
        }
        place++;
        return words.toString();
    }

    private char escaped() {
        char character = next();
        place++;
        return switch (character) {
            case '"', '\\' -> character;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw unexpected();
        };
    }

    private char unicode() {
        int end = place + UNICODE_DIGITS;
        try {
            char character = (char) Integer.parseInt(text.substring(place, Math.min(end, text.length())), HEX);
            place = end;
            return character;
        } catch (NumberFormatException e) {
            throw unexpected();
        }
    }

    private char next() {
        if (place >= text.length()) {
            throw new MalformedException(what + " ends too early");
        }
        return text.charAt(place);
    }

    private boolean skip(char character) {
        if (next() != character) {
            return false;
        }
        place++;
        return true;
    }

    private void expect(char character, int depth) {
        if (depth > DEEPEST) {
            throw new MalformedException("%s is deeper than %d".formatted(what, DEEPEST));
        }
        if (!skip(character)) {
            throw unexpected();
        }
    }

    private MalformedException unexpected() {
        return new MalformedException("%s is no JSON of a canonical form at character %d".formatted(what, place));
    }
}
