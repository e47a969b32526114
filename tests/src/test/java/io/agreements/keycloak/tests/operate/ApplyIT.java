package io.agreements.keycloak.tests.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.http.BoundedHttp;
import io.agreements.keycloak.testing.limit.ProcessTree;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.realm.Flows;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.keycloak.representations.idm.RealmRepresentation;

/** What a realm needs is taken out of it as files, and brought into the same realm and another one. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ApplyIT {

    private static final String NOTHING = "Nothing had to be changed";

    private KeycloakServer server;
    private Pop800 pop800;

    @BeforeAll
    void createRealm(KeycloakServer started) {
        server = started;
        pop800 = Pop800.create(started);
    }

    @Test
    void whatWasTakenOutChangesNothingInTheSameRealm(@TempDir Path directory) throws Exception {
        Path files = directory.resolve("files");
        Path again = directory.resolve("again");

        assertThat(apply(pop800.realm().name(), files, "--export").status()).isZero();
        Command applied = apply(pop800.realm().name(), files);
        apply(pop800.realm().name(), again, "--export");

        assertThat(applied.output()).contains(NOTHING);
        assertThat(applied.status()).isZero();
        assertThat(contents(files)).containsKeys("realm.json", "user-profile.json", agreement("1/zh-Hans.md"));
        assertThat(contents(again)).isEqualTo(contents(files));
    }

    @Test
    void anotherRealmHasAllOfItThen(@TempDir Path directory) throws Exception {
        String other = "market-" + UUID.randomUUID().toString().substring(0, 8);
        Path files = directory.resolve("files");
        Path ofOther = directory.resolve("of-other");
        apply(pop800.realm().name(), files, "--export");

        Command first = apply(other, files);
        assertThat(first.output())
                .contains("realm " + other + ": added", "flow pop800 registration: added")
                .contains("agreement user-registration: added", "client policy agreements: added")
                .contains("sample is not among the clients, so its mappers wait");
        assertThat(first.status()).as(first.output()).isZero();

        Command second = apply(other, files);
        assertThat(second.output()).contains(NOTHING);

        apply(other, ofOther, "--export");
        assertThat(withoutNames(contents(ofOther), other))
                .isEqualTo(withoutNames(contents(files), pop800.realm().name()));
        assertThat(get("/realms/" + other + "/agreements/user-registration").body())
                .contains("用户注册协议");
        server.adminClient().realm(other).remove();
    }

    @Test
    void whatWasChangedComesBackAndNothingElseIsTouched(@TempDir Path directory) throws Exception {
        Pop800 realm = Pop800.create(server);
        Path files = directory.resolve("files");
        apply(realm.realm().name(), files, "--export");
        new Flows(realm).remove("pop800 registration form", "registration-agreements");
        realm.enable("agreement-acceptance", false);
        RealmRepresentation settings = realm.realm().admin().toRepresentation();
        settings.setDisplayName("Somebody's own");
        settings.setEventsListeners(List.of("jboss-logging"));
        settings.getAttributes().put("agreements.timeZone", "Europe/Oslo");
        settings.getAttributes().put("somebody's", "own");
        realm.realm().admin().update(settings);

        Command said = apply(realm.realm().name(), files, "--dry-run");
        assertThat(said.output()).contains("flow pop800 registration: other steps", ", not made");
        assertThat(realm.realm().admin().toRepresentation().getEventsListeners())
                .doesNotContain("agreements");

        Command applied = apply(realm.realm().name(), files);
        assertThat(applied.output())
                .contains("flow pop800 registration: other steps")
                .contains("required action agreement-acceptance: other settings")
                .contains("eventsListeners", "attribute agreements.timeZone: Europe/Oslo -> Asia/Shanghai")
                .contains("4 changes");
        assertThat(apply(realm.realm().name(), files).output()).contains(NOTHING);
        RealmRepresentation after = realm.realm().admin().toRepresentation();
        assertThat(after.getDisplayName()).isEqualTo("Somebody's own");
        assertThat(after.getAttributes()).containsEntry("somebody's", "own");
        assertThat(realm.realm().admin().flows().getExecutions("pop800 registration form"))
                .anySatisfy(step -> {
                    assertThat(step.getProviderId()).isEqualTo("registration-agreements");
                    assertThat(step.getRequirement()).isEqualTo("REQUIRED");
                    assertThat(step.getPriority()).isEqualTo(30);
                });
    }

    @Test
    void whatTheSetUpRemembersOfARealmStaysInIt(@TempDir Path directory) throws Exception {
        String ofTheme = "agreements.setup.before.loginTheme";
        String ofMails = "agreements.setup.before.emailTheme";
        Pop800 realm = Pop800.create(server);
        RealmRepresentation settings = realm.realm().admin().toRepresentation();
        settings.getAttributes().put(ofTheme, "=mine");
        realm.realm().admin().update(settings);

        apply(realm.realm().name(), directory, "--export");
        Path file = directory.resolve("realm.json");
        assertThat(Files.readString(file)).doesNotContain("agreements.setup.before");

        ObjectNode carried = (ObjectNode) new ObjectMapper().readTree(Files.readString(file));
        carried.withObject("/attributes").put(ofTheme, "=theirs").put(ofMails, "-");
        Files.writeString(file, carried.toPrettyString());
        assertThat(apply(realm.realm().name(), directory).output()).contains(NOTHING);
        assertThat(realm.realm().admin().toRepresentation().getAttributes())
                .containsEntry(ofTheme, "=mine")
                .doesNotContainKey(ofMails);
    }

    @Test
    void whatItDoesNotBringIsRefusedRatherThanPassedOver(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("realm.json"), "{\"users\": [{\"username\": \"ann\"}]}");
        Command refused = apply(pop800.realm().name(), directory);
        Files.writeString(directory.resolve("realm.json"), "{\n  \"loginTheme\": \"agreements\",\n}\n");
        Command malformed = apply(pop800.realm().name(), directory);

        assertThat(refused.output()).contains("error: realm.json has 'users'");
        assertThat(refused.status()).isOne();
        assertThat(malformed.output()).contains("realm.json: line 3 is not JSON");
        assertThat(malformed.status()).isOne();
    }

    private record Command(int status, String output) {}

    private Command apply(String realm, Path files, String... more) throws IOException, InterruptedException {
        Path script = Path.of(System.getProperty("keycloak.project")).resolve("bin/apply");
        List<String> line = new ArrayList<>(List.of("bash", script.toString(), files.toString()));
        line.addAll(List.of("--realm", realm, "--server", server.url(), "--user=admin"));
        line.addAll(List.of(more));
        Path output = Files.createTempFile("apply", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("KEYCLOAK_PASSWORD", "admin");
        Process process = builder.start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(3, TimeUnit.MINUTES);
        new ProcessTree(process.toHandle()).end(Duration.ofSeconds(1));
        String written = Files.readString(output);
        Files.delete(output);
        assertThat(ended).as(written).isTrue();
        return new Command(process.exitValue(), written);
    }

    private static String agreement(String file) {
        return "agreements/" + Pop800.AGREEMENT + "/" + file;
    }

    private static Map<String, String> contents(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> directory.relativize(file).toString(), ApplyIT::read, (a, b) -> a, TreeMap::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without what differs between realms: their names, and mappers of clients that only one of them has. */
    private static Map<String, String> withoutNames(Map<String, String> contents, String realm) throws IOException {
        ObjectNode settings = (ObjectNode) new ObjectMapper().readTree(contents.get("realm.json"));
        settings.remove("clients");
        contents.put("realm.json", settings.toPrettyString().replace(realm, "realm"));
        return contents;
    }

    private HttpResponse<String> get(String path) {
        return BoundedHttp.send(
                HttpRequest.newBuilder(URI.create(server.url() + path)).header("Accept", "application/json"),
                HttpResponse.BodyHandlers.ofString());
    }
}
