package io.agreements.keycloak.tests.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.PublicRest;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.representations.idm.ClientRepresentation;

/** The views have a page of their own, for servers whose admin console cannot take them up. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlainConsoleIT {

    private static final String ADMINISTRATOR = "administrator@example.org";
    private static final String TITLE = "POP800 User Registration Agreement";

    private Pop800 pop800;

    @BeforeAll
    void createRealmWithAnAdministrator(KeycloakServer server) {
        pop800 = Pop800.create(server);
        pop800.newUser(ADMINISTRATOR);
        pop800.grant(ADMINISTRATOR, "view-realm", "view-events", "view-users");
    }

    @Test
    void anAdministratorOfTheRealmSignsInAndComesBackToThePlaceAskedFor(WebBrowser browser) {
        Visitor visitor = browser.visit(VisitorProfile.english());
        Page page = visitor.page();
        page.navigate(address(pop800) + "#/" + pop800.realm().name() + "/agreements/user-registration/settings");
        signIn(page, ADMINISTRATOR, Pop800.PASSWORD);

        assertThat(page.getByLabel("Position")).hasValue("10");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Agreements"))
                .first()
                .click();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(TITLE)))
                .isVisible();
        visitor.hear("console/plain/list-en-desktop");
        visitor.takePicture("console/plain");
        visitor.assertAccessible();
        assertThat(page.getByRole(AriaRole.NAVIGATION).getByRole(AriaRole.LINK)).hasText(new String[] {
            "Agreements",
            "Set-up",
            "Statistics",
            "Audit",
            "Ledger",
            "Prohibited words",
            "Restrictions",
            "Disclosures",
            "Deletion requests",
            "User"
        });
        assertThat(visitor.errors()).isEmpty();
        assertThat(visitor.requests())
                .allMatch(request -> request.startsWith(pop800.realm().server().url()) || request.startsWith("data:"));
    }

    @Test
    void anAdministratorOfTheServerChoosesTheRealm(KeycloakServer server, WebBrowser browser) {
        ClientRepresentation client = pop800.realm().admin().clients().findByClientId("agreements-console").stream()
                .findFirst()
                .orElseThrow();
        client.setId(null);
        client.setBaseUrl(null);
        client.setRedirectUris(List.of("/realms/master/agreements/console"));
        server.adminClient().realm("master").clients().create(client).close();
        try {
            Page page = browser.visit(VisitorProfile.english()).page();
            page.navigate(server.url() + "/realms/master/agreements/console?realm="
                    + pop800.realm().name());
            new SignInPages(page).submitPassword("admin", "admin");

            assertThat(page.getByText("Realm " + pop800.realm().name())).isVisible();
            assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(TITLE)))
                    .isVisible();
        } finally {
            server.adminClient().realm("master").clients().findByClientId("agreements-console").stream()
                    .map(created ->
                            server.adminClient().realm("master").clients().get(created.getId()))
                    .forEach(created -> created.remove());
        }
    }

    @Test
    void whoeverIsNoAdministratorSeesNothing(WebBrowser browser) {
        pop800.newUser("nobody@example.org");
        Page page = browser.visit(VisitorProfile.english()).page();
        page.navigate(address(pop800));
        signIn(page, "nobody@example.org", Pop800.PASSWORD);

        assertThat(page.getByText("You are not allowed to see this")).isVisible();
        assertThat(page.getByText(TITLE)).hasCount(0);
    }

    @Test
    void aRealmWithoutTheClientSaysHowToMakeIt(KeycloakServer server, WebBrowser browser) {
        Visitor visitor = browser.visit(VisitorProfile.english());
        Response response = visitor.page().navigate(server.url() + "/realms/master/agreements/console");

        assertThat(response.status()).isEqualTo(404);
        assertThat(visitor.page().locator("code"))
                .containsText("kcadm.sh create clients -r master -s clientId=agreements-console");
        visitor.hear("console/plain/without-client-en-desktop");
        visitor.takePicture("console/plain-without-client");
        visitor.assertAccessible();
    }

    @Test
    void nothingThatIsNotAFileOfTheServerRunsOnThePage() {
        String page = PublicRest.of(pop800).get("/console").body();

        assertThat(page).contains("default-src 'none'; script-src 'self'; style-src 'self'", "; font-src 'self';");
        assertThat(page.split("<script")).hasSize(2);
        assertThat(page).containsPattern("<script type=\"module\" src=\"[^\"]+/plain-[0-9a-f]{12}\\.js\"></script>");
        assertThat(page).doesNotContain("<style", " style=", " onload=");
    }

    private static String address(Pop800 pop800) {
        return pop800.realm().url() + "/agreements/console";
    }

    /** Whoever signs in for the first time is asked for the agreement, administrators included. */
    private static void signIn(Page page, String name, String password) {
        SignInPages pages = new SignInPages(page).submitPassword(name, password);
        Locator arrived = page.locator("#app, #agreement-acceptance-form");
        arrived.waitFor();
        if (pages.acceptance().isVisible()) {
            pages.press("accept");
        }
    }
}
