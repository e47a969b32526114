package io.agreements.keycloak.tests.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.agreements.keycloak.testing.limit.ProcessTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is given away for containers names what there is; where no engine is, nothing more can be said. */
final class ContainersTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Path CONTAINERS = PROJECT.resolve("containers");
    private static final KeycloakOptions OPTIONS = new KeycloakOptions();

    private static final Pattern COPY = Pattern.compile("(?m)^COPY (?!.*--from)(?:--\\S+ )*(\\S+) \\S+$");
    private static final Pattern VARIABLE = Pattern.compile("(?m)\\b(KC_[A-Z_]+)=");
    private static final Pattern MOUNT = Pattern.compile("^(?:\\$\\{\\w+:-)?(\\.{1,2}/[^}:]+)}?:.*$");
    private static final Pattern FILE_OF_SECRET = Pattern.compile("^\\$\\{\\w+:-\\./([^}]+)}$");

    @Test
    void theImageIsMadeOfWhatAReleaseHas() throws IOException {
        String release = read("bin/release");

        assertThat(COPY.matcher(containerfile()).results().map(ContainersTest::firstFolder))
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(release).contains("\"$archive\"/{" + folder));
        assertThat(release).contains("containers");
    }

    @Test
    void theImageIsOfTheKeycloakTheJarsAreBuiltFor() throws IOException {
        assertThat(containerfile())
                .contains("ARG KEYCLOAK_VERSION=" + property("keycloak.version") + "\n")
                .contains("FROM quay.io/keycloak/keycloak:${KEYCLOAK_VERSION}\n");
    }

    @Test
    void whatTheImageSaysBeforehandIsOfTheBuild() throws IOException {
        assertThat(KeycloakOptions.keysOf(variables(containerfile())))
                .contains("db", "health-enabled", "metrics-enabled")
                .allSatisfy(key -> assertThat(OPTIONS.isOfTheBuild(key) && OPTIONS.has(key))
                        .as(key)
                        .isTrue());
    }

    @Test
    void twoNodesADatabaseAndAProxyAreComposed() throws IOException {
        JsonNode compose = yaml("compose.yaml").get(0);

        assertThat(compose.path("services").fieldNames())
                .toIterable()
                .containsExactly("postgres", "keycloak-1", "keycloak-2", "proxy");
        assertThat(compose.path("x-keycloak").path("build").path("dockerfile").asText())
                .isEqualTo("containers/Containerfile");
        assertThat(compose.path("services").path("proxy").path("ports")).hasSize(1);
        assertThat(compose.path("x-keycloak").has("ports")).isFalse();
    }

    @Test
    void whatIsComposedNamesFilesThatAreThere() throws IOException {
        JsonNode compose = yaml("compose.yaml").get(0);
        List<String> mounts = Stream.of(
                        compose.path("x-keycloak"), compose.path("services").path("proxy"))
                .flatMap(service -> texts(service.path("volumes")))
                .flatMap(mount -> MOUNT.matcher(mount).results().map(found -> found.group(1)))
                .toList();

        assertThat(mounts)
                .hasSize(2)
                .allSatisfy(mount -> assertThat(CONTAINERS.resolve(mount)).exists());
        assertThat(compose.path("secrets").path("certificate").path("file").asText())
                .matches(FILE_OF_SECRET);
    }

    @Test
    void theProxyLeadsToTheNodesAndAsksAfterTheirHealth() throws IOException {
        assertThat(read("containers/haproxy.cfg"))
                .contains("server keycloak-1 keycloak-1:8080", "server keycloak-2 keycloak-2:8080")
                .contains("check port 9000", "/health/ready")
                .contains("http-request set-header X-Forwarded-For %[src]")
                // Where they are said again, below "global", the proxy does not start.
                .containsOnlyOnce("    user haproxy")
                .containsOnlyOnce("    group haproxy");
    }

    static Stream<String> settings() throws IOException {
        JsonNode compose = yaml("compose.yaml").get(0);
        JsonNode operator = yaml("keycloak-operator.yaml").get(0);
        List<JsonNode> kubernetes = yaml("kubernetes.yaml");
        Collection<String> variables = new ArrayList<>();
        compose.path("x-keycloak").path("environment").fieldNames().forEachRemaining(variables::add);
        kubernetes.get(0).path("data").fieldNames().forEachRemaining(variables::add);
        names(kubernetes.get(1).at("/spec/template/spec/containers/0/env")).forEach(variables::add);
        return Stream.concat(
                        KeycloakOptions.keysOf(variables).stream(),
                        names(operator.at("/spec/additionalOptions"))
                                .filter(name -> !List.of("health-enabled", "metrics-enabled")
                                        .contains(name)))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void everySettingIsAnOptionOfAStart(String key) throws IOException {
        if (key.startsWith("spi-")) {
            String[] parts = key.split("--");
            assertThat(read("docs/operators.md") + read("docs/log.md"))
                    .contains("--" + parts[0] + "--" + parts[1] + "--", parts[2]);
        } else {
            assertThat(OPTIONS.has(key)).as(key).isTrue();
            assertThat(OPTIONS.isOfTheBuild(key)).as(key).isFalse();
        }
    }

    @Test
    void whoRunsItWithoutAnOperatorHasTwoNodesWhoseHealthIsLookedAfter() throws IOException {
        JsonNode container = yaml("kubernetes.yaml").get(1).at("/spec/template/spec/containers/0");

        assertThat(yaml("kubernetes.yaml").get(1).at("/spec/replicas").asInt()).isEqualTo(2);
        assertThat(List.of("startupProbe", "readinessProbe", "livenessProbe"))
                .allSatisfy(probe -> assertThat(
                                container.path(probe).at("/httpGet/port").asText())
                        .isEqualTo("management"));
        assertThat(texts(container.path("args"))).containsExactly("start", "--optimized");
    }

    static Stream<Path> commands() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT.resolve("bin"))) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> firstLine(file).contains("shell=bash")
                            || firstLine(file).endsWith("bash"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandIsBash(Path command) throws IOException, InterruptedException {
        Process bash =
                new ProcessBuilder("bash", "-n", command.toString()).inheritIO().start();
        boolean ended = bash.waitFor(20, TimeUnit.SECONDS);
        new ProcessTree(bash.toHandle()).end(Duration.ofSeconds(1));

        assertThat(ended).isTrue();
        assertThat(bash.exitValue()).isZero();
    }

    private static String firstLine(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstFolder(MatchResult copied) {
        return copied.group(1).replaceAll("/.*", "");
    }

    private static Collection<String> variables(String text) {
        return VARIABLE.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static Stream<String> names(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(entry -> entry.path("name").asText());
    }

    private static Stream<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
    }

    private static List<JsonNode> yaml(String name) throws IOException {
        YAMLMapper mapper = new YAMLMapper();
        try (MappingIterator<JsonNode> documents = mapper.readerFor(JsonNode.class)
                .readValues(CONTAINERS.resolve(name).toFile())) {
            return documents.readAll();
        }
    }

    private static String containerfile() throws IOException {
        return read("containers/Containerfile");
    }

    private static String property(String name) throws IOException {
        return Pattern.compile("<" + name + ">([^<]*)</")
                .matcher(read("pom.xml"))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private static String read(String file) throws IOException {
        return Files.readString(PROJECT.resolve(file));
    }
}
