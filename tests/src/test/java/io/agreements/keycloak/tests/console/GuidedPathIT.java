package io.agreements.keycloak.tests.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.realm.TestRealm;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.AdminConsole;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.PlainRealm;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The path from nothing to a published agreement in the admin console. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GuidedPathIT {

    private static final List<String> STEPS = List.of("name", "requirement", "languages", "text", "preview", "publish");

    @BeforeAll
    void useOurTheme(KeycloakServer server) {
        AdminConsole.useTheme(server, AdminConsole.AGREEMENTS);
    }

    @AfterAll
    void useTheStockTheme(KeycloakServer server) {
        AdminConsole.useTheme(server, AdminConsole.STOCK);
    }

    @Test
    void anEmptyRealmComesToAnAgreementThatAUserIsAskedFor(KeycloakServer server, WebBrowser browser) {
        TestRealm realm = PlainRealm.create(server);
        AdminConsole console = signIn(browser, VisitorProfile.english(), realm, "agreements");
        Page page = console.page();

        assertThat(page.getByText("No agreements yet")).isVisible();
        console.hearAtADesk("console/guide/empty-en-desktop");
        console.visitor().takePicture("console/guided-empty");
        console.button("Create agreement").click();
        field(console, "Title in English").fill("House rules");
        assertThat(field(console, "Key")).hasValue(PlainRealm.AGREEMENT);
        console.button("Save and continue").click();

        console.expectHeading("Step 2 of 6: Requirement");
        assertThat(console.heading("Step 2 of 6: Requirement")).isFocused();
        choice(console, "To take note of").check();
        assertThat(page.getByRole(AriaRole.STATUS).getByText("Not saved yet.")).isVisible();
        console.button("Save and leave").click();
        assertThat(console.button("Continue to publication")).isVisible();

        resume(console);
        assertThat(choice(console, "To take note of")).isChecked();
        choice(console, "Required").check();
        console.button("Save and continue").click();

        console.expectHeading("Step 3 of 6: Languages");
        assertThat(field(console, "Title in English")).hasValue("House rules");
        console.button("Continue").click();

        console.expectHeading("Step 4 of 6: Text");
        Locator text = field(console, "Text in Markdown");
        console.button("Template: terms of service").click();
        console.expectPreview(".agreements-preview", "Law and contact");
        console.button("Publish").click();
        assertThat(page.getByText("The text in English still says that it is a template."))
                .isVisible();
        assertThat(console.button("Publish version 1")).isDisabled();
        console.button("Text").click();
        assertThat(text).hasValue(Pattern.compile("Law and contact"));
        text.fill("## 1. Courtesy\n\nBe kind to one another.\n");
        console.expectPreview(".agreements-preview", "Be kind to one another.");
        console.button("Save and continue").click();

        console.expectHeading("Step 5 of 6: Preview");
        assertThat(page.locator(".agreements-screen-frame")).hasCount(2);
        console.expectPreview(".agreements-screen-onPhone", "Be kind to one another.");
        console.expectPreview(".agreements-screen-onDesktop", "House rules");
        console.button("Continue").click();

        console.button("Publish version 1").click();
        console.dialogButton("Publish").click();
        assertThat(console.button("Retract version 1")).isVisible();
        assertThat(console.tab("Changes")).hasCount(0);
        link(console, "Version 1").click();
        assertThat(page.locator(".agreements-reading-view")).containsText("Be kind to one another.");
        assertThat(page.locator("textarea")).hasCount(0);
        console.visitor().takePicture("console/guided-reading");
        console.visitor().assertAccessible(AdminConsole.VIEWS);
        assertThat(console.visitor().errors()).isEmpty();

        Visitor user = browser.visit();
        SignIn signIn = realm.client(PlainRealm.CLIENT, PlainRealm.REDIRECT_URI)
                .authorization()
                .open(user.page());
        SignInPages pages = new SignInPages(user.page());
        pages.submitPassword(PlainRealm.USER, PlainRealm.USER);
        assertThat(pages.acceptance()).containsText("Be kind to one another.");
        pages.press("accept");
        signIn.awaitCallback().code();
    }

    static Stream<Arguments> administrators() {
        return Stream.of(
                Arguments.of("en-desktop", VisitorProfile.english()),
                Arguments.of("zh-desktop", VisitorProfile.chinese()),
                Arguments.of("en-phone", VisitorProfile.english().on(Screen.PHONE)),
                Arguments.of("zh-phone", VisitorProfile.chinese().on(Screen.PHONE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("administrators")
    void everyStepIsReadableForEverybody(
            String name, VisitorProfile profile, KeycloakServer server, WebBrowser browser) {
        TestRealm realm = PlainRealm.create(server);
        writeDraft(realm);
        AdminConsole console = signIn(browser, profile, realm, "agreements?step=name");
        expectStep(console, 1, name);
        look(console, "new", name);
        for (String step : STEPS) {
            console.open("agreements/" + PlainRealm.AGREEMENT + "?step=" + step);
            expectStep(console, STEPS.indexOf(step) + 1, name);
            look(console, step, name);
        }
        console.open("agreements/" + PlainRealm.AGREEMENT + "/text");
        assertThat(console.page().locator(".agreements-bar")).isInViewport();
        look(console, "editor", name);
        assertThat(console.visitor().errors()).isEmpty();
    }

    private static AdminConsole signIn(WebBrowser browser, VisitorProfile profile, TestRealm realm, String path) {
        return AdminConsole.signIn(
                browser, profile, Pop800.of(realm, realm.server().agreements()), path);
    }

    /** Comes back later, from the list. */
    private static void resume(AdminConsole console) {
        console.page().navigate("about:blank");
        console.open("agreements");
        link(console, "House rules").click();
        console.button("Continue to publication").click();
        console.expectHeading("Step 2 of 6: Requirement");
    }

    private static void writeDraft(TestRealm realm) {
        AdminApi admin = PlainRealm.admin(realm);
        String agreement = "/" + PlainRealm.AGREEMENT;
        admin.post(
                        "",
                        "{\"key\": \"%s\", \"requirement\": \"REQUIRED\", \"bindingLocale\": \"en\"}"
                                .formatted(PlainRealm.AGREEMENT))
                .successful();
        admin.post(agreement + "/versions", "{}").successful();
        for (String locale : new String[] {"en", "zh-Hans"}) {
            admin.put(agreement + "/versions/1/texts/" + locale, """
                            {"title": "House rules", "content": "## 1. Courtesy\\n\\nBe kind.\\n\\n| a | b |\\n| --- | --- |\\n| 1 | 2 |\\n"}
                            """).successful();
        }
    }

    private static void expectStep(AdminConsole console, int number, String name) {
        String beginning = name.startsWith("zh") ? "第 %d 步，共 6 步".formatted(number) : "Step %d of 6".formatted(number);
        assertThat(console.page().locator(".agreements-step-title")).containsText(beginning);
    }

    private static void look(AdminConsole console, String step, String name) {
        Page page = console.page();
        assertThat(page.locator(AdminConsole.VIEWS + " .pf-v5-c-spinner")).hasCount(0);
        console.hearAtADesk("console/guide/" + step + "-" + name);
        console.visitor().takePicture("console/guided-" + step + "-" + name);
        console.visitor().assertAccessible(AdminConsole.VIEWS);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s is not wider than the window", step)
                .isTrue();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        console.visitor().takePicture("console/guided-" + step + "-" + name + "-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static Locator field(AdminConsole console, String label) {
        return console.page().locator(AdminConsole.VIEWS).getByLabel(label);
    }

    private static Locator link(AdminConsole console, String name) {
        return console.page()
                .locator(AdminConsole.VIEWS)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }

    private static Locator choice(AdminConsole console, String name) {
        return console.page()
                .locator(AdminConsole.VIEWS)
                .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(name));
    }
}
