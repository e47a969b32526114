package io.agreements.keycloak.testing.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What screen readers meet on each page, as it is kept. */
class GoldenFilesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/screen-reader");
    private static final Path TESTS = Path.of("src/test/java");

    /** A class whose pages are opened before its tests has no method. */
    private static final Pattern TEST = Pattern.compile("# (\\w+)(?:#(\\w+))?");

    /** Of a page whose texts are cut short; a list of a hundred lines would want to be shorter for those who hear it, too. */
    private static final int LARGEST = 24_000;

    static Stream<Path> files() throws IOException {
        return found(GOLDEN, ".yaml");
    }

    @ParameterizedTest
    @MethodSource("files")
    void itNamesATestThatIsThereSoThatItCanBeMadeAnew(Path file) throws IOException {
        Matcher named = TEST.matcher(Files.readAllLines(file).get(0));
        Map<String, Path> classes = found(TESTS, "IT.java")
                .collect(Collectors.toMap(path -> path.getFileName().toString(), Function.identity()));

        assertThat(named.matches()).isTrue();
        assertThat(classes).containsKey(named.group(1) + ".java");
        if (named.group(2) != null) {
            assertThat(Files.readString(classes.get(named.group(1) + ".java")))
                    .contains("void " + named.group(2) + "(");
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void itIsAPageWithATitleALanguageAndElementsAndNotTooLong(Path file) throws IOException {
        JsonNode page = new YAMLMapper().readTree(Files.readString(file));

        assertThat(page.path("title").asText()).isNotBlank();
        assertThat(page.path("language").asText()).isNotBlank();
        assertThat(page.path("page")).isNotEmpty();
        assertThat(file).satisfies(path -> assertThat(Files.size(path)).isLessThan(LARGEST));
    }

    private static Stream<Path> found(Path directory, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(path -> path.toString().endsWith(ending)).sorted().toList().stream();
        }
    }
}
