package io.agreements.keycloak.tests.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.AdminConsole;
import io.agreements.keycloak.tests.fixture.realm.Mailbox;
import io.agreements.keycloak.tests.fixture.realm.Mailbox.Letter;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.Tasks;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An administrator tells users by mail about a version, and watches it in the console. */
@WithKeycloak(quickTasks = Tasks.MAILINGS)
final class MailingConsoleIT {

    private static final String[] PEOPLE = {"ann@example.org", "bob@example.org", "cem@example.org"};
    private static final String VERSIONS = "agreements/" + Pop800.AGREEMENT + "/versions";
    private static final int PATIENCE_MS = 20_000;

    private final Mailbox mailbox = new Mailbox();
    private Pop800 pop800;

    @BeforeEach
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server).withoutSampleUser();
        for (String person : PEOPLE) {
            pop800.newUser(person);
        }
        AdminConsole.useTheme(server, AdminConsole.AGREEMENTS);
    }

    @AfterEach
    void useTheStockTheme(KeycloakServer server) {
        mailbox.close();
        AdminConsole.useTheme(server, AdminConsole.STOCK);
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
    void anAdministratorStartsPausesAndFinishes(String name, VisitorProfile profile, WebBrowser browser) {
        boolean chinese = name.startsWith("zh");
        mailbox.serve(pop800);
        AdminConsole console = AdminConsole.signIn(browser, profile, pop800, VERSIONS);
        open(console, chinese);
        assertThat(console.dialog()).containsText(chinese ? "最多通知 3 位用户" : "At most 3 users are written to");
        look(console, "offer", name);
        console.hearAtADesk("console/mailing/offer-" + name);

        console.dialog().getByRole(AriaRole.TEXTBOX).fill("1");
        console.dialogButton(chinese ? "开始发送" : "Start sending").click();
        assertThat(console.dialog()).containsText(chinese ? "正在发送邮件" : "Mail is being sent");
        look(console, "running", name);
        console.dialogButton(chinese ? "暂停" : "Pause").click();
        assertThat(console.dialog()).containsText(chinese ? "发送已暂停" : "Sending is paused");
        look(console, "paused", name);

        console.dialog().getByRole(AriaRole.TEXTBOX).fill("6000");
        console.dialogButton(chinese ? "继续发送" : "Resume sending").click();
        assertThat(console.dialog()).containsText(chinese ? "已通知所有用户" : "All users have been written to", patiently());
        assertThat(console.dialog()).containsText(chinese ? "已发送邮件：3 封" : "Mails sent: 3");
        assertThat(mailbox.await(3)).extracting(Letter::to).containsExactlyInAnyOrder(PEOPLE);
        look(console, "done", name);
        console.dialog().locator("footer").getByRole(AriaRole.BUTTON).click();

        open(console, chinese);
        assertThat(console.dialog())
                .containsText(chinese ? "此版本不会再次发送邮件。" : "There is no second mail about this version.");
        assertThat(console.dialogButton(chinese ? "继续发送" : "Resume sending")).hasCount(0);
        assertThat(mailbox.size()).isEqualTo(3);
        assertThat(console.visitor().errors())
                .filteredOn(error -> !error.contains("404"))
                .isEmpty();
    }

    @Test
    void whatStandsInTheWayIsSaid(WebBrowser browser) {
        AdminConsole console = AdminConsole.signIn(browser, VisitorProfile.english(), pop800, VERSIONS);
        open(console, false);
        console.dialogButton("Start sending").click();
        assertThat(console.dialog()).containsText("The server refused");
        assertThat(console.dialog()).containsText("The realm has no mail server");
        look(console, "refused", "en-desktop");
        console.hearAtADesk("console/mailing/refused-en-desktop");

        mailbox.serve(pop800);
        mailbox.close();
        for (int i = 0; i < 5; i++) {
            pop800.newUser("one-more-" + i + "@example.org");
        }
        console.dialogButton("Start sending").click();
        assertThat(console.dialog()).containsText("Sending has stopped", patiently());
        look(console, "stopped", "en-desktop");
        assertThat(console.dialogButton("Resume sending")).isEnabled();
    }

    @Test
    void whoMayNotWriteToUsersIsOfferedNothing(WebBrowser browser) {
        String name = AdminConsole.administratorWith(pop800, "view-realm", "manage-realm", "view-users");
        AdminConsole console =
                AdminConsole.signIn(browser.visit(VisitorProfile.english()), pop800, VERSIONS, name, name);

        assertThat(console.button("Retract version 1")).isVisible();
        assertThat(console.button("Tell users by mail about version 1")).hasCount(0);
    }

    private static void open(AdminConsole console, boolean chinese) {
        console.button(chinese ? "就第 1 版邮件通知用户" : "Tell users by mail about version 1")
                .click();
    }

    /** It takes the server some seconds. */
    private static ContainsTextOptions patiently() {
        return new ContainsTextOptions().setTimeout(PATIENCE_MS);
    }

    private static void look(AdminConsole console, String part, String name) {
        assertThat(console.dialog().locator(".pf-v5-c-spinner")).hasCount(0);
        console.visitor().takePicture("console/mailing-" + part + "-" + name);
        console.visitor().assertAccessible(".pf-v5-c-modal-box");
        assertThat((Boolean) console.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s is not wider than the window", part)
                .isTrue();
    }
}
