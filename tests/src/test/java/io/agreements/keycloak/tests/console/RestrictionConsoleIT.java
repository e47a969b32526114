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
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.AdminConsole;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Mailbox;
import io.agreements.keycloak.tests.fixture.realm.Persons;
import io.agreements.keycloak.tests.fixture.realm.Persons.Person;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From the administrator's click to what the user sees, and back. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RestrictionConsoleIT {

    private static final String FORM = "#agreement-restriction-form";
    private static final String FACTS = "The nickname insults another user.";

    private Pop800 pop800;
    private Person suspended;
    private Person closed;

    @BeforeAll
    void createRealm(KeycloakServer server, WebBrowser browser) {
        pop800 = Pop800.create(server);
        suspended = new Persons(pop800).settled();
        closed = new Persons(pop800).settled();
        impose(suspended, "SUSPENSION", "");
        long inSomeYears = Instant.now().plus(Duration.ofDays(2000)).toEpochMilli();
        impose(closed, "TERMINATION", ", \"barred\": [\"EMAIL\"], \"barredUntil\": " + inSomeYears);
        object(browser, suspended, "那不是我写的。\n请再看一看。");
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
        AdminConsole console = AdminConsole.signIn(browser, profile, pop800, "agreements-restrictions");
        console.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        console.expectHeading(chinese ? "限制措施" : "Restrictions");
        assertThat(console.page().getByText("那不是我写的。").first()).isVisible();
        look(console, "list", name);

        action(console, chinese ? "答复申诉" : "Answer the appeal").click();
        assertThat(console.dialogButton(chinese ? "发送答复" : "Send answer")).isDisabled();
        picture(console, "answer", name);
        console.dialogButton(chinese ? "取消" : "Cancel").click();
        action(console, chinese ? "变更" : "Change").click();
        picture(console, "change", name);
        console.dialogButton(chinese ? "取消" : "Cancel").click();
        action(console, chinese ? "解除" : "Lift").click();
        picture(console, "lift", name);
        console.dialogButton(chinese ? "取消" : "Cancel").click();

        console.open("users/" + closed.id() + "/agreements");
        console.expectHeading(chinese ? "限制措施" : "Restrictions");
        look(console, "user", name);
        console.button(chinese ? "采取措施" : "Impose something").click();
        picture(console, "notice", name);
        choose(console, chinese ? "注销登记" : "Closing of the account");
        choose(console, chinese ? "邮箱地址" : "Email address");
        assertThat(console.dialogButton(chinese ? "注销登记" : "Close account")).isDisabled();
        picture(console, "close", name);
        console.dialogButton(chinese ? "取消" : "Cancel").click();
        assertThat(console.visitor().errors()).isEmpty();
    }

    @Test
    void whoIsSuspendedInTheConsoleObjectsIsAnsweredThereAndSignsInAgain(KeycloakServer server, WebBrowser browser) {
        try (Mailbox mailbox = new Mailbox()) {
            Pop800 story = Pop800.create(server);
            mailbox.serve(story);
            Person person = new Persons(story).settled();
            AdminConsole console = AdminConsole.signIn(
                    browser, VisitorProfile.english(), story, "users/" + person.id() + "/agreements");
            suspend(console, person);
            mailbox.await(1);

            Visitor visitor = browser.visit(VisitorProfile.english());
            Page page = visitor.page();
            SignIn signIn = story.client().authorization().open(page);
            new SignInPages(page).submitPassword(person.email(), Pop800.PASSWORD);
            assertThat(page.locator(FORM)).isVisible();
            assertThat(page.locator("body")).containsText(FACTS);
            page.locator("#restriction-appeal").fill("It was not me.");
            new SignInPages(page).press("appeal");
            assertThat(page.locator("body")).containsText("We have received it");

            console.open("agreements-restrictions");
            console.expectHeading("Restrictions");
            assertThat(console.page().getByText("It was not me.")).isVisible();
            action(console, "Answer the appeal").click();
            console.dialog().getByText("Uphold: the user is right").click();
            console.dialog().getByLabel("Reasons").fill("We were wrong.");
            console.dialogButton("Send answer").click();
            assertThat(console.page().getByText(person.email() + " gets the answer by mail"))
                    .isVisible();
            assertThat(console.page().getByText("No appeal waits for an answer."))
                    .isVisible();
            console.visitor().takePicture("restriction-console/story-answered");
            mailbox.await(4);

            page.reload();
            assertThat(page.locator(FORM)).hasCount(0);
            assertThat(signIn.awaitCallback().code()).isNotBlank();
            assertThat(console.visitor().errors()).isEmpty();
        }
    }

    @Test
    void aNoticeIsGivenChangedAndLiftedInTheConsoleAndSoItsUserReadsIt(KeycloakServer server, WebBrowser browser) {
        Pop800 story = Pop800.create(server);
        Person person = new Persons(story).settled();
        AdminConsole console =
                AdminConsole.signIn(browser, VisitorProfile.english(), story, "users/" + person.id() + "/agreements");
        console.button("Impose something").click();
        state(console);
        console.dialog()
                .getByLabel("To be corrected by")
                .fill(LocalDate.now(ZoneOffset.UTC).plusDays(30).atTime(12, 0).toString());
        console.dialogButton("Give notice").click();
        assertThat(console.page().getByText(person.email() + " has been given notice"))
                .isVisible();
        Page page = browser.visit(VisitorProfile.english()).page();
        SignIn signIn = story.client().authorization().open(page);
        new SignInPages(page).submitPassword(person.email(), Pop800.PASSWORD);
        assertThat(page.locator(FORM)).isVisible();
        assertThat(page.locator("body")).containsText("Something has to be corrected");
        assertThat(page.locator("body")).containsText(FACTS);

        action(console, "Change").click();
        console.dialog().getByLabel("What happened").fill("The nickname insults somebody else.");
        console.dialogButton("Change").click();
        assertThat(console.dialog()).hasCount(0);
        assertThat(console.page().getByText("The nickname insults somebody else."))
                .isVisible();
        page.reload();
        assertThat(page.locator("body")).containsText("The nickname insults somebody else.");
        action(console, "Lift").click();
        console.dialogButton("Lift").click();
        assertThat(console.page().getByText("Over", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(AdminApi.of(story)
                        .get("/restrictions?user=" + person.id())
                        .successful()
                        .path(0)
                        .path("ending")
                        .asText())
                .isEqualTo("LIFTED");
        page.reload();
        assertThat(page.locator(FORM)).hasCount(0);
        assertThat(signIn.awaitCallback().code()).isNotBlank();
    }

    @Test
    void whoseAccountIsClosedInTheConsoleReadsItAndSignsInAgainOnceThatIsLiftedThere(
            KeycloakServer server, WebBrowser browser) {
        Pop800 story = Pop800.create(server);
        Person person = new Persons(story).settled();
        AdminConsole console =
                AdminConsole.signIn(browser, VisitorProfile.english(), story, "users/" + person.id() + "/agreements");
        console.button("Impose something").click();
        state(console);
        choose(console, "Closing of the account");
        choose(console, "Email address");
        console.dialogButton("Close account").click();
        assertThat(console.page().getByText("The account of " + person.email() + " is closed"))
                .isVisible();
        assertThat(console.page().locator(AdminConsole.VIEWS).first()).containsText("Not to be registered again");

        console.open("agreements-deletions");
        assertThat(console.page().getByText(person.email()).first()).isVisible();
        Page page = browser.visit(VisitorProfile.english()).page();
        SignIn signIn = story.client().authorization().open(page);
        new SignInPages(page).submitPassword(person.email(), Pop800.PASSWORD);
        assertThat(page.locator(FORM)).isVisible();
        assertThat(page.locator("body")).containsText("Your account has been closed");
        assertThat(page.locator("body")).containsText(FACTS);

        console.open("users/" + person.id() + "/agreements");
        action(console, "Lift").click();
        console.dialogButton("Lift").click();
        assertThat(console.page().getByText("Lifted, and " + person.email() + " gets a mail"))
                .isVisible();
        page.reload();
        assertThat(page.locator(FORM)).hasCount(0);
        assertThat(signIn.awaitCallback().code()).isNotBlank();
    }

    @Test
    void whoMayOnlySeeUsersSeesThemAndDoesNothing(WebBrowser browser) {
        String name = AdminConsole.administratorWith(pop800, "query-users", "view-users");
        AdminConsole console = AdminConsole.signIn(browser.visit(), pop800, "agreements-restrictions", name, name);
        console.expectHeading("Restrictions");
        assertThat(console.page().getByText("那不是我写的。").first()).isVisible();
        assertThat(console.page()
                        .locator(AdminConsole.VIEWS + " .agreements-restriction")
                        .getByRole(AriaRole.BUTTON)
                        .filter(new Locator.FilterOptions().setHasText("Lift")))
                .hasCount(0);
    }

    private static void suspend(AdminConsole console, Person person) {
        console.button("Impose something").click();
        choose(console, "Suspension");
        state(console);
        assertThat(console.dialog()).containsText("All sessions of the user end at once");
        console.dialogButton("Suspend").click();
        assertThat(console.page().getByText(person.email() + " is suspended")).isVisible();
        assertThat(console.page().getByText(FACTS)).isVisible();
        console.visitor().takePicture("restriction-console/story-suspended");
    }

    /** A button or box of the dialog, by the whole of its words. */
    private static void choose(AdminConsole console, String words) {
        console.dialog()
                .getByText(words, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private static void state(AdminConsole console) {
        console.dialog().getByText("Insult or defamation of others").click();
        console.dialog().getByLabel("What happened").fill(FACTS);
        console.dialog().getByLabel("Article relied on").fill("Article 4 (8)");
    }

    private static Locator action(AdminConsole console, String words) {
        return console.page()
                .locator(AdminConsole.VIEWS + " .agreements-restriction")
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
    }

    private void impose(Person person, String kind, String more) {
        AdminApi.of(pop800)
                .post(
                        "/restrictions",
                        "{\"userId\": \"%s\", \"kind\": \"%s\", \"grounds\": [\"DEFAMATION\"], \"facts\": \"%s\", \"article\": \"Article 4 (8)\"%s}"
                                .formatted(person.id(), kind, FACTS, more))
                .successful();
    }

    private void object(WebBrowser browser, Person person, String text) {
        Page page = browser.visit(VisitorProfile.chinese()).page();
        pop800.client().authorization().open(page);
        new SignInPages(page).submitPassword(person.email(), Pop800.PASSWORD);
        page.locator("#restriction-appeal").fill(text);
        new SignInPages(page).press("appeal");
        assertThat(page.locator("body")).containsText("我们已收到您的申诉");
    }

    private static void picture(AdminConsole console, String page, String name) {
        assertThat(console.dialog()).isVisible();
        console.hearAtADesk("console/restriction/" + page + "-" + name);
        console.visitor().takePicture("restriction-console/" + page + "-" + name);
        console.visitor().assertAccessible(".pf-v5-c-modal-box");
    }

    private static void look(AdminConsole console, String page, String name) {
        assertThat(console.page().locator(AdminConsole.VIEWS + " .pf-v5-c-spinner"))
                .hasCount(0);
        console.hearAtADesk("console/restriction/" + page + "-" + name);
        console.visitor().takePicture("restriction-console/" + page + "-" + name);
        console.visitor().assertAccessible(AdminConsole.VIEWS);
        assertThat((Boolean) console.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
    }
}
