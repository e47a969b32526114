package io.agreements.keycloak.testing.documents;

import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a document says a command prints: lines in this order, others may come between. Spaces do not matter, nor does the
 * port of an address on this machine; {@code …} stands for anything.
 *
 * @param words as in the document
 */
record PrintedWords(String words) {

    void assertIn(String printed, String place) {
        Iterator<String> lines = lines(printed).iterator();
        for (String expected : lines(words)) {
            Pattern pattern = Pattern.compile(Pattern.quote(expected).replace("…", "\\E.*\\Q"));
            if (!comes(pattern, lines)) {
                throw new AssertionError(place + ": this is not printed, or not at its place: " + expected
                        + "\nWhat is printed:\n" + printed);
            }
        }
    }

    private static boolean comes(Pattern pattern, Iterator<String> lines) {
        while (lines.hasNext()) {
            if (pattern.matcher(lines.next()).matches()) {
                return true;
            }
        }
        return false;
    }

    private static List<String> lines(String text) {
        return text.lines()
                .map(line -> line.strip().replaceAll("\\s+", " ").replaceAll("localhost:\\d+", "localhost:PORT"))
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
