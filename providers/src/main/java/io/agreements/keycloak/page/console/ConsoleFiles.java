package io.agreements.keycloak.page.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words that come along: a file named by the language is all that a further one needs. */
final class ConsoleFiles {

    private static final String DIRECTORY = "agreements-console-messages/";

    /** What jars hold stays the same while a server runs; only languages that have a file are in here. */
    private static final Map<String, Map<String, String>> READ = new ConcurrentHashMap<>();

    private static final Pattern FORM_FOR_A_NUMBER = Pattern.compile("_(?:zero|one|two|few|many|other)$");

    private ConsoleFiles() {}

    /** Whether that is a word of ours, in whichever form for a number: a realm has others, which are nobody's to know. */
    static boolean haveWord(String key) {
        return Words.OF_OURS.contains(withoutForm(key));
    }

    private static String withoutForm(String key) {
        return FORM_FOR_A_NUMBER.matcher(key).replaceFirst("");
    }

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

    /** Read when they are needed for the first time. */
    private static final class Words {

        private static final Set<String> OF_OURS =
                in("en").keySet().stream().map(ConsoleFiles::withoutForm).collect(Collectors.toUnmodifiableSet());
    }
}
