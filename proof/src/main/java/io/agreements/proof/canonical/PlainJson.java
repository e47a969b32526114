package io.agreements.proof.canonical;

import java.util.regex.Pattern;

/**
 * A JSON object as it was written down, such as the details of a record.
 *
 * @param text whose numbers are integers below 2^53, and which is neither deep nor long
 */
record PlainJson(String text) {

    private static final int LONGEST = 1 << 20;
    private static final int DEEPEST = 32;

    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9]\\d{0,15}");
    private static final long TOO_LARGE = 1L << 53;

    PlainJson {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("longer than " + LONGEST + " characters");
        }
        if (!text.startsWith("{")) {
            throw new IllegalArgumentException("not a JSON object");
        }
        int depth = 0;
        int place = 0;
        while (place < text.length()) {
            char character = text.charAt(place);
            int end = place + 1;
            if (character == '"') {
                end = endOfWords(text, place);
            } else if (character == '{' || character == '[') {
                depth++;
            } else if (character == '}' || character == ']') {
                depth--;
            } else if (isOfLiteral(character)) {
                end = endOfLiteral(text, place);
                requirePlain(text.substring(place, end));
            }
            if (depth > DEEPEST) {
                throw new IllegalArgumentException("deeper than " + DEEPEST);
            }
            place = end;
            if (depth <= 0 && place < text.length() && !text.substring(place).isBlank()) {
                // What came after it would be taken for fields of whatever it is part of.
                throw new IllegalArgumentException("more than one JSON object");
            }
        }
    }

    private static int endOfWords(String text, int start) {
        int place = start + 1;
        while (place < text.length() && text.charAt(place) != '"') {
            place += text.charAt(place) == '\\' ? 2 : 1;
        }
        return place + 1;
    }

    private static int endOfLiteral(String text, int start) {
        int place = start;
        while (place < text.length() && isOfLiteral(text.charAt(place))) {
            place++;
        }
        return place;
    }

    private static boolean isOfLiteral(char character) {
        return Character.isLetterOrDigit(character) || "+-.".indexOf(character) >= 0;
    }

    private static void requirePlain(String literal) {
        boolean isPlain = literal.equals("true")
                || literal.equals("false")
                || INTEGER.matcher(literal).matches() && Math.abs(Long.parseLong(literal)) < TOO_LARGE;
        if (!isPlain) {
            throw new IllegalArgumentException(literal + " is neither true nor false nor an integer below 2^53");
        }
    }
}
