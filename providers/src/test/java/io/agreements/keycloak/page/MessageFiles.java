package io.agreements.keycloak.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** The files of words, one for each language. */
public final class MessageFiles {

    private static final Path DIRECTORY = Path.of("src/main/resources/agreements-messages");
    private static final String ENDING = ".properties";

    private MessageFiles() {}

    /** Tags of all languages there are words in. */
    public static Stream<String> languages() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            List<String> tags = files.map(file -> file.getFileName().toString())
                    .map(name -> name.substring(0, name.lastIndexOf(ENDING)))
                    .sorted(Comparator.naturalOrder())
                    .toList();
            return tags.stream();
        }
    }

    /** Those that have the words of English in another language. */
    static Stream<String> translations() throws IOException {
        return languages().filter(tag -> !tag.equals("en"));
    }

    /** The words of that language, or English ones. */
    public static Properties wordsIn(String language) {
        Properties words = new Properties();
        String file = Files.exists(DIRECTORY.resolve(language + ENDING)) ? language : "en";
        try (InputStream in = Files.newInputStream(DIRECTORY.resolve(file + ENDING));
                InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
