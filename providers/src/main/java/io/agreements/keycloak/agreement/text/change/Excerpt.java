package io.agreements.keycloak.agreement.text.change;

import io.agreements.keycloak.Shortened;

/** So much of a text as tells it, cut between words where there is space between them, and never within what is one sign. */
final class Excerpt {

    /** Looked for the end of a word; longer ones are cut. */
    private static final int LONGEST_WORD = 24;

    private static final String MORE = "…";

    private Excerpt() {}

    /** @return null if there is nothing to see */
    static String beginning(String words, int most) {
        if (words == null || words.isBlank()) {
            return null;
        }
        String stripped = words.strip();
        return around(stripped, 0, most);
    }

    /** What stands between two places, or a little more. */
    static String around(String text, int from, int to) {
        int start = from <= 0 ? 0 : wordStart(text, Math.min(from, text.length()));
        int end = to >= text.length() ? text.length() : wordEnd(text, Math.max(start, to));
        return (start > 0 ? MORE : "") + text.substring(start, end) + (end < text.length() ? MORE : "");
    }

    private static int wordStart(String text, int place) {
        int start = Shortened.before(text, place);
        for (int at = start;
                at > 0 && start - at <= LONGEST_WORD;
                at -= Character.charCount(text.codePointBefore(at))) {
            if (!isWithinWord(text, at)) {
                return at;
            }
        }
        return isWithinWord(text, 0) || start > LONGEST_WORD ? start : 0;
    }

    private static int wordEnd(String text, int place) {
        int end = Shortened.after(text, place);
        int at = end;
        while (at < text.length() && at - end <= LONGEST_WORD) {
            if (!isWithinWord(text, at)) {
                return at;
            }
            at += Character.charCount(text.codePointAt(at));
        }
        return at >= text.length() ? text.length() : end;
    }

    private static boolean isWithinWord(String text, int place) {
        return place > 0
                && place < text.length()
                && Characters.isPartOfWord(text.codePointBefore(place))
                && Characters.isPartOfWord(text.codePointAt(place));
    }
}
