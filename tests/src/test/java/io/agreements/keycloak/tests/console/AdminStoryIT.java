package io.agreements.keycloak.tests.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.AdminConsole;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A new version from its first word to its retraction, all of it in the admin console. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AdminStoryIT {

    private static final String FIRST = "first@example.org";
    private static final String SECOND = "second@example.org";
    private static final String TITLE = "POP800 User Registration Agreement";
    private static final String PAGE = "agreements/" + Pop800.AGREEMENT + "/";

    private Pop800 pop800;

    @BeforeAll
    void createRealmWithTwoUsersWhoHaveAccepted(KeycloakServer server, WebBrowser browser) {
        pop800 = Pop800.create(server);
        pop800.realm().user("demo@pop800.example").remove();
        for (String email : new String[] {FIRST, SECOND}) {
            pop800.newUser(email);
            accept(browser.visit(), email);
        }
        AdminConsole.useTheme(server, AdminConsole.AGREEMENTS);
    }

    @AfterAll
    void useTheStockTheme(KeycloakServer server) {
        AdminConsole.useTheme(server, AdminConsole.STOCK);
    }

    @Test
    void anAdministratorWritesPublishesAndRetractsAVersion(WebBrowser browser) {
        AdminConsole console = AdminConsole.signIn(browser, VisitorProfile.english(), pop800, "agreements");
        expectCoverage(console, "100%");

        writeVersion2(console);
        lookAtTheChanges(console);
        publishForNow(console);
        expectCoverage(console, "0%");

        Visitor user = browser.visit();
        SignIn signIn = signIn(user, FIRST);
        assertThat(user.page().locator(".agr-change")).containsText("[inserted: One more sentence.]");
        assertThat(user.page().locator(".agr-change")).containsText("There is one more sentence.");
        user.takePicture("console/story-user");
        new SignInPages(user.page()).press("accept");
        signIn.awaitCallback().code();
        expectCoverage(console, "50%");
        console.visitor().takePicture("console/story-list");
        console.open(PAGE + "coverage");
        assertThat(console.page().locator(AdminConsole.VIEWS).first()).containsText("50%");
        assertThat(console.page().locator(AdminConsole.VIEWS).first()).containsText(SECOND);
        console.hearAtADesk("console/story/coverage-en-desktop");
        console.visitor().takePicture("console/story-coverage");
        console.visitor().assertAccessible(AdminConsole.VIEWS);

        Visitor other = browser.visit();
        signIn(other, SECOND);
        assertThat(new SignInPages(other.page()).acceptance()).isVisible();
        retract(console);
        signIn(browser.visit(), SECOND).awaitCallback().code();
        assertThat(console.visitor().errors()).isEmpty();

        console.open("agreements-ledger");
        console.expectHeading("Ledger");
        Locator ledger = console.page().getByRole(AriaRole.GRID).first();
        assertThat(ledger).containsText("Version 2 published");
        assertThat(ledger).containsText(FIRST);
        console.visitor().takePicture("console/story-ledger");
        console.visitor().assertAccessible(AdminConsole.VIEWS);
    }

    @Test
    void aUserWithoutRightsSeesAndCallsNothing(WebBrowser browser) {
        Visitor visitor = browser.visit();
        Page page = visitor.page();
        page.navigate(pop800.realm().server().url() + "/admin/" + pop800.realm().name() + "/console/#/"
                + pop800.realm().name() + "/agreements");
        new SignInPages(page).submitPassword(SECOND, Pop800.PASSWORD);
        assertThat(page.locator("#app")).isVisible();
        assertThat(page.getByText(TITLE)).hasCount(0);
        assertThat(page.getByTestId("nav-item-agreements")).hasCount(0);

        AdminApi user = new AdminApi(
                pop800.realm(),
                pop800.client().password(SECOND, Pop800.PASSWORD).accessToken());
        for (String path : new String[] {
            "", "/access", "/coverage", "/records", "/" + Pop800.AGREEMENT, "/" + Pop800.AGREEMENT + "/users"
        }) {
            assertThat(user.get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(user.post("/" + Pop800.AGREEMENT + "/versions", "{}").status())
                .isEqualTo(403);
        assertThat(user.post("/" + Pop800.AGREEMENT + "/versions/1/retract", "{\"edits\": 0}")
                        .status())
                .isEqualTo(403);
    }

    private static void writeVersion2(AdminConsole console) {
        console.open(PAGE + "versions").expectHeading(TITLE);
        console.button("New version").click();
        console.dialog().getByLabel("Label").fill("2027-01");
        console.dialogButton("New version").click();
        assertThat(console.tab("Simplified Chinese")).isVisible();
        write(console, "Simplified Chinese", "\n\n附加一句。\n", "有了新的一句。");
        console.tab("English").click();
        write(console, "English", "\n\nOne more sentence.\n", "There is one more sentence.");
    }

    private static void write(AdminConsole console, String language, String addition, String summary) {
        Page page = console.page();
        Locator text = page.getByLabel("Text in Markdown");
        assertThat(text).isEditable();
        assertThat(page.getByLabel("What changed, in a few words")).hasValue("");
        text.fill(text.inputValue().stripTrailing() + addition);
        page.getByLabel("What changed, in a few words").fill(summary);
        console.expectPreview(".agreements-preview", addition.strip());
        console.visitor().takePicture("console/story-text-" + language);
        console.button("Save").click();
        assertThat(page.getByText("Text in " + language + " saved").first()).isVisible();
    }

    private static void lookAtTheChanges(AdminConsole console) {
        console.tab("Changes").click();
        Locator comparison = console.page().locator(".agreements-comparison");
        assertThat(comparison.locator("ins")).hasText("[inserted: One more sentence.]");
        assertThat(comparison).containsText("There is one more sentence.");
        assertThat(comparison.locator("del")).hasCount(0);
        console.visitor().takePicture("console/story-changes");
    }

    private static void publishForNow(AdminConsole console) {
        console.tab("Versions").click();
        console.button("Publish version 2").click();
        assertThat(console.dialog()).containsText("2 users will be asked.");
        console.visitor().takePicture("console/story-publish");
        console.visitor().assertAccessible(".pf-v5-c-modal-box");
        console.dialogButton("Publish").click();
        assertThat(console.page().getByText("Version 2 published")).isVisible();
        assertThat(console.dialog()).hasCount(0);
        assertThat(console.button("Retract version 2")).isVisible();
    }

    private static void retract(AdminConsole console) {
        console.open(PAGE + "versions");
        console.button("Retract version 2").click();
        console.dialogButton("Retract").click();
        assertThat(console.page().getByText("Version 2 retracted")).isVisible();
        assertThat(console.page().getByRole(AriaRole.GRID)).containsText("Retracted");
        console.hearAtADesk("console/story/retracted-en-desktop");
        console.visitor().takePicture("console/story-retracted");
    }

    private static void expectCoverage(AdminConsole console, String share) {
        console.page().navigate("about:blank");
        console.open("agreements/");
        Locator row = console.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(TITLE));
        assertThat(row).containsText(share);
    }

    private void accept(Visitor visitor, String email) {
        SignIn signIn = signIn(visitor, email);
        new SignInPages(visitor.page()).press("accept");
        signIn.awaitCallback().code();
    }

    private SignIn signIn(Visitor visitor, String email) {
        SignIn signIn = pop800.client().authorization().open(visitor.page());
        new SignInPages(visitor.page()).submitPassword(email, Pop800.PASSWORD);
        return signIn;
    }
}
