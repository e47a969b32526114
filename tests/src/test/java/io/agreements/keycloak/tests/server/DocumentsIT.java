package io.agreements.keycloak.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.documents.DocumentRun;
import io.agreements.keycloak.testing.documents.MarkdownDocument;
import io.agreements.keycloak.testing.documents.ProjectCopy;
import io.agreements.keycloak.testing.documents.StockKeycloak;
import io.agreements.keycloak.testing.documents.Surroundings;
import io.agreements.keycloak.testing.server.machine.LoopbackPorts;
import io.agreements.keycloak.tests.fixture.page.Deeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Somebody takes a Keycloak and does what the documents say, command by command: what the README says up to the second
 * version, what each of the other documents says, and at last what turns it off. In Chinese the commands are the same;
 * {@link DocumentsTest} sees to that.
 */
@Tag("long")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class DocumentsIT {

    private static final Path PROJECT = Path.of(System.getProperty("keycloak.project"));
    private static final Path DISTRIBUTION = Path.of(System.getProperty("keycloak.distribution"));

    private Path project;
    private StockKeycloak keycloak;
    private DocumentRun trial;
    private DocumentRun run;
    private WebBrowser browserOfTest;

    @BeforeAll
    void takeAKeycloakWithUsers(@TempDir Path directory) throws IOException {
        project = directory.resolve("project");
        ProjectCopy.make(PROJECT, project);
        keycloak = StockKeycloak.unpack(DISTRIBUTION, directory.resolve("keycloak"));
        Path home = Files.createDirectories(directory.resolve("home"));
        Files.writeString(home.resolve(".curlrc"), "silent\nshow-error\nfail-with-body\n");
        Path editor = script(directory.resolve("editor"), "printf '\\nAdded by the editor.\\n' >>\"$1\"");
        Map<String, String> environment = new HashMap<>(keycloak.environment());
        environment.put("HOME", home.toString());
        environment.put("EDITOR", editor.toString());
        run = DocumentRun.open(
                project, directory.resolve("run"), environment, new Shop(directory.resolve("agreements")));
        run.startServer("'" + keycloak.home() + "/bin/kc.sh' start");
        run.prepare(
                "PATH='%s/bin':$PATH\nkcadm.sh config credentials --server '%s' --realm master --user admin\nkcadm.sh create realms -f '%s'\n"
                        .formatted(
                                keycloak.home(),
                                keycloak.url(),
                                PROJECT.resolve("tests/src/test/resources/documents/shop-realm.json")));
    }

    @AfterAll
    void stop() {
        run.close();
        keycloak.close();
    }

    @Test
    @Order(1)
    void aNewcomerTriesItAsTheReadmeSays(@TempDir Path directory, WebBrowser browser) throws IOException {
        int port = LoopbackPorts.free();
        // Under the name of the one that the jars are built for, whichever the tests run on.
        ProjectCopy.copy(
                DISTRIBUTION, project.resolve(".run").resolve("keycloak-" + System.getProperty("keycloak.built-for")));
        Map<String, String> environment = Map.of(
                "RUN_PORT", String.valueOf(port),
                "RUN_CLIENT_PORT", String.valueOf(LoopbackPorts.free()),
                "EDITOR",
                        script(directory.resolve("editor"), "printf '\\n补充一句。\\n' >>\"$1\"")
                                .toString());
        trial = DocumentRun.open(
                project,
                directory.resolve("run"),
                environment,
                new Trial(new Deeds("http://localhost:" + port + "/realms/pop800", "sample", browser)));
        try (DocumentRun open = trial) {
            open.run(MarkdownDocument.read(project, "README.md").section("try-it"));
        }
    }

    @Test
    @Order(2)
    void whoPutsItIntoAKeycloakAsTheReadmeSaysHasAllUsersAccept(WebBrowser browser) {
        browserOfTest = browser;
        run.run(MarkdownDocument.read(project, "README.md").section("put-it-into-your-keycloak"));
    }

    @ParameterizedTest
    @Order(3)
    @ValueSource(
            strings = {
                "docs/operators.md",
                "docs/account-console.md",
                "docs/admin-console.md",
                "docs/admin-rest.md",
                "docs/agreements-as-files.md",
                "docs/integrators.md",
                "docs/migration.md",
                "docs/configuration.md",
            })
    void theCommandsOfOtherDocumentsWork(String document, WebBrowser browser) {
        browserOfTest = browser;
        run.run(MarkdownDocument.read(project, document).steps().stream()
                .filter(step -> !step.sections().contains("turning-it-off"))
                .toList());
    }

    @Test
    @Order(4)
    void whoTurnsItOffAsTheReadmeSaysHasAStockKeycloakAgain(WebBrowser browser) {
        browserOfTest = browser;
        run.run(MarkdownDocument.read(project, "README.md").section("turn-it-off-again"));
        assertThat(keycloak.home().resolve("providers").toFile().list()).noneMatch(name -> name.endsWith(".jar"));
    }

    @Test
    @Order(5)
    void noCommandIsLeftOut() {
        assertThat(MarkdownDocument.allOf(project))
                .filteredOn(document -> !document.name().equals("README.zh-CN.md"))
                .flatMap(MarkdownDocument::steps)
                .allMatch(step -> run.hasDone(step) || trial.hasDone(step));
    }

    private static Path script(Path file, String commands) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + commands + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    /** The realm {@code shop} in the Keycloak that was there before. */
    private final class Shop implements Surroundings {
        private final Map<String, String> values;

        private Shop(Path agreements) {
            this.values = Map.of(
                    "KEYCLOAK", keycloak.home().toString(),
                    "SERVER", keycloak.url(),
                    "AGREEMENTS", agreements.toString());
        }

        @Override
        public Map<String, String> values() {
            return values;
        }

        @Override
        public boolean isServerReady(String printed) {
            return keycloak.isReady();
        }

        @Override
        public long rows(String sql) {
            return keycloak.rows(sql);
        }

        @Override
        public void act(String deed) {
            new Deeds(keycloak.url() + "/realms/shop", "app", browserOfTest).perform(deed);
        }
    }

    /** The Keycloak of {@code bin/run}. */
    private record Trial(Deeds deeds) implements Surroundings {

        @Override
        public Map<String, String> values() {
            return Map.of();
        }

        @Override
        public boolean isServerReady(String printed) {
            return printed.contains("Ctrl-C stops everything");
        }

        @Override
        public long rows(String sql) {
            throw new UnsupportedOperationException("The trial has no queries: " + sql);
        }

        @Override
        public void act(String deed) {
            deeds.perform(deed);
        }
    }
}
