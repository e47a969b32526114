package io.agreements.keycloak.agreement.text.change;

import java.util.ArrayList;
import java.util.List;

/** How much two pieces of text have in common: the share of words, and of words next to each other. */
final class Likeness {

    /** Pieces held against each other at once; more are held against those about the same place. */
    private static final int MOST = 30;

    /** With less in common, one is not what became of the other. */
    static final double ENOUGH = 0.4;

    private final int[] words;

    private Likeness(int[] words) {
        this.words = words;
    }

    static Likeness of(String text) {
        List<Integer> found = new ArrayList<>();
        int word = 0;
        int last = 0;
        for (int place = 0; place < text.length(); ) {
            int character = text.codePointAt(place);
            place += Character.charCount(character);
            if (Characters.isPartOfWord(character)) {
                word = 31 * word + Character.toLowerCase(character);
            }
            boolean ends = place >= text.length() || !Characters.isPartOfWord(text.codePointAt(place));
            if (word != 0 && ends) {
                last = add(found, last, word);
                word = 0;
            }
            if (Characters.standsAlone(character) && Character.isLetterOrDigit(character)) {
                last = add(found, last, character);
            }
        }
        return new Likeness(found.stream().mapToInt(Integer::intValue).sorted().toArray());
    }

    private static int add(List<Integer> found, int last, int word) {
        found.add(word);
        found.add(last * 1_000_003 + word * 7);
        return word;
    }

    int size() {
        return words.length;
    }

    /** From 0, nothing, to 1, all. */
    double to(Likeness other) {
        if (words.length == 0 && other.words.length == 0) {
            return 1;
        }
        int common = 0;
        int there = 0;
        for (int word : words) {
            while (there < other.words.length && other.words[there] < word) {
                there++;
            }
            if (there < other.words.length && other.words[there] == word) {
                common++;
                there++;
            }
        }
        return 2.0 * common / (words.length + other.words.length);
    }

    /** How alike a member of one list is to a member of the other. */
    interface Measure {
        double of(int older, int newer);
    }

    /** What became of what, in the order of both lists. */
    static List<Anchors.Anchor> pairs(int older, int newer, Measure measure) {
        int parts = Math.max(1, (Math.max(older, newer) + MOST - 1) / MOST);
        List<Anchors.Anchor> pairs = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            pairs.addAll(pairsWithin(
                    (int) ((long) older * part / parts),
                    (int) ((long) older * (part + 1) / parts),
                    (int) ((long) newer * part / parts),
                    (int) ((long) newer * (part + 1) / parts),
                    measure));
        }
        return pairs;
    }

    private static List<Anchors.Anchor> pairsWithin(
            int olderStart, int olderEnd, int newerStart, int newerEnd, Measure measure) {
        int rows = olderEnd - olderStart;
        int columns = newerEnd - newerStart;
        double[][] alike = new double[rows][columns];
        double[][] best = new double[rows + 1][columns + 1];
        for (int row = rows - 1; row >= 0; row--) {
            for (int column = columns - 1; column >= 0; column--) {
                double likeness = measure.of(olderStart + row, newerStart + column);
                alike[row][column] = likeness < ENOUGH ? 0 : likeness;
                best[row][column] = Math.max(
                        Math.max(best[row + 1][column], best[row][column + 1]),
                        alike[row][column] == 0 ? 0 : alike[row][column] + best[row + 1][column + 1]);
            }
        }
        List<Anchors.Anchor> pairs = new ArrayList<>();
        int row = 0;
        int column = 0;
        while (row < rows && column < columns) {
            if (best[row][column] == best[row + 1][column]) {
                row++;
            } else if (best[row][column] == best[row][column + 1]) {
                column++;
            } else {
                pairs.add(new Anchors.Anchor(olderStart + row++, newerStart + column++));
            }
        }
        return pairs;
    }
}
