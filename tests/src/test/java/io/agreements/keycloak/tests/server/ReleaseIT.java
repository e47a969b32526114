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
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
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
    private static final String CENTRAL = "maven/io/agreements/keycloak";
    private static final String SIGNER = "signer@example.org";
    private static final Duration BUILT_TWICE_WITHIN = Duration.ofMinutes(8);
    private static final Duration STARTED_WITHIN = Duration.ofMinutes(4);

    private Path given;
    private Path unpacked;
    private Path keys;

    @BeforeAll
    void makeARelease(@TempDir Path directory) throws IOException, InterruptedException {
        given = directory.resolve("given");
        keys = Files.createDirectory(
                directory.resolve("keys"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        assertThat(run(
                        directory,
                        "gpg",
                        "--batch",
                        "--quiet",
                        "--pinentry-mode=loopback",
                        "--passphrase=",
                        "--quick-generate-key",
                        SIGNER))
                .isZero();
        Path log = directory.resolve("release.log");
        ProcessBuilder command = new ProcessBuilder(
                        PROJECT.resolve("bin/release").toString(),
                        "--dry-run",
                        "--sign",
                        SIGNER,
                        "--output",
                        given.toString(),
                        VERSION)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        command.environment().put("GNUPGHOME", keys.toString());
        Process release = command.start();
        boolean ended = release.waitFor(BUILT_TWICE_WITHIN.toSeconds(), TimeUnit.SECONDS);
        new ProcessTree(release.toHandle()).end(Duration.ofSeconds(10));

        assertThat(ended).as(Files.readString(log)).isTrue();
        assertThat(release.exitValue()).as(Files.readString(log)).isZero();
        assertThat(Files.readString(log)).contains("Two builds in two places give the same bytes");
        unpacked = directory.resolve(NAME);
        assertThat(run(directory, "tar", "-xzf", given.resolve(NAME + ".tar.gz").toString()))
                .isZero();
    }

    /** Otherwise gpg leaves a program of its own running. */
    @AfterAll
    void forgetTheKey() throws IOException, InterruptedException {
        assertThat(run(keys, "gpgconf", "--kill", "all")).isZero();
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
                            // What is made of the sums, and of what they are of.
                            .filter(name -> !name.equals("SHA256SUMS")
                                    && !name.endsWith(".asc")
                                    && !name.endsWith("-central.zip")))
                    .hasSameElementsAs(
                            sums.stream().map(line -> line.substring(66)).toList());
        }
    }

    @Test
    @Order(2)
    void itsListsNameWhatIsBundledAndNothingElse() throws IOException {
        String documented = Files.readString(unpacked.resolve("docs/dependencies.md"));
        for (String list : List.of(NAME, "keycloak-agreements-themes-" + VERSION, "sample-client")) {
            JsonNode components = new ObjectMapper()
                    .readTree(unpacked.resolve("sbom/" + list + ".cdx.json").toFile())
                    .path("components");
            assertThat(components).as(list).isNotEmpty().allSatisfy(component -> {
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
            String artifact = "keycloak-agreements-" + module;
            Path base = given.resolve(CENTRAL).resolve(artifact).resolve(VERSION);
            String name = artifact + "-" + VERSION;
            assertThat(base.resolve(name + ".jar")).isNotEmptyFile();
            assertThat(Files.readString(base.resolve(name + ".pom")))
                    .contains("<version>" + VERSION + "</version>")
                    .contains("<license>", "<developer>", "<scm>", "<description>", "<url>https://")
                    .doesNotContain("${", "SNAPSHOT");
            assertThat(base.resolve(name + "-sources.jar")).isNotEmptyFile();
            assertThat(base.resolve(name + "-javadoc.jar")).isNotEmptyFile();
        }
        assertThat(given.resolve(CENTRAL + "/keycloak-agreements-providers/" + VERSION
                        + "/keycloak-agreements-providers-" + VERSION + ".pom"))
                .content()
                .contains("<artifactId>keycloak-server-spi</artifactId>")
                // They are within the jar.
                .doesNotContain("commonmark", "keycloak-agreements-proof");
        assertThat(given.resolve(CENTRAL + "/keycloak-agreements-parent/" + VERSION + "/keycloak-agreements-parent-"
                        + VERSION + ".pom"))
                .isNotEmptyFile();
    }

    @Test
    @Order(3)
    void eachFileForMavenCentralHasItsSumsAndASignatureAndAllAreInOneArchive()
            throws IOException, InterruptedException, NoSuchAlgorithmException {
        List<String> files;
        try (Stream<Path> all = Files.walk(given.resolve("maven"))) {
            files = all.filter(Files::isRegularFile)
                    .map(file -> given.resolve("maven").relativize(file).toString())
                    .toList();
        }
        List<String> signed = files.stream()
                .filter(name -> name.endsWith(".jar") || name.endsWith(".pom"))
                .toList();
        // Three jars with sources and documentation, four poms.
        assertThat(signed).hasSize(3 * 3 + 4);
        assertThat(files)
                .containsExactlyInAnyOrderElementsOf(signed.stream()
                        .flatMap(name -> Stream.of("", ".md5", ".sha1", ".asc").map(name::concat))
                        .toList());
        for (String name : signed) {
            Path file = given.resolve("maven").resolve(name);
            assertThat(run(given, "gpg", "--batch", "--quiet", "--verify", file + ".asc", file.toString()))
                    .as(name)
                    .isZero();
            assertThat(Files.readString(Path.of(file + ".sha1")).strip())
                    .as(name)
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-1").digest(Files.readAllBytes(file))));
        }
        assertThat(run(given, "gpg", "--batch", "--quiet", "--verify", "SHA256SUMS.asc", "SHA256SUMS"))
                .isZero();
        try (ZipFile bundle = new ZipFile(given.resolve(NAME + "-central.zip").toFile())) {
            assertThat(bundle.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName))
                    .containsExactlyInAnyOrderElementsOf(files);
        }
    }

    @Test
    @Order(4)
    void itsChangelogHasASectionOfTheVersion() throws IOException {
        assertThat(Files.readString(unpacked.resolve("CHANGELOG.md")))
                .containsPattern(
                        "(?m)^## \\[Unreleased]\n\n## \\[" + Pattern.quote(VERSION) + "] - \\d{4}-\\d\\d-\\d\\d$");
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
                "realm-config/keycloak-config-cli/shop.yaml",
                "licences/keycloak-agreements.txt",
                "licences/keycloak-agreements-themes.txt",
                "licences/sample-client.txt")) {
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

    private int run(Path directory, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).inheritIO();
        builder.environment().put("GNUPGHOME", keys.toString());
        Process process = builder.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES))
                .as(List.of(command).toString())
                .isTrue();
        return process.exitValue();
    }
}
