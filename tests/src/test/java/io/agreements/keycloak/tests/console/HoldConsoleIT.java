package io.agreements.keycloak.tests.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.AdminConsole;
import io.agreements.keycloak.tests.fixture.realm.Persons;
import io.agreements.keycloak.tests.fixture.realm.Persons.Person;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Administrators place, see and lift legal holds in the console. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HoldConsoleIT {

    private Pop800 pop800;
    private Person held;
    private Person free;

    @BeforeAll
    void createRealmWithHolds(KeycloakServer server) {
        pop800 = Pop800.create(server);
        held = new Persons(pop800).settled();
        free = new Persons(pop800).settled();
        AdminApi admin = AdminApi.of(pop800);
        admin.post(
                        "/holds",
                        "{\"userId\": \"%s\", \"reason\": \"Lawsuit 4711 before the internet court, letter of our counsel.\"}"
                                .formatted(held.id()))
                .successful();
        admin.post(
                        "/holds",
                        "{\"agreement\": \"news-by-mail\", \"reason\": \"Inquiry of the authority.\", \"until\":"
                                + " 4102444800000}")
                .successful();
        AdminConsole.useTheme(server, AdminConsole.AGREEMENTS);
    }

    @AfterAll
    void useTheStockTheme(KeycloakServer server) {
        AdminConsole.useTheme(server, AdminConsole.STOCK);
    }

    static Stream<Arguments> administrators() {
        return Stream.of(
                Arguments.of("en-desktop-light", VisitorProfile.english(), ColorScheme.LIGHT),
                Arguments.of("zh-desktop-dark", VisitorProfile.chinese(), ColorScheme.DARK),
                Arguments.of("en-phone-dark", VisitorProfile.english().on(Screen.PHONE), ColorScheme.DARK),
                Arguments.of("zh-phone-light", VisitorProfile.chinese().on(Screen.PHONE), ColorScheme.LIGHT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("administrators")
    void everyPartIsReadableForEverybody(String name, VisitorProfile profile, ColorScheme scheme, WebBrowser browser) {
        boolean chinese = name.startsWith("zh");
        AdminConsole console = AdminConsole.signIn(browser, profile, pop800, "users/" + held.id() + "/agreements");
        console.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        console.expectHeading(chinese ? "法律保全" : "Legal hold");
        assertThat(console.page().getByText("Lawsuit 4711 before the internet court"))
                .isVisible();
        look(console, "user", name);
        console.hearAtADesk("console/holds/user-" + name);
        console.button(chinese ? "设置法律保全" : "Place a legal hold").click();
        assertThat(console.dialog()).containsText(held.email());
        lookAtDialog(console, "place", name);
        console.dialogButton(chinese ? "取消" : "Cancel").click();

        console.open("agreements/news-by-mail/settings");
        assertThat(console.page().getByText("Inquiry of the authority.")).isVisible();
        console.heading(chinese ? "法律保全" : "Legal hold").scrollIntoViewIfNeeded();
        look(console, "agreement", name);
        console.hearAtADesk("console/holds/agreement-" + name);

        console.open("agreements-ledger");
        console.expectHeading(chinese ? "生效中的法律保全" : "Legal holds in force");
        console.page()
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(chinese ? "解除保全" : "Lift hold"))
                .first()
                .waitFor();
        look(console, "ledger", name);
        assertThat(console.visitor().errors()).isEmpty();
    }

    @Test
    void anAdministratorPlacesAHoldAndLiftsIt(WebBrowser browser) {
        AdminConsole console =
                AdminConsole.signIn(browser, VisitorProfile.english(), pop800, "users/" + free.id() + "/agreements");
        assertThat(console.page().getByText("No hold is in force.")).isVisible();
        console.button("Place a legal hold").click();
        assertThat(console.dialogButton("Place hold")).isDisabled();
        console.dialog().getByLabel("Reason").fill("A complaint is open.");
        console.dialog().getByLabel("Ends on").fill("2001-01-01T00:00");
        assertThat(console.dialog()).containsText("This lies in the past.");
        assertThat(console.dialogButton("Place hold")).isDisabled();
        console.dialog().getByLabel("Ends on").fill("2099-01-01T00:00");
        console.dialogButton("Place hold").click();
        assertThat(console.page().getByText("The records of " + free.email() + " are held"))
                .isVisible();
        assertThat(console.page().getByText("A complaint is open.")).isVisible();

        console.button("Lift hold: Records of the user " + free.email()).click();
        console.dialogButton("Lift hold").click();
        assertThat(console.page().getByText("No hold is in force.")).isVisible();
        assertThat(console.visitor().errors()).isEmpty();
        assertThat(pop800.records(free.id()).stream()
                        .filter(row -> row.get("type").equals("HOLD"))
                        .map(row -> row.get("details") + " " + row.get("free_text")))
                .satisfiesExactly(
                        details -> assertThat(details).contains("placed", "A complaint is open.", "until"),
                        details -> assertThat(details).contains("lifted"));
    }

    @Test
    void whoMayNotDecideSeesHoldsAndNoButtons(WebBrowser browser) {
        String name = AdminConsole.administratorWith(pop800, "view-users", "view-realm", "view-events");
        AdminConsole console = AdminConsole.signIn(
                browser.visit(VisitorProfile.english()), pop800, "users/" + held.id() + "/agreements", name, name);
        assertThat(console.page().getByText("Lawsuit 4711 before the internet court"))
                .isVisible();
        assertThat(console.button("Place a legal hold")).hasCount(0);
        assertThat(console.button("Lift hold: Records of the user " + held.email()))
                .hasCount(0);
    }

    private static void look(AdminConsole console, String part, String name) {
        assertThat(console.page().locator(AdminConsole.VIEWS + " .pf-v5-c-spinner"))
                .hasCount(0);
        console.visitor().takePicture("console/holds-" + part + "-" + name);
        console.visitor().assertAccessible(AdminConsole.VIEWS);
        expectFits(console.page(), part);
    }

    private static void lookAtDialog(AdminConsole console, String part, String name) {
        console.hearAtADesk("console/holds/" + part + "-" + name);
        console.visitor().takePicture("console/holds-" + part + "-" + name);
        console.visitor().assertAccessible(".pf-v5-c-modal-box");
        expectFits(console.page(), part);
    }

    private static void expectFits(Page page, String part) {
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s is not wider than the window", part)
                .isTrue();
    }
}
