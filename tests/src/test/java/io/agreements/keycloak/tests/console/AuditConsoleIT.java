package io.agreements.keycloak.tests.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.AdminConsole;
import io.agreements.keycloak.tests.fixture.realm.Persons;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Year;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Administrators look at the figures of a year in the console, and take them along. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AuditConsoleIT {

    private static final int YEAR = Year.now(ZoneId.of("Asia/Shanghai")).getValue();

    private Pop800 pop800;

    @BeforeAll
    void createRealmWithDecisions(KeycloakServer server) {
        pop800 = Pop800.create(server);
        new Persons(pop800).settled();
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
    void figuresAreReadableForEverybody(String name, VisitorProfile profile, ColorScheme scheme, WebBrowser browser) {
        boolean chinese = name.startsWith("zh");
        AdminConsole console = AdminConsole.signIn(browser, profile, pop800, "agreements-audit");
        console.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        console.expectHeading(chinese ? "审计" : "Audit");
        assertThat(table(console.page(), chinese ? "用户的决定" : "What users decided"))
                .containsText("user-registration");
        look(console, "this-year", name);

        console.page()
                .getByLabel(chinese ? "年度" : "Year", new Page.GetByLabelOptions().setExact(true))
                .selectOption(String.valueOf(YEAR - 1));
        assertThat(table(console.page(), chinese ? "用户的决定" : "What users decided"))
                .containsText(chinese ? "未统计：台账始于此后" : "not counted: the ledger began later");
        look(console, "last-year", name);
        assertThat(console.visitor().errors()).isEmpty();
    }

    @Test
    void figuresCanBePrintedWithoutWhatIsOnlyForTheScreen(WebBrowser browser) {
        AdminConsole console = AdminConsole.signIn(browser, VisitorProfile.chinese(), pop800, "agreements-audit");
        assertThat(table(console.page(), "用户的决定")).isVisible();
        console.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(console.page().locator(".agreements-audit-choice")).isHidden();
        assertThat(table(console.page(), "用户的决定")).isVisible();
        console.visitor().takePicture("console/audit-printed");
    }

    @ParameterizedTest
    @CsvSource({"en, Download to print (HTML)", "zh, 下载打印版（HTML）"})
    void theFileToPrintIsAWholePage(String language, String button, WebBrowser browser) throws IOException {
        VisitorProfile profile = language.equals("zh") ? VisitorProfile.chinese() : VisitorProfile.english();
        AdminConsole console = AdminConsole.signIn(browser, profile, pop800, "agreements-audit");
        Download download = console.page()
                .waitForDownload(() -> console.page()
                        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                        .click());
        assertThat(download.suggestedFilename()).isEqualTo("audit-" + YEAR + ".html");
        Visitor reader = browser.visit(profile);
        reader.page().setContent(Files.readString(download.path()));

        assertThat(reader.page().getByRole(AriaRole.TABLE)).hasCount(9);
        reader.hear("console/audit/file-" + language);
        reader.takePicture("console/audit-file-" + language);
        reader.assertAccessible();
        assertThat(reader.errors()).isEmpty();
    }

    private static Locator table(Page page, String caption) {
        return page.getByRole(AriaRole.GRID, new Page.GetByRoleOptions().setName(caption));
    }

    private static void look(AdminConsole console, String what, String name) {
        console.hearAtADesk("console/audit/" + what + "-" + name);
        console.visitor().takePicture("console/audit-" + what + "-" + name);
        console.visitor().assertAccessible(AdminConsole.VIEWS);
        assertThat((Boolean) console.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s is not wider than the window", what)
                .isTrue();
    }
}
