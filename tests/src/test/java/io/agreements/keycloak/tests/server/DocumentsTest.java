package io.agreements.keycloak.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agreements.keycloak.testing.documents.MarkdownDocument;
import io.agreements.keycloak.testing.documents.MarkdownDocument.Mention;
import io.agreements.keycloak.testing.documents.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What documents name is there. What they tell people to type is run by {@link DocumentsIT}. */
final class DocumentsTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Paths that begin with a directory of the project, without what only a build makes. */
    private static final Pattern PATH = Pattern.compile(
            "(?<![\\w/.$}\"-])(?:bin|docs|fuzz|providers|realm-config|tests|themes)/(?!target/)[\\w./-]*\\w/?");

    private static final Pattern INTEGRATION_TEST = Pattern.compile("[A-Z]\\w*[a-z]IT");

    private static final Pattern TEST = Pattern.compile("([A-Z]\\w*(?:Test|IT))\\.([a-z]\\w*)");

    /** What exists in a Keycloak, or only after something has been built or run. */
    private static final Set<String> ELSEWHERE = Set.of(
            "bin/kc.sh",
            "fuzz/.cifuzz-corpus",
            "providers/",
            "tests/target/pictures",
            "realm-config/agreements/pop800/user-registration/2");

    static Stream<MarkdownDocument> documents() {
        return MarkdownDocument.allOf(PROJECT).stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(MarkdownDocument document) {
        assertThat(document.mentions())
                .filteredOn(Mention::isLink)
                .filteredOn(link -> !link.text().matches("(https?|mailto):.*"))
                .allSatisfy(link -> assertThat(problemOf(document, link.text()))
                        .as("%s:%d %s", document.name(), link.line(), link.text())
                        .isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void everyFileThatIsNamedExists(MarkdownDocument document) {
        Stream<String> named = document.mentions().stream()
                .filter(mention -> !mention.isLink())
                .map(Mention::text);
        Stream<String> typed = document.steps().stream().map(Step::code);
        assertThat(Stream.concat(named, typed)
                        .flatMap(text -> PATH.matcher(text).results().map(match -> match.group())))
                .filteredOn(path -> ELSEWHERE.stream().noneMatch(path::startsWith))
                .allSatisfy(path -> assertThat(PROJECT.resolve(path)).exists());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void everyTestThatIsNamedExists(MarkdownDocument document) {
        Map<String, String> classes = testClasses();
        assertThat(document.mentions())
                .extracting(Mention::text)
                .filteredOn(text -> INTEGRATION_TEST.matcher(text).matches())
                .allSatisfy(name -> assertThat(classes).containsKey(name));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void everyTestThatIsNamedWithItsClassExists(MarkdownDocument document) {
        Map<String, String> classes = testClasses();
        assertThat(document.mentions())
                .extracting(mention -> TEST.matcher(mention.text()))
                .filteredOn(Matcher::matches)
                .allSatisfy(named -> assertThat(classes.getOrDefault(named.group(1), ""))
                        .as(named.group())
                        .containsPattern("(?:void|Stream<DynamicTest>) " + named.group(2) + "\\("));
    }

    @Test
    void eachThreatHasATest() throws IOException {
        assertThat(Files.readAllLines(PROJECT.resolve("docs/threats.md")))
                .filteredOn(line ->
                        line.startsWith("| ") && !line.startsWith("| What happens") && !line.startsWith("| ---"))
                .hasSizeGreaterThan(20)
                .allSatisfy(row -> assertThat(TEST.matcher(row.substring(row.lastIndexOf('|', row.length() - 2)))
                                .find())
                        .as(row)
                        .isTrue());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void whatIsCalledJsonIsJson(MarkdownDocument document) {
        assertThat(document.steps())
                .filteredOn(step -> step.language().equals("json"))
                .allSatisfy(step -> assertThat(isJson(step.code()))
                        .as("%s:%d", document.name(), step.line())
                        .isTrue());
    }

    @Test
    void chineseReadersTypeWhatEnglishReadersType() {
        List<String> english = contents("README.md");

        assertThat(english).isNotEmpty();
        assertThat(contents("README.zh-CN.md")).isEqualTo(english);
    }

    @Test
    void chineseReadersAreLedWhereEnglishReadersAreLed() {
        Set<String> english = linksOf("README.md");

        assertThat(english).contains("docs/operators.md");
        assertThat(linksOf("README.zh-CN.md")).isEqualTo(english);
    }

    /** The source of each class of tests by its name. */
    private static Map<String, String> testClasses() {
        return Stream.of("fuzz", "proof", "providers", "tests")
                .flatMap(module -> filesOf(PROJECT.resolve(module).resolve("src/test/java")))
                .filter(file -> file.getFileName().toString().matches(".*(Test|IT)\\.java"))
                .collect(Collectors.toMap(
                        file -> file.getFileName().toString().replace(".java", ""),
                        DocumentsTest::read,
                        (one, ofAnotherModule) -> one + ofAnotherModule));
    }

    private static Stream<Path> filesOf(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where links of a document lead, but for the one to its other language. */
    private static Set<String> linksOf(String document) {
        return MarkdownDocument.read(PROJECT, document).mentions().stream()
                .filter(Mention::isLink)
                .map(Mention::text)
                .filter(link -> !link.startsWith("README"))
                .collect(Collectors.toSet());
    }

    private static List<String> contents(String document) {
        return MarkdownDocument.read(PROJECT, document).steps().stream()
                .map(Step::content)
                .toList();
    }

    /** Why a link leads nowhere, or nothing. */
    private static String problemOf(MarkdownDocument document, String link) {
        String[] fileAndAnchor = link.split("#", 2);
        Path directory = PROJECT.resolve(document.name()).getParent();
        Path file = fileAndAnchor[0].isEmpty()
                ? PROJECT.resolve(document.name())
                : directory.resolve(fileAndAnchor[0]).normalize();
        if (!Files.exists(file)) {
            return "there is no file " + file;
        }
        if (fileAndAnchor.length == 1) {
            return "";
        }
        String name = PROJECT.relativize(file).toString();
        return MarkdownDocument.read(PROJECT, name).anchors().contains(fileAndAnchor[1])
                ? ""
                : name + " has no heading #" + fileAndAnchor[1];
    }

    private static boolean isJson(String text) {
        try {
            return !JSON.readTree(text).isMissingNode();
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
