package io.agreements.keycloak.agreement.text.change;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes a text apart into what can be compared: words, marks and spaces; character by character where no spaces are written. */
final class Words {

    private static final String SPACE = " ";

    private final Locale locale;

    Words(Locale locale) {
        this.locale = locale;
    }

    /** The pieces of the text; put together again they are the text, with one space wherever there were blanks. */
    List<Piece> of(String text) {
        List<Piece> pieces = new ArrayList<>();
        Struck.runs(text)
                .forEach(run ->
                        ofRun(run.words()).forEach(piece -> pieces.add(run.struck() ? piece.struckOut() : piece)));
        return pieces;
    }

    private List<Piece> ofRun(String text) {
        String words = withOneSpace(text);
        BreakIterator boundaries = BreakIterator.getWordInstance(locale);
        boundaries.setText(words);
        List<Piece> pieces = new ArrayList<>();
        int start = boundaries.first();
        for (int end = boundaries.next(); end != BreakIterator.DONE; end = boundaries.next()) {
            addPieces(pieces, words.substring(start, end));
            start = end;
        }
        return pieces;
    }

    private static String withOneSpace(String text) {
        StringBuilder words = new StringBuilder(text.length());
        boolean space = false;
        for (int place = 0; place < text.length(); ) {
            int character = text.codePointAt(place);
            place += Character.charCount(character);
            if (!Characters.isBlank(character)) {
                words.appendCodePoint(character);
            } else if (!space) {
                words.append(SPACE);
            }
            space = Characters.isBlank(character);
        }
        return words.toString();
    }

    /** Keeps words together, and takes runs of characters that are words by themselves apart. */
    private static void addPieces(List<Piece> pieces, String run) {
        StringBuilder word = new StringBuilder();
        run.codePoints().forEach(character -> {
            if (Characters.standsAlone(character)) {
                flush(pieces, word);
                add(pieces, Character.toString(character));
            } else {
                word.appendCodePoint(character);
            }
        });
        flush(pieces, word);
    }

    private static void flush(List<Piece> pieces, StringBuilder word) {
        if (!word.isEmpty()) {
            add(pieces, word.toString());
            word.setLength(0);
        }
    }

    private static void add(List<Piece> pieces, String shown) {
        String compared = shown.isBlank() ? SPACE : Characters.comparable(shown);
        if (compared.isEmpty() && !pieces.isEmpty()) {
            Piece last = pieces.remove(pieces.size() - 1);
            pieces.add(new Piece(last.shown() + shown, last.compared()));
        } else {
            pieces.add(new Piece(shown, compared));
        }
    }

    /**
     * @param shown as it is written
     * @param compared equal if it says the same
     */
    record Piece(String shown, String compared) {

        /** Blanks are no words, struck out or not. */
        Piece struckOut() {
            return shown.isBlank() ? this : new Piece(Struck.out(shown), Struck.out(compared));
        }
    }
}
