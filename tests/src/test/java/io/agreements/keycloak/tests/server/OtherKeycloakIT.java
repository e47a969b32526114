package io.agreements.keycloak.tests.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.KeycloakServers;
import io.agreements.keycloak.testing.server.KeycloakSpec;
import io.agreements.keycloak.tests.fixture.page.AdminConsole;
import io.agreements.keycloak.tests.fixture.page.RegistrationForm;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Persons;
import io.agreements.keycloak.tests.fixture.realm.Persons.Person;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jars, as they are built, in other versions of Keycloak than the one they are built against. */
@Tag("long")
@WithKeycloak
final class OtherKeycloakIT {

    @ParameterizedTest
    @ValueSource(strings = {"26.6.4", "26.7.5"})
    void atBothEndsOfWhatIsSupportedUsersAreAskedAndAdministratorsSee(
            String version, KeycloakServers servers, WebBrowser browser) {
        KeycloakServer server = servers.get(KeycloakSpec.plain().onKeycloak(version));
        Pop800 pop800 = Pop800.create(server);
        Person owing = new Persons(pop800).owing();

        assertThat(server.adminClient().serverInfo().getInfo().getSystemInfo().getVersion())
                .isEqualTo(version);
        assertThat(pop800.client().password(owing.email(), Pop800.PASSWORD).status())
                .isEqualTo(400);

        Visitor user = browser.visit(VisitorProfile.chinese());
        SignIn signIn = pop800.client().authorization().open(user.page());
        SignInPages pages = new SignInPages(user.page()).submitPassword(owing.email(), Pop800.PASSWORD);
        assertThat(pages.acceptance()).isVisible();
        pages.press("accept");
        assertThat(signIn.awaitCallback().code()).isNotBlank();
        assertThat(pop800.records(owing.id(), Pop800.AGREEMENT)).hasSize(1);
        assertThat(pop800.client().password(owing.email(), Pop800.PASSWORD).status())
                .isEqualTo(200);

        Visitor newcomer = browser.visit();
        SignIn registration = pop800.client().registration().open(newcomer.page());
        new RegistrationForm(newcomer.page())
                .fill("newcomer@example.org")
                .tick(Pop800.AGREEMENT)
                .submit();
        assertThat(registration.awaitCallback().code()).isNotBlank();

        AdminConsole.useTheme(server, AdminConsole.AGREEMENTS);
        AdminConsole console = AdminConsole.signIn(browser, VisitorProfile.english(), pop800, "agreements");
        console.expectHeading("Agreements");
        assertThat(console.visitor().errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"26.4.7", "26.5.7"})
    void oneThatLacksWhatIsNeededDoesNotStart(String version, KeycloakServers servers) {
        KeycloakSpec spec = KeycloakSpec.plain().onKeycloak(version);

        assertThatThrownBy(() -> servers.get(spec))
                .hasMessageContaining("Keycloak ended while starting")
                .hasMessageContaining("this is " + version);
    }
}
