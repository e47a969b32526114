package io.agreements.keycloak.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.agreements.keycloak.testing.limit.ProcessTree;
import io.agreements.keycloak.testing.limit.TimeLimit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code bin/vulnerabilities} makes of a database of vulnerabilities. */
final class VulnerabilitiesTest {

    private static final Path COMMAND =
            Path.of("../bin/vulnerabilities").toAbsolutePath().normalize();

    /** How many libraries are listed. */
    private static final int LIBRARIES = listed();

    @TempDir
    private Path database;

    private static int listed() {
        try (Stream<String> lines = Files.lines(Path.of("../docs/dependencies.md"))) {
            return (int) lines.filter(line -> line.startsWith("| `")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0,      0.32.1,       1",
        "0,      0.32.0,       0",
        "0.32.0, 1.0,          1",
        "0.33,   1.0,          0",
        "0,      0.32.0-beta1, 0",
        "0.9,    0.100,        1",
        "0.4.0,  0.5,          0"
    })
    void whatIsKnownIsFoundInItsRange(String introduced, String fixed, int found) throws IOException {
        writeDatabase("Maven", vulnerability("Maven", "org.commonmark:commonmark", introduced, fixed));
        writeDatabase("npm", vulnerability("npm", "left-pad", "0", "99"));

        Outcome outcome = run("--database", database.toString());

        assertThat(outcome.output()).contains(LIBRARIES + " libraries, " + found + " known vulnerabilities");
        assertThat(outcome.output().contains("org.commonmark:commonmark 0.32.0: GHSA-xxxx Reads too much"))
                .isEqualTo(found == 1);
        assertThat(outcome.status()).isEqualTo(found);
    }

    @Test
    void whatWasTakenBackIsNoVulnerability() throws IOException {
        writeDatabase("Maven");
        writeDatabase(
                "npm",
                vulnerability("npm", "lodash", "0", "99")
                        .replace("\"id\"", "\"withdrawn\": \"2026-01-01T00:00:00Z\", \"id\""),
                vulnerability("npm", "@patternfly/react-core", "5.4.14", "99"));

        assertThat(run("--database", database.toString()).output())
                .contains("@patternfly/react-core 5.4.14: GHSA-xxxx")
                .contains(" 1 known");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "maven/org.commonmark/commonmark; (,0.33.0);                1",
                "maven/org.commonmark/commonmark; (,0.32.0);                0",
                "maven/org.commonmark/commonmark; (,0.32.0];                1",
                "maven/org.commonmark/commonmark; [0.1,0.2),[0.32.0];       1",
                "maven/org.commonmark/commonmark; (0.32.0,);                0",
                "maven/org.commonmark/commonmark; [0.32.0,1.0);             1",
                "npm/lodash;                      <4.18.0;                  0",
                "npm/lodash;                      >=4.18.0 <4.18.2;         1",
                "npm/lodash;                      =4.17.20||=4.18.1;        1",
                "npm/lodash;                      >=1.0.0 <2||>4.18.1 <5;   0",
                "npm/@patternfly/react-core;      <=5.4.14;                 1",
                "npm/left-pad;                    >=0;                      0"
            })
    void theDatabaseOfGitLabCanBeReadAsWell(String library, String range, int found) throws IOException {
        Files.createDirectories(database.resolve("maven"));
        Files.createDirectories(database.resolve("npm"));
        Path advisory = Files.createDirectories(database.resolve(library)).resolve("CVE-2026-0001.yml");
        Files.writeString(advisory, """
                ---
                identifier: "CVE-2026-0001"
                title: "Reads \\"too\\"
                  much"
                affected_range: "%s"
                """.formatted(range));

        Outcome outcome = run("--database", database.toString());

        assertThat(outcome.output()).contains(LIBRARIES + " libraries, " + found + " known vulnerabilities");
        assertThat(outcome.status()).isEqualTo(found);
    }

    @Test
    void anAdvisoryThatCannotBeReadIsNotTakenForNone() throws IOException {
        Files.createDirectories(database.resolve("maven"));
        Files.writeString(
                Files.createDirectories(database.resolve("npm/lodash")).resolve("CVE-2026-0001.yml"), "title: x");

        assertThat(run("--database", database.toString()).status()).isEqualTo(2);
    }

    @Test
    void aServerIsAskedForEachLibrary() throws IOException {
        List<String> asked = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestURI().getPath() + body);
            String answer = body.isEmpty()
                    ? vulnerability("Maven", "org.commonmark:commonmark", "0", "99")
                    : "{\"results\": ["
                            + String.join(
                                    ",",
                                    IntStream.range(0, LIBRARIES)
                                            .mapToObj(n -> n == 0 ? "{\"vulns\": [{\"id\": \"GHSA-xxxx\"}]}" : "{}")
                                            .toList())
                            + "]}";
            exchange.sendResponseHeaders(200, answer.length());
            exchange.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        try {
            Outcome outcome =
                    run("--server", "http://127.0.0.1:" + server.getAddress().getPort());

            assertThat(outcome.output()).contains("org.commonmark:commonmark 0.32.0: GHSA-xxxx Reads too much");
            assertThat(outcome.status()).isEqualTo(1);
            assertThat(asked.get(0))
                    .contains("\"name\":\"org.commonmark:commonmark\"", "\"ecosystem\":\"npm\"", "\"0.32.0\"");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whatCannotBeFoundOutIsNotCalledSafe() {
        assertThat(run("--database", database.toString()).status()).isEqualTo(2);
        assertThat(run("--server", "http://127.0.0.1:1").status()).isEqualTo(2);
        assertThat(run("--surprise").status()).isEqualTo(2);
    }

    private static String vulnerability(String ecosystem, String name, String introduced, String fixed) {
        return """
                {"id": "GHSA-xxxx", "summary": "Reads too much", "affected": [{"package": {"ecosystem": "%s", "name": "%s"},
                 "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "%s"}, {"fixed": "%s"}]}]}]}""".formatted(ecosystem, name, introduced, fixed);
    }

    private void writeDatabase(String ecosystem, String... vulnerabilities) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(database.resolve(ecosystem + ".zip")))) {
            for (int number = 0; number < vulnerabilities.length; number++) {
                zip.putNextEntry(new ZipEntry("GHSA-" + number + ".json"));
                zip.write(vulnerabilities[number].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    private static Outcome run(String... arguments) {
        List<String> words = new ArrayList<>(List.of(COMMAND.toString()));
        words.addAll(List.of(arguments));
        AtomicReference<String> output = new AtomicReference<>();
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            boolean ended = TimeLimit.within(
                    Duration.ofMinutes(1), () -> output.set(read(process)), new ProcessTree(process.toHandle())::kill);
            assertThat(ended && process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            return new Outcome(process.exitValue(), output.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String read(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Outcome(int status, String output) {}
}
