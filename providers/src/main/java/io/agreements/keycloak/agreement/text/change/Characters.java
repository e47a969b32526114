package io.agreements.keycloak.agreement.text.change;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.function.IntPredicate;

/** What of a text counts as words, by Unicode. */
final class Characters {

    /** Between the full-width form of a character and the character. */
    private static final int WIDTH = 0xFF01 - '!';

    private Characters() {}

    /** What says the same is equal: without blanks and without what no page shows, whatever its width. */
    static String comparable(String text) {
        return Struck.joined(composed(without(text, character -> isBlank(character) || isInvisible(character)), true));
    }

    /** With blanks and widths, without what no page shows. */
    static String visible(String text) {
        return composed(without(text, Characters::isInvisible), false);
    }

    /** With widths, without blanks and without what no page shows. */
    static String ofOneSpacing(String text) {
        return composed(without(text, character -> isBlank(character) || isInvisible(character)), false);
    }

    /** Code points as they are stored, without blanks, whatever their width. */
    static String ofOneSpacingAsStored(String text) {
        return narrow(without(text, Characters::isBlank));
    }

    static boolean isBlank(int character) {
        if (character > ' ' && character < 0x7F) {
            return false;
        }
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == 0x85
                || character == 0x2800
                || character == 0x3164
                || character == 0xFFA0
                || character == 0x115F
                || character == 0x1160;
    }

    /** Formatting and control characters, but the few that have a shape of their own; and what only some fonts show. */
    static boolean isInvisible(int character) {
        if (character >= ' ' && character < 0x7F) {
            return false;
        }
        return switch (Character.getType(character)) {
            case Character.FORMAT ->
                !(character >= 0x600 && character <= 0x605)
                        && character != 0x6DD
                        && character != 0x70F
                        && character != 0x890
                        && character != 0x891
                        && character != 0x8E2
                        && character != 0x110BD
                        && character != 0x110CD;
            case Character.CONTROL -> !isBlank(character);
            case Character.PRIVATE_USE -> true;
            case Character.UNASSIGNED ->
                character == 0x2065
                        || character >= 0xFFF0 && character <= 0xFFF8
                        || character >= 0xE0000 && character <= 0xE0FFF
                        || character >= 0xFDD0 && character <= 0xFDEF && !Struck.isMark(character)
                        || (character & 0xFFFE) == 0xFFFE;
            default ->
                character == 0x34F
                        || character >= 0x17B4 && character <= 0x17B5
                        || character >= 0x180B && character <= 0x180F
                        || character >= 0xFE00 && character <= 0xFE0F
                        || character >= 0xE0100 && character <= 0xE01EF;
        };
    }

    /** A letter, a mark on one or a digit that is read together with the next: not so where no spaces are written. */
    static boolean isPartOfWord(int character) {
        return (Character.isLetterOrDigit(character) || isMark(character)) && !standsAlone(character);
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    static boolean standsAlone(int character) {
        UnicodeScript script = UnicodeScript.of(character);
        return script == UnicodeScript.HAN
                || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA
                || Character.UnicodeBlock.of(character) == Character.UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION;
    }

    private static String composed(String text, boolean anyWidth) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return anyWidth ? narrow(composed) : composed;
    }

    private static String narrow(String text) {
        StringBuilder narrow = new StringBuilder(text.length());
        for (int place = 0; place < text.length(); place++) {
            char character = text.charAt(place);
            narrow.append(character >= 0xFF01 && character <= 0xFF5E ? (char) (character - WIDTH) : character);
        }
        return narrow.toString();
    }

    private static String without(String text, IntPredicate left) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int place = 0; place < text.length(); ) {
            int character = text.codePointAt(place);
            place += Character.charCount(character);
            if (!left.test(character)) {
                kept.appendCodePoint(character);
            }
        }
        return kept.toString();
    }
}
