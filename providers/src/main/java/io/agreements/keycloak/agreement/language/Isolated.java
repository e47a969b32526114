package io.agreements.keycloak.agreement.language;

import java.text.Bidi;

/**
 * Somebody's words within a sentence of ours. Where they run in another direction, they stand between the marks that Unicode
 * has for it, which hold in pages as in plain text: their punctuation and numbers stay with them, and ours with ours.
 */
public final class Isolated {

    private static final char LEFT_TO_RIGHT = '\u2066';
    private static final char RIGHT_TO_LEFT = '\u2067';
    private static final char AS_THEY_BEGIN = '\u2068';
    private static final char END = '\u2069';

    private Isolated() {}

    /** Words in a language that is known. */
    public static String words(String words, Language language, Language sentence) {
        if (language.direction() == sentence.direction() && runsAllIn(words, sentence.direction())) {
            return words;
        }
        return (language.direction() == Direction.RTL ? RIGHT_TO_LEFT : LEFT_TO_RIGHT) + words + END;
    }

    /** Words in whatever language. */
    public static String words(String words, Language sentence) {
        return runsAllIn(words, sentence.direction()) ? words : AS_THEY_BEGIN + words + END;
    }

    private static boolean runsAllIn(String words, Direction direction) {
        return direction == Direction.LTR
                ? !Bidi.requiresBidi(words.toCharArray(), 0, words.length())
                : new Bidi(words, Bidi.DIRECTION_RIGHT_TO_LEFT).isRightToLeft();
    }
}
