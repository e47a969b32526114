package io.agreements.keycloak.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.page.MessageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All that the set-up says is there in every language, with the same places to fill. */
final class SetupWordsTest {

    private static final String PREFIX = "agreementsSetup.";
    private static final Path SOURCES = Path.of("src/main/java/io/agreements/keycloak/setup");
    private static final Pattern SUFFIX = Pattern.compile("(?:ID|WORDS|id\\(\\)|id) \\+ \"(\\.[A-Za-z]+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @ParameterizedTest
    @MethodSource("io.agreements.keycloak.page.MessageFiles#languages")
    void otherLanguagesHaveTheSameWordsWithTheSamePlaces(String language) {
        Properties english = MessageFiles.wordsIn("en");
        Properties other = MessageFiles.wordsIn(language);
        Set<String> keys = keys(english);

        assertThat(keys(other)).isEqualTo(keys);
        assertThat(keys).hasSizeGreaterThan(100).allSatisfy(key -> {
            assertThat(new TreeSet<>(places(other.getProperty(key))))
                    .as(key)
                    .isEqualTo(new TreeSet<>(places(english.getProperty(key))));
            assertThat(new MessageFormat(other.getProperty(key)).toPattern()).isNotBlank();
        });
    }

    @Test
    void everyEndOfAKeyThatTheCodeNamesIsThere() throws IOException {
        Set<String> ends = keys(MessageFiles.wordsIn("en")).stream()
                .filter(key -> key.indexOf('.', PREFIX.length()) > 0)
                .map(key -> key.substring(key.lastIndexOf('.')))
                .collect(Collectors.toSet());
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher suffix = SUFFIX.matcher(Files.readString(file));
                while (suffix.find()) {
                    named.add(suffix.group(1));
                }
            }
        }

        assertThat(named).hasSizeGreaterThan(30);
        assertThat(ends).containsAll(named);
    }

    private static Set<String> keys(Properties words) {
        return words.stringPropertyNames().stream()
                .filter(key -> key.startsWith(PREFIX))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> places(String message) {
        return PLACE.matcher(message)
                .results()
                .map(found -> found.group())
                .sorted()
                .toList();
    }
}
