package io.agreements.keycloak.agreement.file.reading;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was meant by one that is not quite it. */
public final class DidYouMean {

    /** Longer words are no slips of the pen. */
    private static final int LONGEST = 40;

    private DidYouMean() {}

    /** The closest of the words, if one is close. */
    public static Optional<String> closest(String written, Collection<String> words) {
        String plain = plain(written);
        if (plain.isEmpty() || plain.length() > LONGEST) {
            return Optional.empty();
        }
        return words.stream()
                .filter(word -> distance(plain, plain(word)) <= Math.max(1, word.length() / 4))
                .min(Comparator.comparingInt(word -> distance(plain, plain(word))));
    }

    /** As a question; empty if none is close. */
    public static String question(String written, Collection<String> words) {
        return closest(written, words).map(DidYouMean::question).orElse("");
    }

    static String question(String meant) {
        return ". Did you mean " + meant + "?";
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }

    /** How many letters have to be put in, left out, exchanged or swapped. */
    private static int distance(String one, String other) {
        int[][] distances = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                distances[i][j] = i == 0 || j == 0 ? i + j : step(one, other, i, j, distances);
            }
        }
        return distances[one.length()][other.length()];
    }

    private static int step(String one, String other, int i, int j, int[][] distances) {
        int exchanged = distances[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int least = Math.min(exchanged, Math.min(distances[i - 1][j], distances[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, distances[i - 2][j - 2] + 1) : least;
    }
}
