package io.agreements.keycloak.agreement.text.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Invented agreements as people write them, in many languages and shapes, and what a reader counts in each. */
final class Corpus {

    private static final String DIRECTORY = "/corpus/";

    private Corpus() {}

    static List<Entry> entries() {
        return read("articles.csv").lines().skip(1).map(Entry::of).toList();
    }

    static String read(String file) {
        try (InputStream content = Corpus.class.getResourceAsStream(DIRECTORY + file)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param name of the file, which is the language and what is special about it
     * @param articles how many it has
     * @param first number of its first article, as it is written
     * @param last number of its last article, as it is written
     */
    record Entry(String name, int articles, String first, String last) {

        static Entry of(String line) {
            String[] cells = line.split(",");
            return new Entry(cells[0], Integer.parseInt(cells[2]), cells[3], cells[4]);
        }

        String text() {
            return read(name + ".md");
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
