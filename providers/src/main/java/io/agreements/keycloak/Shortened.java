package io.agreements.keycloak;

import java.text.BreakIterator;
import java.util.Locale;

/** So much of what somebody wrote as tells it, in answers and logs. */
public final class Shortened {

    private static final String MORE = "…";

    private Shortened() {}

    /** The words, or their beginning, never with half of a character; a mark that belongs to one goes with it. */
    public static String of(String words, int most) {
        return words.length() <= most ? words : words.substring(0, end(words, most)) + MORE;
    }

    private static int end(String words, int most) {
        int from = Math.max(0, most - 64);
        BreakIterator signs = BreakIterator.getCharacterInstance(Locale.ROOT);
        signs.setText(words.substring(from, Math.min(words.length(), most + 64)));
        int end = signs.isBoundary(most - from) ? most - from : signs.preceding(most - from);
        return end > 0 ? from + end : Character.isLowSurrogate(words.charAt(most)) ? most - 1 : most;
    }
}
