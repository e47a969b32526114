package io.agreements.keycloak.tests.client;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.limit.ProcessTree;
import io.agreements.keycloak.testing.limit.TimeLimit;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.machine.LoopbackPorts;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.Importer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.representations.idm.ClientRepresentation;

/** The website that shows integrators how it is done. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SampleClientIT {

    private static final String PERSON = "person@example.org";

    private static final Duration STARTED_WITHIN = Duration.ofMinutes(1);

    private Pop800 pop800;
    private String home;
    private Process website;

    @BeforeAll
    void startWebsite(KeycloakServer server) throws IOException {
        pop800 = Pop800.create(server);
        pop800.newUser(PERSON);
        int port = LoopbackPorts.free();
        home = "http://localhost:" + port + "/";
        allowRedirects();
        Path jar =
                Path.of(System.getProperty("keycloak.project"), "realm-config/sample-client/target/sample-client.jar");
        website = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-jar",
                        jar.toString(),
                        pop800.realm().url(),
                        String.valueOf(port))
                .redirectErrorStream(true)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(website.getInputStream(), StandardCharsets.UTF_8));
        assertThat(TimeLimit.within(STARTED_WITHIN, () -> assertIsReady(output), this::stopWebsite))
                .as("started in time")
                .isTrue();
    }

    private void assertIsReady(BufferedReader output) {
        try {
            assertThat(output.readLine()).isEqualTo("Sample client: " + home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    void stopWebsite() {
        new ProcessTree(website.toHandle()).end(Duration.ofSeconds(10));
    }

    @Test
    void itShowsTheClaimRefreshesAndSendsItsUserToAcceptANewVersion(WebBrowser browser) {
        Visitor visitor = browser.visit(VisitorProfile.english());
        Page page = visitor.page();
        page.navigate(home);
        page.getByText("Sign-in").click();
        new SignInPages(page).submitPassword(PERSON, Pop800.PASSWORD).press("accept");
        assertThat(claim(page)).containsText("user-registration");
        assertThat(claim(page)).containsText("\"version\":1");

        page.getByText("Refresh").click();
        assertThat(claim(page)).containsText("\"version\":1");
        visitor.takePicture("sample-client");

        pop800.edits().dropSecondVersion();
        Importer.run(pop800);
        page.getByText("Refresh").click();
        assertThat(new SignInPages(page).acceptance()).isVisible();
        new SignInPages(page).press("accept");
        assertThat(claim(page)).containsText("\"version\":2");

        page.getByText("Sign-out").click();
        assertThat(page.getByText("Sign-in")).isVisible();
    }

    private static Locator claim(Page page) {
        return page.locator("#agreements");
    }

    private void allowRedirects() {
        String id =
                pop800.realm().admin().clients().findByClientId("sample").get(0).getId();
        ClientResource client = pop800.realm().admin().clients().get(id);
        ClientRepresentation settings = client.toRepresentation();
        settings.getRedirectUris().add(home + "*");
        client.update(settings);
    }
}
