package io.agreements.keycloak.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agreements.keycloak.testing.http.BoundedHttp;
import io.agreements.keycloak.testing.limit.ProcessTree;
import io.agreements.keycloak.testing.server.machine.LoopbackPorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Somebody makes a release, and somebody else tries it out from its archive. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ReleaseIT {

    private static final Path PROJECT = Path.of(System.getProperty("keycloak.project"));
    private static final String VERSION = "9.8.7";
    private static final String NAME = "keycloak-agreements-" + VERSION;
    private static final Duration BUILT_TWICE_WITHIN = Duration.ofMinutes(8);
    private static final Duration STARTED_WITHIN = Duration.ofMinutes(4);

    private Path given;
    private Path unpacked;

    @BeforeAll
    void makeARelease(@TempDir Path directory) throws IOException, InterruptedException {
        given = directory.resolve("given");
        Path log = directory.resolve("release.log");
        Process release = new ProcessBuilder(
                        PROJECT.resolve("bin/release").toString(), "--dry-run", "--output", given.toString(), VERSION)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = release.waitFor(BUILT_TWICE_WITHIN.toSeconds(), TimeUnit.SECONDS);
        new ProcessTree(release.toHandle()).end(Duration.ofSeconds(10));

        assertThat(ended).as(Files.readString(log)).isTrue();
        assertThat(release.exitValue()).as(Files.readString(log)).isZero();
        assertThat(Files.readString(log)).contains("Two builds in two places give the same bytes");
        unpacked = directory.resolve(NAME);
        assertThat(run(directory, "tar", "-xzf", given.resolve(NAME + ".tar.gz").toString()))
                .isZero();
    }

    @Test
    @Order(1)
    void itsChecksumsAreThoseOfWhatIsGiven() throws IOException, InterruptedException {
        assertThat(run(given, "sha256sum", "--quiet", "--check", "SHA256SUMS")).isZero();
        assertThat(run(unpacked, "sha256sum", "--quiet", "--check", "SHA256SUMS"))
                .isZero();
        try (Stream<Path> files = Files.walk(given)) {
            List<String> sums = Files.readAllLines(given.resolve("SHA256SUMS"));
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> given.relativize(file).toString())
                            .filter(name -> !name.equals("SHA256SUMS")))
                    .hasSameElementsAs(
                            sums.stream().map(line -> line.substring(66)).toList());
        }
    }

    @Test
    @Order(2)
    void itsListsNameWhatIsBundledAndNothingElse() throws IOException {
        String documented = Files.readString(unpacked.resolve("docs/dependencies.md"));
        for (String jar : List.of(NAME, "keycloak-agreements-themes-" + VERSION)) {
            JsonNode components = new ObjectMapper()
                    .readTree(given.resolve(jar + ".cdx.json").toFile())
                    .path("components");
            assertThat(components).as(jar).isNotEmpty().allSatisfy(component -> {
                String name = component.path("purl").asText().startsWith("pkg:maven/")
                        ? component.path("group").asText() + ":"
                                + component.path("name").asText()
                        : component.path("name").asText();
                if (!name.equals("io.agreements.keycloak:keycloak-agreements-proof")) {
                    assertThat(documented)
                            .contains("| `%s` | %s |"
                                    .formatted(name, component.path("version").asText()));
                }
            });
        }
    }

    @Test
    @Order(3)
    void whatMavenCentralAsksForIsThere() throws IOException {
        for (String module : List.of("proof", "providers", "themes")) {
            Path base = given.resolve("maven");
            String name = "keycloak-agreements-" + module + "-" + VERSION;
            assertThat(base.resolve(name + ".jar")).isNotEmptyFile();
            assertThat(Files.readString(base.resolve(name + ".pom")))
                    .contains("<version>" + VERSION + "</version>")
                    .contains("<license>", "<developer>", "<scm>", "<description>", "<url>https://")
                    .doesNotContain("${", "SNAPSHOT");
            assertThat(base.resolve(name + "-sources.jar")).isNotEmptyFile();
            assertThat(base.resolve(name + "-javadoc.jar")).isNotEmptyFile();
        }
    }

    @Test
    @Order(4)
    void itsArchiveHasWhatImagesAreMadeOfAndRealmsAreBroughtBy() throws IOException {
        assertThat(unpacked.resolve("jars")).isDirectoryContaining("glob:**/keycloak-agreements-" + VERSION + ".jar");
        for (String file : List.of(
                "containers/Containerfile",
                "containers/compose.yaml",
                "containers/haproxy.cfg",
                "containers/keycloak-operator.yaml",
                "containers/kubernetes.yaml",
                "bin/configuration/Main.java",
                "realm-config/terraform/main.tf",
                "realm-config/keycloak-config-cli/shop.yaml")) {
            assertThat(unpacked.resolve(file)).isNotEmptyFile();
        }
        assertThat(unpacked.resolve("bin/image")).isExecutable();
        assertThat(unpacked.resolve("bin/apply")).isExecutable();
        assertThat(unpacked.resolve("realm-config/agreements/pop800")).isDirectory();
    }

    @Test
    @Order(4)
    void itsReadmeInstallsWhatLiesBesideIt() throws IOException {
        for (String readme : List.of("README.md", "README.zh-CN.md")) {
            assertThat(Files.readString(unpacked.resolve(readme)))
                    .as(readme)
                    .contains("    cp jars/" + NAME + ".jar \"$KEYCLOAK/providers/keycloak-agreements.jar\"")
                    .contains("    cp jars/keycloak-agreements-themes-" + VERSION
                            + ".jar \"$KEYCLOAK/providers/keycloak-agreements-themes.jar\"")
                    .doesNotContain("providers/target", "./mvnw", "runs these tests");
        }
        assertThat(unpacked.resolve("jars/" + NAME + ".jar")).isNotEmptyFile();
        assertThat(unpacked.resolve("jars/keycloak-agreements-themes-" + VERSION + ".jar"))
                .isNotEmptyFile();
    }

    @Test
    @Order(5)
    void itsArchiveServesTheDemoWhereThereIsAJdkAlone(@TempDir Path home) throws IOException, InterruptedException {
        int port = LoopbackPorts.free();
        int clientPort = LoopbackPorts.free();
        Path log = home.resolve("run.log");
        ProcessBuilder command = new ProcessBuilder("bash", unpacked.resolve("bin/run") + "", "--port", "" + port)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        command.environment().clear();
        command.environment()
                .putAll(Map.of(
                        "HOME",
                        home.toString(),
                        "PATH",
                        System.getProperty("java.home") + "/bin:/usr/bin:/bin",
                        "RUN_CLIENT_PORT",
                        "" + clientPort));
        Process run = command.start();
        try {
            long until = System.nanoTime() + STARTED_WITHIN.toNanos();
            while (!Files.readString(log).contains("Ctrl-C stops everything")) {
                assertThat(run.isAlive() && System.nanoTime() < until)
                        .as(Files.readString(log))
                        .isTrue();
                Thread.sleep(500);
            }

            assertThat(get("http://localhost:" + port + "/realms/pop800/agreements"))
                    .contains("用户注册协议");
            assertThat(get("http://localhost:" + clientPort + "/")).contains("<html");
        } finally {
            new ProcessTree(run.toHandle()).end(Duration.ofSeconds(30));
        }
    }

    private static String get(String address) {
        HttpResponse<String> answer = BoundedHttp.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Accept", "text/html")
                        .header("Accept-Language", "zh-Hans"),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer.body();
    }

    private static int run(Path directory, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .inheritIO()
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES))
                .as(List.of(command).toString())
                .isTrue();
        return process.exitValue();
    }
}
