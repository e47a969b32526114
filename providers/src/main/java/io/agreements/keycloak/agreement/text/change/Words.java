package io.agreements.keycloak.agreement.text.change;

import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Takes a text apart into what can be compared: words, marks and spaces; character by character where no spaces are written. */
final class Words {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Locale locale;

    Words(Locale locale) {
        this.locale = locale;
    }

    /** The pieces of the text; put together again they are the text, with one space wherever there was space. */
    List<String> of(String text) {
        String words = SPACE.matcher(text).replaceAll(" ");
        BreakIterator boundaries = BreakIterator.getWordInstance(locale);
        boundaries.setText(words);
        List<String> pieces = new ArrayList<>();
        int start = boundaries.first();
        for (int end = boundaries.next(); end != BreakIterator.DONE; end = boundaries.next()) {
            addPieces(pieces, words.substring(start, end));
            start = end;
        }
        return pieces;
    }

    /** The text without space: what says the same is equal. */
    static String comparable(String text) {
        return SPACE.matcher(text).replaceAll("");
    }

    /** Keeps words together, and takes runs of characters that are words by themselves apart. */
    private static void addPieces(List<String> pieces, String run) {
        StringBuilder word = new StringBuilder();
        run.codePoints().forEach(character -> {
            if (standsAlone(character)) {
                flush(pieces, word);
                pieces.add(Character.toString(character));
            } else {
                word.appendCodePoint(character);
            }
        });
        flush(pieces, word);
    }

    private static void flush(List<String> pieces, StringBuilder word) {
        if (!word.isEmpty()) {
            pieces.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean standsAlone(int character) {
        UnicodeScript script = UnicodeScript.of(character);
        return script == UnicodeScript.HAN
                || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA
                || Character.UnicodeBlock.of(character) == Character.UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION;
    }
}
