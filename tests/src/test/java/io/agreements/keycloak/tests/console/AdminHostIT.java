package io.agreements.keycloak.tests.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.KeycloakSpec;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Administration has an address of its own, other than that at which users sign in. */
@WithKeycloak(
        options = {
            "hostname=http://localhost:" + KeycloakSpec.PORT,
            "hostname-admin=http://127.0.0.1:" + KeycloakSpec.PORT
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AdminHostIT {

    private static final String ADMINISTRATOR = "administrator@example.org";

    private Pop800 pop800;
    private String users;
    private String administration;

    @BeforeAll
    void createRealmWithAnAdministrator(KeycloakServer server) {
        pop800 = Pop800.create(server);
        pop800.newUser(ADMINISTRATOR);
        pop800.grant(ADMINISTRATOR, "manage-realm", "view-realm", "view-events", "view-users");
        users = server.url();
        administration = users.replace("localhost", "127.0.0.1");
    }

    @Test
    void thePlainPageIsAtHomeWhereTheAdministrationIsAndSignsInWhereUsersDo(WebBrowser browser) {
        Visitor visitor = browser.visit(VisitorProfile.english());
        Page page = visitor.page();
        String place = "#/" + pop800.realm().name() + "/agreements/user-registration/settings";
        page.navigate(users + path() + place);
        page.locator("#username").waitFor();
        assertThat(page.url()).startsWith(users);
        new SignInPages(page).submitPassword(ADMINISTRATOR, Pop800.PASSWORD);
        assertThat(page.getByLabel("Position")).hasValue("10");

        assertThat(page.url()).isEqualTo(administration + path() + place);
        page.reload();
        assertThat(page.getByLabel("Position")).hasValue("10");
        assertThat(visitor.errors()).isEmpty();
        assertThat(visitor.requests())
                .allMatch(request ->
                        request.startsWith(users) || request.startsWith(administration) || request.startsWith("data:"));
    }

    @Test
    void theAdminConsoleHasTheViewsAtItsOwnAddress(WebBrowser browser) {
        Visitor visitor = browser.visit(VisitorProfile.english());
        Page page = visitor.page();
        page.navigate(administration + "/admin/" + pop800.realm().name() + "/console/#/"
                + pop800.realm().name() + "/agreements");
        new SignInPages(page).submitPassword(ADMINISTRATOR, Pop800.PASSWORD);

        assertThat(page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName("POP800 User Registration Agreement")))
                .isVisible();
        assertThat(page.url()).startsWith(administration);
        assertThat(visitor.errors()).isEmpty();
    }

    private String path() {
        return "/realms/" + pop800.realm().name() + "/agreements/console";
    }
}
