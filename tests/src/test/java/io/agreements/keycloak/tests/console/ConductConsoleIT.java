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
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.running.QuickTasks;
import io.agreements.keycloak.tests.fixture.page.AccountConsole;
import io.agreements.keycloak.tests.fixture.page.AdminConsole;
import io.agreements.keycloak.tests.fixture.page.RegistrationForm;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Persons;
import io.agreements.keycloak.tests.fixture.realm.Persons.Person;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.Tasks;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Administrators keep the list of prohibited words and ask users again, in the console. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConductConsoleIT {

    private Pop800 pop800;
    private Person person;

    @BeforeAll
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server);
        person = new Persons(pop800).settled();
        AdminApi.of(pop800)
                .put("/prohibited-content", "{\"content\": \"# from the editors\\nswindle\\n赌博\\n*casino*\"}")
                .successful();
        AdminApi.of(pop800)
                .post(
                        "/disclosures",
                        "{\"userIds\": [\"%s\"], \"recipient\": \"Court of Haidian\", \"ground\": \"LAW\", \"data\":"
                                        .formatted(person.id())
                                + " [\"name\"], \"disclosedAt\": 1700000000000, \"notBefore\": 4102444800000,"
                                + " \"silenceGround\": \"Article 35\"}")
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
        AdminConsole console = AdminConsole.signIn(browser, profile, pop800, "agreements-words");
        console.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        console.expectHeading(chinese ? "禁用词" : "Prohibited words");
        Locator trial = console.page().getByLabel(chinese ? "用户可能填写的内容" : "What somebody might write");
        trial.fill("賭 博");
        console.button(chinese ? "检查" : "Try").click();
        assertThat(console.page().getByText(chinese ? "会被拒绝。" : "This would be refused."))
                .isVisible();
        look(console, "words", name);

        console.open("agreements-disclosures");
        console.expectHeading(chinese ? "对外提供登记" : "Disclosures");
        assertThat(console.page().getByText("Court of Haidian").first()).isVisible();
        look(console, "disclosures", name);
        console.button(chinese ? "登记对外提供" : "Register a disclosure").click();
        assertThat(console.dialogButton(chinese ? "登记" : "Register")).isDisabled();
        console.hearAtADesk("console/conduct/register-" + name);
        console.visitor().takePicture("conduct-console/register-" + name);
        console.dialogButton(chinese ? "取消" : "Cancel").click();

        console.open("users/" + person.id() + "/agreements");
        Locator ask = console.page()
                .locator(AdminConsole.VIEWS)
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(chinese ? "再次询问" : "Ask again"))
                .first();
        ask.waitFor();
        look(console, "user", name);
        ask.click();
        assertThat(console.dialog()).containsText(person.email());
        console.hearAtADesk("console/conduct/ask-" + name);
        console.visitor().takePicture("conduct-console/ask-" + name);
        console.dialogButton(chinese ? "取消" : "Cancel").click();
        assertThat(console.visitor().errors()).isEmpty();
    }

    @Test
    void anAdministratorWritesTheListAndTriesItAndItCountsForWhoeverRegisters(WebBrowser browser) {
        Pop800 other = Pop800.create(pop800.realm().server());
        AdminConsole console = AdminConsole.signIn(browser, VisitorProfile.english(), other, "agreements-words");
        console.expectHeading("Prohibited words");
        Locator list = console.page().getByLabel("Words of this realm");
        assertThat(console.button("Save")).isDisabled();
        list.fill("swindle\n***");
        console.button("Save").click();
        assertThat(console.page().getByText("Line 2 has no letter or digit.")).isVisible();
        list.fill("swindle");
        console.button("Save").click();
        assertThat(console.page().getByText("The list is saved")).isVisible();
        assertThat(console.page().getByText("1 word in this list.")).isVisible();
        assertThat(AdminApi.of(other)
                        .get("/prohibited-content")
                        .successful()
                        .path("content")
                        .asText())
                .isEqualTo("swindle");

        Page page = browser.visit(VisitorProfile.english()).page();
        SignIn registration =
                other.client().registration().with("ui_locales", "en").open(page);
        RegistrationForm form = new RegistrationForm(page)
                .fill("visitor-" + UUID.randomUUID() + "@example.org")
                .tick(Pop800.AGREEMENT);
        page.locator("#firstName").fill("swindle");
        form.submit();
        assertThat(page.locator("#input-error-firstName"))
                .containsText("This contains something that may not be used here");
        list.fill("casino");
        console.button("Save").click();
        assertThat(console.button("Save")).isDisabled();
        form.fillPasswords().submit();
        assertThat(registration.awaitCallback().code()).isNotBlank();
    }

    @Test
    void anAdministratorAsksTheUsersOfAListAgainAndTheyReadWhyAndAnswer(WebBrowser browser) {
        Pop800 other = Pop800.create(pop800.realm().server());
        Person one = new Persons(other).settled();
        Person two = new Persons(other).settled();
        AdminConsole console = AdminConsole.signIn(
                browser, VisitorProfile.english(), other, "agreements/" + Pop800.AGREEMENT + "/coverage");
        console.page().getByText("demo@pop800.example").waitFor();
        console.page()
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("Accepted ("))
                .click();
        console.page().getByText(one.email()).waitFor();
        console.button("Ask these 2 users again").click();
        console.dialog().getByLabel("Reason").fill("The record could not be read.");
        console.dialogButton("Ask again").click();
        assertThat(console.page().getByText("2 users will be asked again")).isVisible();

        assertThat(AdminApi.of(other)
                        .get("/" + Pop800.AGREEMENT + "/users?status=PENDING")
                        .successful()
                        .findValuesAsText("userId"))
                .contains(one.id(), two.id());

        Page page = browser.visit(VisitorProfile.english()).page();
        SignIn signIn = other.client().authorization().open(page);
        SignInPages pages = new SignInPages(page).submitPassword(one.email(), Pop800.PASSWORD);
        assertThat(pages.acceptance()).containsText("The record could not be read.");
        pages.press("accept");
        assertThat(signIn.awaitCallback().code()).isNotBlank();
        console.page().reload();
        console.page()
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("Accepted ("))
                .click();
        assertThat(console.page().getByText(one.email())).isVisible();
        assertThat(console.page().getByText(two.email())).hasCount(0);
    }

    @Test
    void whatIsRegisteredAndCorrectedInTheConsoleIsToldToTheUserInTheAccount(
            KeycloakServer server, WebBrowser browser) {
        Pop800 other = Pop800.create(server);
        AccountConsole.useTheme(other, AccountConsole.AGREEMENTS);
        Person one = new Persons(other).settled();
        AdminConsole console =
                AdminConsole.signIn(browser, VisitorProfile.english(), other, "users/" + one.id() + "/agreements");
        console.button("Register a disclosure").click();
        console.dialog().getByLabel("Recipient").fill("Court of Haidian");
        console.dialog().getByLabel("Data").fill("name\ntelephone number");
        console.dialogButton("Register").click();
        assertThat(console.page().getByText("The disclosure is registered")).isVisible();
        QuickTasks.together(server, Tasks.DISCLOSURES, 1);

        AccountConsole account =
                AccountConsole.signIn(browser, VisitorProfile.english(), other, one.email(), "my-data");
        assertThat(account.page().getByText("Given to Court of Haidian")).isVisible();
        assertThat(account.page().getByText("name, telephone number")).isVisible();

        console.button("Correct: Court of Haidian").click();
        console.dialog().getByLabel("Recipient").fill("Court of Chaoyang");
        console.dialogButton("Correct").click();
        assertThat(console.page().getByText("The entry is corrected")).isVisible();
        QuickTasks.together(server, Tasks.DISCLOSURES, 1);
        account.page().reload();
        assertThat(account.page().getByText("Given to Court of Chaoyang")).isVisible();
        assertThat(account.page().getByText("Given to Court of Haidian")).hasCount(0);
        assertThat(console.visitor().errors()).isEmpty();
    }

    private static void look(AdminConsole console, String page, String name) {
        assertThat(console.page().locator(AdminConsole.VIEWS + " .pf-v5-c-spinner"))
                .hasCount(0);
        console.hearAtADesk("console/conduct/" + page + "-" + name);
        console.visitor().takePicture("conduct-console/" + page + "-" + name);
        console.visitor().assertAccessible(AdminConsole.VIEWS);
        assertThat((Boolean) console.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
    }
}
