package io.agreements.keycloak.tests.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.AdminConsole;
import io.agreements.keycloak.tests.fixture.realm.Crowd;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.StoredDecision;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Administrators search the ledger from the console, share what they look at, and take it along. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LedgerConsoleIT {

    private static final String LEDGER = "agreements-ledger";
    private static final String ANN = "ann@example.org";
    private static final String BOB = "bob@example.org";
    private static final Instant THEN = Instant.parse("2026-11-21T16:00:00Z");

    private Pop800 pop800;
    private String ann;

    @BeforeAll
    void createRealmWithDecisions(KeycloakServer server) {
        pop800 = Pop800.create(server).withoutSampleUser();
        ann = pop800.newUser(ANN).toRepresentation().getId();
        String bob = pop800.newUser(BOB).toRepresentation().getId();
        new StoredDecision(ann, ANN, Pop800.AGREEMENT, 1, "ACCEPTED", THEN).storeIn(pop800);
        new StoredDecision(bob, BOB, Pop800.AGREEMENT, 1, "DECLINED", THEN).storeIn(pop800);
        new Crowd(pop800, 1000).create();
        AdminConsole.useTheme(server, AdminConsole.AGREEMENTS);
    }

    @AfterAll
    void useTheStockTheme(KeycloakServer server) {
        AdminConsole.useTheme(server, AdminConsole.STOCK);
    }

    @Test
    void whatIsLookedForIsInTheAddressAndThereAgainWhenThatIsOpened(WebBrowser browser) throws IOException {
        AdminConsole console = AdminConsole.signIn(browser, VisitorProfile.english(), pop800, LEDGER);
        field(console, "Decision").selectOption("DECLINED");
        field(console, "How").selectOption("LOGIN");
        field(console, "Client").fill("sample");
        field(console, "From").fill("2026-11-22");
        field(console, "To").fill("2026-11-22");
        console.button("Search").click();
        assertThat(records(console)).containsText(BOB);
        assertThat(records(console)).not().containsText(ANN);
        assertThat(console.page())
                .hasURL(Pattern.compile(
                        "\\?decision=DECLINED&method=LOGIN&client=sample&from=2026-11-22&to=2026-11-22$"));

        Download table = console.page()
                .waitForDownload(() -> console.button("Download CSV").click());
        assertThat(Files.readString(table.path()).lines())
                .hasSize(2)
                .last()
                .asString()
                .contains(BOB);
        Download lines = console.page()
                .waitForDownload(() -> console.button("Download NDJSON").click());
        assertThat(Files.readString(lines.path()).lines())
                .singleElement()
                .asString()
                .contains(BOB);

        console.page().reload();
        assertThat(field(console, "Decision")).hasValue("DECLINED");
        assertThat(records(console)).containsText(BOB);
        assertThat(records(console)).not().containsText(ANN);
        console.button("Clear").click();
        assertThat(records(console)).containsText(ANN);
        console.page().goBack();
        assertThat(records(console)).not().containsText(ANN);
        assertThat(console.visitor().errors()).isEmpty();
    }

    @Test
    void aPartOfANameIsEnoughAndTooLittleOfItIsSaid(WebBrowser browser) {
        AdminConsole console = AdminConsole.signIn(browser, VisitorProfile.english(), pop800, LEDGER);
        field(console, "User").fill("*nn@exam*");
        console.button("Search").click();
        assertThat(records(console)).containsText(ANN);
        assertThat(records(console)).not().containsText(BOB);

        field(console, "User").fill("user-");
        console.button("Search").click();
        console.expectHeading("More than 100 users match");
        console.hearAtADesk("console/ledger/too-many-en-desktop");
        console.visitor().takePicture("console/ledger-too-many");
    }

    @Test
    void aRecordLeadsToTheVeryTextAndToItsUser(WebBrowser browser) {
        AdminConsole console = AdminConsole.signIn(browser, VisitorProfile.english(), pop800, LEDGER + "?user=" + ANN);
        assertThat(field(console, "User")).hasValue(ANN);
        details(console, "Details: Accepted version 1").click();
        Locator text = console.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Version 1: read the text"));
        text.click();
        assertThat(console.page()).hasURL(Pattern.compile("/agreements/user-registration/text\\?version=1&text=en$"));

        console.open(LEDGER + "?user=" + ANN);
        console.button(ANN).click();
        assertThat(console.page()).hasURL(Pattern.compile("/users/" + ann + "/agreements$"));
    }

    @Test
    void whoMayNotSeeUsersTypesAWholeName(WebBrowser browser) {
        String name = AdminConsole.administratorWith(pop800, "view-events", "view-realm");
        AdminConsole console = AdminConsole.signIn(browser.visit(VisitorProfile.english()), pop800, LEDGER, name, name);
        assertThat(console.page().getByText("Whole user name, or ID")).isVisible();
        field(console, "User").fill("ann");
        console.button("Search").click();
        console.expectHeading("No records found");
        field(console, "User").fill(ANN);
        console.button("Search").click();
        assertThat(records(console)).containsText(ANN);
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
    void searchAndRecordsAreReadableForEverybody(String name, VisitorProfile profile, WebBrowser browser) {
        AdminConsole console = AdminConsole.signIn(browser, profile, pop800, LEDGER + "?decision=ACCEPTED");
        assertThat(records(console)).containsText(ANN);
        console.visitor().takePicture("console/ledger-search-" + name);
        console.visitor().assertAccessible(AdminConsole.VIEWS);
        assertThat((Boolean) console.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        console.open(LEDGER + "?decision=DECLINED&user=" + BOB);
        assertThat(records(console)).not().containsText(ANN);
        assertThat(records(console)).containsText(BOB);
        console.hearAtADesk("console/ledger/search-" + name);
        assertThat(console.visitor().errors()).isEmpty();
    }

    private static Locator field(AdminConsole console, String label) {
        return console.page()
                .locator(AdminConsole.VIEWS)
                .getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                .first();
    }

    private static Locator records(AdminConsole console) {
        return console.page().locator(AdminConsole.VIEWS + " .agreements-records");
    }

    private static Locator details(AdminConsole console, String name) {
        return console.page()
                .locator(AdminConsole.VIEWS)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .first();
    }
}
