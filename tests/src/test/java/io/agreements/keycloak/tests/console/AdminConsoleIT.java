package io.agreements.keycloak.tests.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.realm.RealmBuilder;
import io.agreements.keycloak.testing.realm.TestRealm;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.AdminConsole;
import io.agreements.keycloak.tests.fixture.realm.AgreementEdits;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.keycloak.admin.client.resource.RealmLocalizationResource;
import org.keycloak.representations.idm.RealmRepresentation;

/** Keycloak's own admin console, complete and unchanged, has the views of agreements in it for those who may see them. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AdminConsoleIT {

    private static final String HEADING = "agreements.agreements.agreements";
    private static final String USER = "looked-at@example.org";

    private Pop800 pop800;
    private String userId;

    @BeforeAll
    void createRealmWithTwoVersions(KeycloakServer server) {
        pop800 = Pop800.create(server, AgreementEdits::dropSecondVersion);
        userId = pop800.newUser(USER).toRepresentation().getId();
        AdminConsole.useTheme(server, AdminConsole.AGREEMENTS);
    }

    @AfterAll
    void useTheStockTheme(KeycloakServer server) {
        AdminConsole.useTheme(server, AdminConsole.STOCK);
    }

    @Test
    void theMenuIsTheStockOneWithThreeMoreEntries(KeycloakServer server, WebBrowser browser) {
        AdminConsole.useTheme(server, AdminConsole.STOCK);
        List<String> stock = AdminConsole.signIn(browser, VisitorProfile.english(), pop800, "users")
                .menu();
        AdminConsole.useTheme(server, AdminConsole.AGREEMENTS);
        AdminConsole console = AdminConsole.signIn(browser, VisitorProfile.english(), pop800, "users");

        List<String> expected = new ArrayList<>(stock);
        expected.addAll(
                stock.indexOf("Events") + 1,
                List.of(
                        "Agreements",
                        "Set-up",
                        "Statistics",
                        "Audit",
                        "Ledger",
                        "Prohibited words",
                        "Restrictions",
                        "Disclosures",
                        "Deletion requests"));
        assertThat(stock)
                .contains("Events")
                .doesNotContain(
                        "Agreements",
                        "Set-up",
                        "Statistics",
                        "Audit",
                        "Ledger",
                        "Prohibited words",
                        "Restrictions",
                        "Disclosures",
                        "Deletion requests");
        assertThat(console.menu()).isEqualTo(expected);
        assertThat(console.visitor().errors()).isEmpty();
    }

    @Test
    void stockPagesLookTheSameAfterOurStylesHaveCome(WebBrowser browser) {
        AdminConsole console = AdminConsole.signIn(browser, VisitorProfile.english(), pop800, "clients");
        assertThat(console.page().getByText("sample", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        byte[] before = picture(console.page());

        console.entry("/agreements").click();
        console.expectHeading("Agreements");
        assertThat(console.page().locator("link[rel=stylesheet][href*='/views-']"))
                .isAttached();
        console.entry("/clients").click();
        assertThat(console.page().getByText("sample", new Page.GetByTextOptions().setExact(true)))
                .isVisible();

        // The page fades in; what counts is what it comes to.
        console.page().mouse().move(0, 0);
        for (int tries = 0; tries < 20 && !Arrays.equals(picture(console.page()), before); tries++) {
            console.page().waitForTimeout(100);
        }
        assertThat(picture(console.page())).isEqualTo(before);
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
    void everyPartIsReadableForEverybody(String name, VisitorProfile profile, WebBrowser browser) {
        boolean chinese = name.startsWith("zh");
        String title = chinese ? "POP800用户注册协议" : "POP800 User Registration Agreement";
        AdminConsole console = AdminConsole.signIn(browser, profile, pop800, "agreements");
        console.expectHeading(chinese ? "协议" : "Agreements");
        assertThat(link(console, title)).isVisible();
        look(console, "list", name);

        link(console, title).click();
        console.expectHeading(title);
        assertThat(console.page().getByRole(AriaRole.GRID)).containsText(chinese ? "第 2 版" : "Version 2");
        look(console, "versions", name);

        console.open("agreements/user-registration/text?version=1&text=zh-Hans");
        assertThat(console.page().locator(".agreements-page h3")).hasCount(11);
        look(console, "text", name);

        console.open("agreements/user-registration/changes");
        assertThat(console.page().locator(".agreements-comparison ins").first())
                .containsText(chinese ? "[新增：更新前至少三十日公示。]" : "[inserted: Changes are announced thirty days before.]");
        look(console, "changes", name);

        console.open("agreements/user-registration/settings");
        assertThat(console.page().getByLabel(chinese ? "位置" : "Position")).hasValue("10");
        look(console, "settings", name);
        assertThat(console.visitor().errors())
                .filteredOn(error -> !error.contains("404"))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("administrators")
    void namesInAnAudienceThatDoNotExistAreMarkedInTheListAndNamedInTheSettings(
            String name, VisitorProfile profile, KeycloakServer server, WebBrowser browser) {
        boolean chinese = name.startsWith("zh");
        Pop800 realm = Pop800.create(server);
        AdminApi.of(realm).post("", """
                        {"key": "partner-terms", "requirement": "REQUIRED", "bindingLocale": "en", "position": 5,
                         "audience": {"type": "CLIENTS", "names": ["sample", "partner-shop", "partner-portal"]}}
                        """).successful();
        AdminConsole console = AdminConsole.signIn(browser, profile, realm, "agreements");
        assertThat(console.page().getByText(chinese ? "名称不存在" : "Unknown name")).isVisible();
        look(console, "unknown-name-list", name);
        console.open("agreements/partner-terms/settings");
        assertThat(console.page().locator(AdminConsole.VIEWS + " .pf-m-warning").first())
                .containsText("partner-portal, partner-shop");
        look(console, "unknown-name-settings", name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("administrators")
    void whatWasRecognisedStandsBelowTheTextAndLanguagesThatDifferArePublishedForAReason(
            String name, VisitorProfile profile, KeycloakServer server, WebBrowser browser) {
        boolean chinese = name.startsWith("zh");
        Pop800 realm = Pop800.create(server);
        draftWhoseLanguagesDiffer(AdminApi.of(realm));
        AdminConsole console =
                AdminConsole.signIn(browser, profile, realm, "agreements/house-rules/text?version=1&text=zh-Hans");
        Locator recognised = console.page().locator(".agreements-recognised");
        assertThat(recognised).containsText(chinese ? "2 个条款 (第一条, 第二条)" : "2 articles (第一条, 第二条)");
        assertThat(recognised).containsText(chinese ? "1 个提示条款" : "1 attention clause");
        assertThat(recognised).containsText(chinese ? "不一致" : "Different");
        recognised
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                                .setName(chinese ? "条款" : "Articles")
                                .setExact(true))
                .click();
        assertThat(recognised).containsText("第二条 费用");
        look(console, "recognised", name);
        Locator text = console.page().locator(".agreements-markdown textarea, textarea.agreements-markdown");
        text.fill(text.inputValue() + "\n<div>附注</div>\n\n见[隐私政策](../privacy.md)。\n");
        Locator remarks = recognised.locator(".agreements-remarks li");
        assertThat(remarks).hasCount(2);
        assertThat(remarks.first()).containsText(chinese ? "“<div>附注</div>”是 HTML。" : "“<div>附注</div>” is HTML.");
        remarks.first().getByRole(AriaRole.BUTTON).press("Enter");
        assertThat(text).isFocused();
        assertThat(text.evaluate("field => field.value.slice(field.selectionStart, field.selectionEnd)"))
                .isEqualTo("<div>附注</div>");
        look(console, "remarks", name);
        lookInTheDark(console, "remarks", name);

        console.page().onceDialog(Dialog::accept);
        console.page().navigate("about:blank");
        console.open("agreements/house-rules/versions");
        console.button(chinese ? "发布第 1 版" : "Publish version 1").click();
        Locator reason = console.dialog().getByLabel(chinese ? "各语言不一致的原因" : "Why the languages differ");
        assertThat(console.dialog())
                .containsText(chinese ? "各语言的条款数量不同。" : "The languages do not have as many articles.");
        assertThat(console.dialog().getByRole(AriaRole.GRID)).containsText("第一条, 第二条");
        assertThat(console.dialog()).not().containsText("zh-Hans has");
        assertThat(console.dialogButton(chinese ? "发布" : "Publish")).isDisabled();
        reason.fill("英文只是摘要。");
        console.hearAtADesk("console/agreements/publish-differing-" + name);
        console.visitor().takePicture("console/publish-differing-" + name);
        console.visitor().assertAccessible(".pf-v5-c-modal-box");
        lookInTheDark(console, "publish-differing", name);
        console.dialogButton(chinese ? "发布" : "Publish").click();

        assertThat(console.page().getByRole(AriaRole.GRID).first()).containsText("英文只是摘要。");
        console.open("agreements-ledger");
        console.page()
                .locator(AdminConsole.VIEWS)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                                .setName(Pattern.compile(chinese ? "发布第 1 版" : "Version 1 published")))
                .first()
                .click();
        assertThat(console.page().locator(".agreements-record").first()).containsText("英文只是摘要。");
        console.visitor().takePicture("console/record-differing-" + name);
    }

    private static void draftWhoseLanguagesDiffer(AdminApi admin) {
        admin.post("", "{\"key\": \"house-rules\", \"requirement\": \"REQUIRED\", \"bindingLocale\": \"zh-Hans\"}")
                .successful();
        admin.post("/house-rules/versions", "{}").successful();
        admin.put("/house-rules/versions/1/texts/zh-Hans", """
                        {"title": "社区守则", "content": "# 社区守则\\n\\n## 第一条 礼貌\\n\\n请彼此尊重。\\n\\n## 第二条 费用\\n\\n> [!IMPORTANT]\\n> 费用不予退还。\\n"}
                        """).successful();
        admin.put("/house-rules/versions/1/texts/en", """
                        {"title": "House rules", "content": "# House rules\\n\\n## Rules\\n\\nIn short: be kind.\\n"}
                        """).successful();
    }

    private static void lookInTheDark(AdminConsole console, String part, String name) {
        console.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        console.visitor().takePicture("console/" + part + "-" + name + "-dark");
        console.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    /** Of the realm whoever looks has signed in to, as with the stock words. */
    @Test
    void aWordOfTheRealmTakesThePlaceOfOurs(KeycloakServer server, WebBrowser browser) {
        RealmLocalizationResource words = server.adminClient().realm("master").localization();
        words.saveRealmLocalizationText("en", HEADING, "Contracts");
        try {
            AdminConsole console = AdminConsole.signIn(browser, VisitorProfile.english(), pop800, "agreements");

            console.expectHeading("Contracts");
            assertThat(console.button("Create agreement")).isVisible();
            assertThat(console.visitor().errors()).isEmpty();
        } finally {
            words.deleteRealmLocalizationText("en", HEADING);
        }
    }

    @Test
    void aUserHasATabOfTheAgreements(WebBrowser browser) {
        AdminConsole console =
                AdminConsole.signIn(browser, VisitorProfile.english(), pop800, "users/" + userId + "/settings");
        assertThat(console.page().getByTestId("agreements-tab")).hasText("Agreements");
        console.page().getByTestId("agreements-tab").click();

        assertThat(console.page()).hasURL(Pattern.compile(".*/users/" + userId + "/agreements$"));
        assertThat(console.page().locator(AdminConsole.VIEWS).first()).isVisible();
        console.page().reload();
        assertThat(console.page().getByTestId("agreements-tab")).hasAttribute("aria-selected", "true");
    }

    @Test
    void whoMayOnlySeeUsersSeesNoAgreements(WebBrowser browser) {
        String name = AdminConsole.administratorWith(pop800, "query-users", "view-users");
        AdminConsole console = AdminConsole.signIn(browser.visit(), pop800, "users", name, name);

        assertThat(console.menu())
                .contains("Users", "Deletion requests")
                .doesNotContain("Agreements", "Ledger", "Events");
        for (String path : new String[] {"agreements", "agreements/user-registration/text", "agreements-ledger"}) {
            console.open(path).page().reload();
            assertThat(console.page().getByText("Forbidden")).isVisible();
            assertThat(console.page().locator(AdminConsole.VIEWS)).hasCount(0);
        }
        console.visitor().takePicture("console/forbidden");
    }

    @Test
    void whoMayOnlyLookIsOfferedNothingToChange(WebBrowser browser) {
        String name = AdminConsole.administratorWith(pop800, "view-realm");
        AdminConsole console = AdminConsole.signIn(browser.visit(), pop800, "agreements", name, name);
        console.expectHeading("Agreements");
        assertThat(link(console, "POP800 User Registration Agreement")).isVisible();
        assertThat(console.button("Create agreement")).hasCount(0);

        link(console, "POP800 User Registration Agreement").click();
        console.expectHeading("POP800 User Registration Agreement");
        assertThat(console.tab("Coverage")).hasCount(0);
        assertThat(console.page().locator(AdminConsole.VIEWS).getByRole(AriaRole.BUTTON))
                .hasCount(0);
    }

    @Test
    void aRealmThatHasChosenAnotherThemeIsUntouched(KeycloakServer server, WebBrowser browser) {
        TestRealm other = RealmBuilder.unique("untouched").create(server);
        RealmRepresentation settings = other.admin().toRepresentation();
        settings.setAdminTheme("keycloak.v2");
        other.admin().update(settings);
        APIRequestContext requests = browser.visit().page().request();

        assertThat(requests.get(consoleOf(other)).text()).doesNotContain("agreements");
        assertThat(requests.get(consoleOf(pop800.realm())).text())
                .containsPattern("\"react/jsx-runtime\": \"[^\"]+/admin/agreements/assets/hook-[0-9a-f]{12}\\.js\"")
                .containsPattern("\"agreements/stock-jsx-runtime\": \"[^\"]+/react-jsx-runtime[^\"]+\\.js\"");
    }

    private static String consoleOf(TestRealm realm) {
        return realm.server().url() + "/admin/" + realm.name() + "/console/";
    }

    private static Locator link(AdminConsole console, String name) {
        return console.page()
                .locator(AdminConsole.VIEWS)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }

    private static void look(AdminConsole console, String part, String name) {
        assertThat(console.page().locator(AdminConsole.VIEWS + " .pf-v5-c-spinner"))
                .hasCount(0);
        console.hearAtADesk("console/agreements/" + part + "-" + name);
        console.visitor().takePicture("console/" + part + "-" + name);
        console.visitor().assertAccessible(AdminConsole.VIEWS);
        assertThat((Boolean) console.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s is not wider than the window", part)
                .isTrue();
    }

    private static byte[] picture(Page page) {
        return page.screenshot(new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED));
    }
}
