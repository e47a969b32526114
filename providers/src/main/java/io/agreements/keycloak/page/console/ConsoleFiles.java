package io.agreements.keycloak.page.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The words that come along: a file named by the language is all that a further one needs. */
final class ConsoleFiles {

    private static final String DIRECTORY = "agreements-console-messages/";

    /** What jars hold stays the same while a server runs; only languages that have a file are in here. */
    private static final Map<String, Map<String, String>> READ = new ConcurrentHashMap<>();

    private ConsoleFiles() {}

    /** The words in the file of that name; none where there is no such file. */
    static Map<String, String> in(String tag) {
        Map<String, String> words = READ.get(tag);
        if (words == null) {
            words = read(tag);
            if (!words.isEmpty()) {
                READ.put(tag, words);
            }
        }
        return words;
    }

    private static Map<String, String> read(String tag) {
        try (InputStream file =
                ConsoleFiles.class.getClassLoader().getResourceAsStream(DIRECTORY + tag + ".properties")) {
            if (file == null) {
                return Map.of();
            }
            Properties words = new Properties();
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return words.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(key -> key, words::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
