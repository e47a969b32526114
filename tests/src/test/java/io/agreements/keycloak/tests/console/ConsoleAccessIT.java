package io.agreements.keycloak.tests.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.OidcClient;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.oidc.TokenResponse;
import io.agreements.keycloak.testing.realm.TestRealm;
import io.agreements.keycloak.testing.realm.UserBuilder;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.AdminConsole;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Persons;
import io.agreements.keycloak.tests.fixture.realm.Persons.Person;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import io.agreements.keycloak.tests.fixture.rest.Importer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who can mend a publication gets at the console whatever has been published; everybody else owes what anybody owes. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConsoleAccessIT {

    private Pop800 pop800;
    private Persons persons;

    @BeforeAll
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server);
        persons = new Persons(pop800);
    }

    @Test
    void aManagerOfTheRealmIsNotAskedOnTheWayToTheConsoleButEverywhereElse(WebBrowser browser) {
        Person manager = persons.owing();
        pop800.grant(manager.email(), "manage-realm", "view-realm");
        Visitor visitor = browser.visit(VisitorProfile.english());
        openConsole(visitor, manager);
        assertThat(visitor.page().getByTestId("nav-item-realm-settings")).isVisible();
        assertThat(pop800.records(manager.id())).isEmpty();

        assertThat(pop800.realm()
                        .client("admin-cli", "")
                        .password(manager.email(), Pop800.PASSWORD)
                        .status())
                .isEqualTo(200);
        TokenResponse elsewhere = pop800.client().password(manager.email(), Pop800.PASSWORD);
        assertThat(elsewhere.error()).isEqualTo("invalid_grant");
        SignIn signIn = pop800.client().authorization().open(visitor.page());
        assertThat(new SignInPages(visitor.page()).acceptance()).isVisible();
        assertThat(signIn.isOver()).isFalse();
    }

    @Test
    void whoMayOnlyLookOwesWhatAnybodyOwes(WebBrowser browser) {
        Person viewer = persons.owing();
        pop800.grant(viewer.email(), "view-realm");
        Visitor visitor = browser.visit(VisitorProfile.english());
        openConsole(visitor, viewer);
        assertThat(new SignInPages(visitor.page()).acceptance()).isVisible();
        new SignInPages(visitor.page()).press("accept");
        assertThat(visitor.page().getByTestId("nav-item-realm-settings")).isVisible();

        assertThat(pop800.records(viewer.id(), Pop800.AGREEMENT)).hasSize(1);
    }

    @Test
    void whoHasNoAdministrativeRoleIsAskedAtAConsoleToo() {
        TokenResponse refused =
                pop800.realm().client("admin-cli", "").password(persons.owing().email(), Pop800.PASSWORD);

        assertThat(refused.error()).isEqualTo("invalid_grant");
    }

    @Test
    void anAgreementPublishedInTheRealmOfAdministratorsByMistakeCanBeMendedFromTheConsole(
            KeycloakServer server, WebBrowser browser) throws IOException {
        Pop800 master =
                Pop800.of(new TestRealm(server, "master"), server.agreements().resolve("master"));
        String visitorName = "visitor-" + UUID.randomUUID();
        master.realm().createUser(UserBuilder.named(visitorName));
        copy(pop800.files(), master.files());
        Importer.run(master);
        try {
            Visitor visitor = browser.visit(VisitorProfile.english());
            AdminConsole console = AdminConsole.signIn(visitor, master, "realm-settings", "admin", "admin");
            assertThat(console.entry("/users")).isVisible();
            OidcClient cli = OidcClient.of(server, "master", "admin-cli", "");
            assertThat(cli.password("admin", "admin").status()).isEqualTo(200);
            assertThat(cli.password(visitorName, visitorName).error()).isEqualTo("invalid_grant");
            Visitor account = browser.visit(VisitorProfile.english());
            account.page().navigate(master.realm().url() + "/account/");
            new SignInPages(account.page()).submitPassword("admin", "admin");
            assertThat(new SignInPages(account.page()).acceptance()).isVisible();
        } finally {
            mend(master);
        }
        assertThat(OidcClient.of(server, "master", "admin-cli", "")
                        .password(visitorName, visitorName)
                        .status())
                .isEqualTo(200);
        master.realm().user(visitorName).remove();
    }

    /** As the administrator who signed in does it. */
    private static void mend(Pop800 master) throws IOException {
        AdminApi api = AdminApi.of(master);
        for (String key : new String[] {Pop800.AGREEMENT, "personalisation", "news-by-mail"}) {
            int edits = api.get("/" + key + "/versions/1")
                    .successful()
                    .path("edits")
                    .asInt();
            api.post("/" + key + "/versions/1/retract", "{\"edits\": " + edits + "}")
                    .successful();
        }
        try (Stream<Path> files = Files.walk(master.files())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    private void openConsole(Visitor visitor, Person person) {
        Page page = visitor.page();
        page.navigate(pop800.realm().server().url() + "/admin/" + pop800.realm().name() + "/console/");
        new SignInPages(page).submitPassword(person.email(), Pop800.PASSWORD);
    }
}
