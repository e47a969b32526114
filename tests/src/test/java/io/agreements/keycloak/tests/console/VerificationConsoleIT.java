package io.agreements.keycloak.tests.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.database.Database;
import io.agreements.keycloak.tests.fixture.page.AdminConsole;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.Tasks;
import io.agreements.keycloak.tests.fixture.rest.MyRest;
import io.agreements.keycloak.tests.fixture.rest.PublicRest;
import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.export.ExportedLedger;
import io.agreements.proof.ledger.export.Lines;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Administrators verify the ledger from the console. */
@WithKeycloak(quickTasks = {Tasks.SEQUENCER})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VerificationConsoleIT {

    private static final String LEDGER = "agreements-ledger";

    private Pop800 pop800;
    private Database database;
    private String person;

    @BeforeAll
    void createRealmWithRecords(KeycloakServer server) {
        database = server.database();
        pop800 = Pop800.create(server);
        pop800.askForNothing();
        person = accepting("person@example.org");
        AdminConsole.useTheme(server, AdminConsole.AGREEMENTS);
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (database.count("select count(*) from agr_record where realm_id = ? and log_index is null", pop800.id())
                > 0) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /** Through the product: what a test writes into the tables by itself is what this page finds to be wrong. */
    private String accepting(String email) {
        String id = pop800.newUser(email).toRepresentation().getId();
        JsonNode text = PublicRest.json(PublicRest.of(pop800).getJson("/" + Pop800.AGREEMENT))
                .at("/inForce/texts/0");
        String token = pop800.client().password(email, Pop800.PASSWORD).accessToken();
        MyRest.Reply reply = new MyRest(pop800, token).put("/" + Pop800.AGREEMENT, """
                {"decision": "ACCEPTED", "version": 1, "locale": "%s", "digest": "%s"}""".formatted(
                        text.path("locale").asText(), text.path("digest").asText()));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return id;
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
    void whatIsFoundIsReadableForEverybody(
            String name, VisitorProfile profile, ColorScheme scheme, WebBrowser browser) {
        boolean chinese = name.startsWith("zh");
        Map<String, Object> row = database.query(
                        "select id, client_id from agr_record where user_id = ? and decision is not null order by log_index",
                        person)
                .get(0);
        database.update("update agr_record set client_id = 'another' where id = ?", row.get("id"));
        try {
            AdminConsole console = AdminConsole.signIn(browser, profile, pop800, LEDGER);
            console.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            console.button(chinese ? "验证台账" : "Verify the ledger").click();
            assertThat(console.button(chinese ? "开始验证" : "Verify")).isVisible();
            console.visitor().hearAtADesk("console/ledger/verification-" + name, "form.agreements-form");
            console.button(chinese ? "开始验证" : "Verify").click();
            Locator findings = console.page()
                    .getByRole(AriaRole.GRID, new Page.GetByRoleOptions().setName(chinese ? "发现" : "Findings"));
            assertThat(findings).containsText("CLIENT_ID");
            findings.getByRole(AriaRole.BUTTON).first().click();
            assertThat(console.page()
                            .getByLabel(
                                    chinese
                                            ? "记录 " + row.get("id") + " 的现有内容"
                                            : "The record " + row.get("id") + " as it is stored"))
                    .containsText("another");
            assertThat(console.page().locator(AdminConsole.VIEWS + " .pf-v5-c-spinner"))
                    .hasCount(0);
            console.visitor().takePicture("console/verification-" + name);
            console.visitor().assertAccessible(AdminConsole.VIEWS);
            assertThat((Boolean) console.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("the page is not wider than the window")
                    .isTrue();
            assertThat(console.visitor().errors()).isEmpty();
        } finally {
            database.update("update agr_record set client_id = ? where id = ?", row.get("client_id"), row.get("id"));
        }
    }

    @Test
    void anAdministratorHoldsTheLedgerAgainstAKeptCheckpointAndTakesItAlong(WebBrowser browser) {
        String kept = new PublicRest(pop800.realm().url() + "/agreements/log")
                .get("/checkpoint")
                .body();
        AdminConsole console = AdminConsole.signIn(browser, VisitorProfile.english(), pop800, LEDGER);
        console.button("Verify the ledger").click();
        console.page().getByLabel("From place in the log").fill("1");
        console.page().getByLabel("Checkpoint kept elsewhere").fill(kept);
        console.button("Verify").click();
        assertThat(console.page().getByText("Nothing is wrong")).isVisible();
        assertThat(console.page().getByText("The log agrees with the checkpoint you kept"))
                .isVisible();

        Download download = console.page()
                .waitForDownload(
                        () -> console.button("Download for bin/verify-ledger").click());
        try (LedgerSource source = ExportedLedger.open(Lines.of(download.path()))) {
            assertThat(source.realmId()).isEqualTo(pop800.id());
            assertThat(source.part().orElseThrow().from()).isEqualTo(1);
        }
        assertThat(console.visitor().errors()).isEmpty();
    }

    @Test
    void whoMayOnlyLookIsOfferedNeitherRunNorDownload(WebBrowser browser) {
        String name = AdminConsole.administratorWith(pop800, "view-realm", "view-events");
        AdminConsole console = AdminConsole.signIn(browser.visit(VisitorProfile.english()), pop800, LEDGER, name, name);
        console.button("Verify the ledger").click();
        console.page().getByLabel("From place in the log").waitFor();

        assertThat(console.button("Verify")).hasCount(0);
        assertThat(console.button("Download for bin/verify-ledger")).hasCount(0);
    }
}
