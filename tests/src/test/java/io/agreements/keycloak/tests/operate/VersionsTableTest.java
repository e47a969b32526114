package io.agreements.keycloak.tests.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.testing.limit.ProcessTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run of all tests writes into the table of versions of Keycloak. */
final class VersionsTableTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final String BEGIN = "<!-- versions of Keycloak: written by bin/test, from a run -->";
    private static final String END = "<!-- end of versions -->";

    @TempDir
    private Path directory;

    private Path document;

    @BeforeEach
    void writeDocument() throws IOException {
        document = directory.resolve("README.md");
        Files.writeString(
                document,
                "Before.\n\n" + BEGIN + "\n\n| Keycloak | Java | on | day | passed | failed | skipped |\n"
                        + "| --- | --- | --- | --- | --- | --- | --- |\n\n" + END + "\n\nAfter.\n");
    }

    @Test
    void rowsStandWithTheNewestVersionFirst() throws Exception {
        assertThat(record("26.6.4", "17", "H2, PostgreSQL", "900", "0", "2", "2026-12-01"))
                .isZero();
        assertThat(record("26.7.10", "17", "H2, PostgreSQL", "901", "0", "1", "2026-12-02"))
                .isZero();
        assertThat(record("26.7.5", "21", "MariaDB", "90", "1", "0", "2026-12-03"))
                .isZero();

        assertThat(Files.readString(document))
                .contains("| --- | --- | --- | --- | --- | --- | --- |\n"
                        + "| 26.7.10 | 17 | H2, PostgreSQL | 2026-12-02 | 901 | 0 | 1 |\n"
                        + "| 26.7.5 | 21 | MariaDB | 2026-12-03 | 90 | 1 | 0 |\n"
                        + "| 26.6.4 | 17 | H2, PostgreSQL | 2026-12-01 | 900 | 0 | 2 |\n\n"
                        + END)
                .startsWith("Before.\n")
                .endsWith("\nAfter.\n");
    }

    @Test
    void aLaterRunOfTheSameTakesThePlaceOfTheEarlier() throws Exception {
        record("26.7.4", "17", "PostgreSQL", "880", "3", "1", "2026-12-01");
        record("26.7.4", "17", "PostgreSQL", "883", "0", "1", "2026-12-02");

        assertThat(Files.readString(document))
                .contains("| 26.7.4 | 17 | PostgreSQL | 2026-12-02 | 883 | 0 | 1 |")
                .doesNotContain("2026-12-01");
    }

    @Test
    void bothReadmesHaveTheTable() throws Exception {
        assertThat(List.of("README.md", "README.zh-CN.md"))
                .allSatisfy(name ->
                        assertThat(Files.readString(PROJECT.resolve(name))).containsSubsequence(BEGIN, END));
        assertThat(rows("README.zh-CN.md")).isEqualTo(rows("README.md"));
    }

    private static List<String> rows(String name) throws IOException {
        String text = Files.readString(PROJECT.resolve(name));
        return text.substring(text.indexOf(BEGIN), text.indexOf(END))
                .lines()
                .filter(line -> line.matches("\\| \\d.*"))
                .toList();
    }

    private int record(
            String keycloak, String java, String on, String passed, String failed, String skipped, String day)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(
                List.of("node", PROJECT.resolve("bin/lib/keycloaks.mjs").toString()));
        line.addAll(List.of(keycloak, java, on, passed, failed, skipped, day, document.toString()));
        Process node = new ProcessBuilder(line).inheritIO().start();
        boolean ended = node.waitFor(30, TimeUnit.SECONDS);
        new ProcessTree(node.toHandle()).end(Duration.ofSeconds(1));
        assertThat(ended).isTrue();
        return node.exitValue();
    }
}
