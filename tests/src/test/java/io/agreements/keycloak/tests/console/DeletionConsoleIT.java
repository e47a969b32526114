package io.agreements.keycloak.tests.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.AdminConsole;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import io.agreements.keycloak.tests.fixture.rest.MyRest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Administrators decide in the console about those who want their accounts deleted. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DeletionConsoleIT {

    private static final String WAITING = "waiting@example.org";
    private static final String HELD = "held@example.org";
    private static final String PAGE = "agreements-deletions";

    private Pop800 pop800;

    @BeforeAll
    void createRealmWithTwoWhoWantToGo(KeycloakServer server, WebBrowser browser) {
        pop800 = Pop800.create(server);
        askForDeletion(browser, WAITING);
        AdminApi.of(pop800)
                .put(
                        "/deletion-requests/" + askForDeletion(browser, HELD) + "/hold",
                        "{\"reason\": \"Order 4711 is in dispute.\"}")
                .successful();
        AdminConsole.useTheme(server, AdminConsole.AGREEMENTS);
    }

    @AfterAll
    void useTheStockTheme(KeycloakServer server) {
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
    void everyPartIsReadableForEverybody(String name, VisitorProfile profile, WebBrowser browser) {
        boolean chinese = name.startsWith("zh");
        AdminConsole console = AdminConsole.signIn(browser, profile, pop800, PAGE);
        console.expectHeading(chinese ? "注销申请" : "Deletion requests");
        assertThat(row(console, HELD)).containsText(chinese ? "由 admin 于" : "by admin since");
        assertThat(row(console, HELD)).containsText("Order 4711 is in dispute.");
        look(console, "queue", name);
        console.hearAtADesk("console/deletions/queue-" + name);

        console.button((chinese ? "暂缓：" : "Hold: ") + WAITING).click();
        assertThat(console.dialog()).containsText(WAITING);
        lookAtDialog(console, "hold", name);
        console.dialogButton(chinese ? "取消" : "Cancel").click();

        console.button((chinese ? "立即执行：" : "Carry out now: ") + WAITING).click();
        assertThat(console.dialog()).containsText(WAITING);
        lookAtDialog(console, "carry-out", name);
        console.dialogButton(chinese ? "取消" : "Cancel").click();

        console.button(HELD).click();
        assertThat(console.page()).hasURL(Pattern.compile(".*/users/[^/]+/agreements$"));
        Locator alert = console.page().locator(AdminConsole.VIEWS + " .pf-v5-c-alert__title");
        assertThat(alert)
                .hasText(
                        chinese
                                ? "警告：此用户已申请注销账号"
                                : "Warning alert:This user has asked for the deletion of the account");
        assertThat(console.button((chinese ? "解除暂缓：" : "Release: ") + HELD)).isVisible();
        look(console, "user", name);
        assertThat(console.visitor().errors()).isEmpty();
    }

    @Test
    void anAdministratorHoldsReleasesAndCarriesOut(WebBrowser browser) {
        String person = "leaving@example.org";
        String userId = askForDeletion(browser, person);
        AdminConsole console = AdminConsole.signIn(browser, VisitorProfile.english(), pop800, "users");
        console.entry("/agreements-deletions").click();

        console.button("Hold: " + person).click();
        console.dialog().getByLabel("Reason").fill("A complaint is open.");
        console.dialogButton("Hold").click();
        assertThat(console.page().getByText("The deletion of " + person + " is held"))
                .isVisible();
        assertThat(row(console, person)).containsText("A complaint is open.");
        assertThat(console.button("Carry out now: " + person)).hasCount(0);
        assertThat(console.button("Release: " + person)).isFocused();

        console.button("Release: " + person).click();
        console.dialogButton("Release").click();
        assertThat(row(console, person)).containsText("Waiting");

        console.button("Carry out now: " + person).click();
        assertThat(console.dialog()).containsText("The account of " + person + " is deleted at once and for good.");
        console.dialogButton("Delete account").click();
        assertThat(console.page().getByText("The account of " + person + " has been deleted"))
                .isVisible();
        assertThat(row(console, person)).hasCount(0);
        console.visitor().takePicture("console/deletions-carried-out");
        assertThat(console.visitor().errors()).isEmpty();
        assertThat(pop800.realm().admin().users().search(person)).isEmpty();
        assertThat(pop800.records(userId).stream()
                        .filter(row -> row.get("type").equals("DELETION"))
                        .map(row -> row.get("details").toString()))
                .as("what an administrator wrote goes with the account")
                .noneMatch(details -> details.contains("A complaint is open."))
                .satisfiesExactly(
                        details -> assertThat(details).contains("requested"),
                        details -> assertThat(details).contains("held"),
                        details -> assertThat(details).contains("released"),
                        details -> assertThat(details).contains("executed", "administrator"));
    }

    @Test
    void whatTheUserHasTakenBackMeanwhileIsSaidAndGoneAfterwards(WebBrowser browser) {
        String person = "undecided@example.org";
        Visitor visitor = browser.visit(VisitorProfile.english());
        MyRest my = signIn(visitor, person);
        assertThat(my.post("/deletion").status()).isEqualTo(200);
        AdminConsole console = AdminConsole.signIn(browser, VisitorProfile.english(), pop800, PAGE);
        console.button("Carry out now: " + person).click();
        assertThat(my.delete("/deletion").status()).isEqualTo(204);

        console.dialogButton("Delete account").click();
        assertThat(console.dialog()).containsText("There is no such request any more");
        console.hearAtADesk("console/deletions/refused-en-desktop");
        console.visitor().takePicture("console/deletions-refused");
        console.visitor().assertAccessible(".pf-v5-c-modal-box");
        console.dialogButton("Cancel").click();
        assertThat(row(console, person)).hasCount(0);
        assertThat(pop800.realm().admin().users().search(person)).hasSize(1);
    }

    @Test
    void whoMayOnlyLookIsOfferedNothingToDecide(WebBrowser browser) {
        String name = AdminConsole.administratorWith(pop800, "query-users", "view-users");
        AdminConsole console =
                AdminConsole.signIn(browser.visit(VisitorProfile.english()), pop800, "users", name, name);
        console.entry("/agreements-deletions").click();

        assertThat(row(console, HELD)).containsText("Order 4711 is in dispute.");
        assertThat(console.page().getByRole(AriaRole.GRID).getByRole(AriaRole.BUTTON))
                .hasText(new Pattern[] {Pattern.compile("@example.org"), Pattern.compile("@example.org")});
        console.visitor().takePicture("console/deletions-read-only");

        console.button(HELD).click();
        assertThat(console.page().getByText("This user has asked for the deletion of the account"))
                .isVisible();
        assertThat(console.button("Release: " + HELD)).hasCount(0);
    }

    @Test
    void whoMayNotSeeAllUsersHasNoSuchPage(WebBrowser browser) {
        String name = AdminConsole.administratorWith(pop800, "query-users", "view-realm", "view-events");
        AdminConsole console =
                AdminConsole.signIn(browser.visit(VisitorProfile.english()), pop800, "users", name, name);

        assertThat(console.menu()).contains("Users", "Agreements", "Ledger").doesNotContain("Deletion requests");
        console.open(PAGE).page().reload();
        assertThat(console.page().getByText("Forbidden")).isVisible();
        assertThat(console.page().locator(AdminConsole.VIEWS)).hasCount(0);
    }

    private static Locator row(AdminConsole console, String person) {
        return console.page()
                .locator(AdminConsole.VIEWS)
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(person));
    }

    private static void look(AdminConsole console, String part, String name) {
        Page page = console.page();
        assertThat(page.locator(AdminConsole.VIEWS + " .pf-v5-c-spinner")).hasCount(0);
        console.visitor().takePicture("console/deletions-" + part + "-" + name);
        console.visitor().assertAccessible(AdminConsole.VIEWS);
        expectFits(page, part);
    }

    private static void lookAtDialog(AdminConsole console, String part, String name) {
        console.hearAtADesk("console/deletions/" + part + "-" + name);
        console.visitor().takePicture("console/deletions-" + part + "-" + name);
        console.visitor().assertAccessible(".pf-v5-c-modal-box");
        expectFits(console.page(), part);
    }

    private static void expectFits(Page page, String part) {
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s is not wider than the window", part)
                .isTrue();
    }

    /** @return id of the user */
    private String askForDeletion(WebBrowser browser, String person) {
        MyRest my = signIn(browser.visit(VisitorProfile.english()), person);
        assertThat(my.post("/deletion").status()).isEqualTo(200);
        return pop800.realm().user(person).toRepresentation().getId();
    }

    private MyRest signIn(Visitor visitor, String person) {
        pop800.newUser(person);
        SignIn signIn = pop800.client().authorization().open(visitor.page());
        new SignInPages(visitor.page()).submitPassword(person, Pop800.PASSWORD).press("accept");
        return new MyRest(pop800, signIn.awaitTokens().accessToken());
    }
}
