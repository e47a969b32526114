package io.agreements.keycloak.tests.setup;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.Callback;
import io.agreements.keycloak.testing.oidc.OidcClient;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.realm.TestRealm;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.AdminConsole;
import io.agreements.keycloak.tests.fixture.page.RegistrationForm;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.PlainRealm;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.PlainSignIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A realm of users becomes one with agreements by one click in the stock console, and one without again. */
@WithKeycloak
final class SetupStoryIT {

    private static final String PAGE = "agreements-setup";

    /** What a realm has that has chosen no theme. */
    private static final String NONE_CHOSEN = "";

    private TestRealm realm;
    private Pop800 administered;
    private OidcClient client;

    @BeforeEach
    void createRealm(KeycloakServer server) {
        realm = PlainRealm.create(server);
        PlainRealm.publish(realm);
        administered = Pop800.of(realm, server.agreements());
        client = realm.client(PlainRealm.CLIENT, PlainRealm.REDIRECT_URI);
        AdminConsole.useTheme(server, NONE_CHOSEN);
    }

    @AfterEach
    void useTheStockTheme(KeycloakServer server) {
        AdminConsole.useTheme(server, AdminConsole.STOCK);
    }

    @Test
    @Tag("long")
    void oneClickMakesItAnotherTakesItBackAndThenTheJarsMayGo(KeycloakServer server, WebBrowser browser) {
        AdminConsole console = AdminConsole.signIn(browser, VisitorProfile.english(), administered, PAGE);
        console.expectHeading("Set-up");
        press(console, "Mend all", "Mend");
        assertThat(console.page().getByText("The realm is mended")).isVisible();
        assertThat(console.page().getByText("This realm has all it needs.")).isVisible();
        assertThat(console.visitor().errors()).isEmpty();

        Visitor newcomer = browser.visit(VisitorProfile.english());
        SignIn registration = client.registration().open(newcomer.page());
        register(newcomer.page(), "newcomer");
        new RegistrationForm(newcomer.page()).tick(PlainRealm.AGREEMENT).submit();
        assertThat(registration.awaitTokens().status()).isEqualTo(200);

        Visitor ofOld = browser.visit(VisitorProfile.english());
        SignIn signIn = client.authorization().open(ofOld.page());
        SignInPages pages = new SignInPages(ofOld.page()).submitPassword(PlainRealm.USER, PlainRealm.USER);
        assertThat(pages.acceptance()).isVisible();
        pages.press("accept");
        assertThat(signIn.awaitTokens().status()).isEqualTo(200);

        press(console, "Take all back", "Take all back");
        assertThat(console.page().getByText("All is taken back")).isVisible();
        expectSignIn("newcomer", "newcomer-2026");
        Page plain = browser.visit(VisitorProfile.english()).page();
        client.registration().open(plain);
        assertThat(plain.locator("#kc-register-form")).isVisible();
        assertThat(plain.locator("#agreement-" + PlainRealm.AGREEMENT)).hasCount(0);

        server.withoutProduct(() -> {
            expectSignIn("newcomer", "newcomer-2026");
            expectSignIn(PlainRealm.USER, PlainRealm.USER);
            assertThat(client.password(PlainRealm.USER, PlainRealm.USER).status())
                    .isEqualTo(200);
            Page registering = browser.visit(VisitorProfile.english()).page();
            client.registration().open(registering);
            assertThat(registering.locator("#kc-register-form")).isVisible();
        });
    }

    @ParameterizedTest
    @CsvSource({"en, false", "en, true", "zh, false", "zh, true"})
    void thePageIsReadableForEverybody(String language, boolean onPhone, WebBrowser browser) {
        boolean chinese = language.equals("zh");
        VisitorProfile profile = chinese ? VisitorProfile.chinese() : VisitorProfile.english();
        AdminConsole console =
                AdminConsole.signIn(browser, onPhone ? profile.on(Screen.PHONE) : profile, administered, PAGE);
        console.expectHeading(chinese ? "设置检查" : "Set-up");
        Locator flow = console.page().locator("[data-condition=registration-flow]");
        assertThat(flow).containsText(chinese ? "可修复" : "To mend");
        console.visitor().assertAccessible(AdminConsole.VIEWS);
        console.hearAtADesk("console/setup/list-" + language);
        console.visitor().takePicture("setup/list-" + language + (onPhone ? "-phone" : ""));

        console.button(chinese ? "修复：注册流程" : "Mend: Registration").click();
        assertThat(console.dialog()).containsText("registration with agreements");
        console.visitor().assertAccessible("[role=dialog]");
        console.hearAtADesk("console/setup/mend-" + language);
        console.visitor().takePicture("setup/mend-" + language + (onPhone ? "-phone" : ""));
        console.dialogButton(chinese ? "取消" : "Cancel").click();
        assertThat(flow).hasAttribute("data-state", "TO_MEND");
        assertThat(console.visitor().errors()).isEmpty();
    }

    private static void press(AdminConsole console, String button, String confirmation) {
        console.button(button).click();
        console.dialogButton(confirmation).click();
    }

    private static void register(Page page, String name) {
        page.locator("#username").fill(name);
        page.locator("#email").fill(name + "@example.org");
        page.locator("#firstName").fill("New");
        page.locator("#lastName").fill("Comer");
        page.locator("#password").fill(name + "-2026");
        page.locator("#password-confirm").fill(name + "-2026");
    }

    private void expectSignIn(String user, String password) {
        PlainSignIn signIn = PlainSignIn.open(client.authorization().url()).password(user, password);
        assertThat(signIn.client()).as(signIn.toString()).startsWith(PlainRealm.REDIRECT_URI);
        assertThat(Callback.parse(signIn.client()).code()).isNotBlank();
    }
}
