package io.agreements.keycloak.tests.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.running.MovedClock;
import io.agreements.keycloak.tests.fixture.page.AccountConsole;
import io.agreements.keycloak.tests.fixture.page.RegistrationForm;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.DownloadedReceipt;
import io.agreements.keycloak.tests.fixture.realm.ExportedData;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.Tasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Somebody registers, decides, looks, takes the data along and goes: all of it by the pages. */
@OnEveryDatabase
@WithKeycloak(quickTasks = {Tasks.DELETIONS, Tasks.SWEEP})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LifeOfAUserIT {

    private static final String PERSON = "wang@example.org";
    private static final String OPTIONAL = "personalisation";
    private static final String OPTIONAL_TITLE = "Consent to Personalised Service";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Pop800 pop800;

    @BeforeAll
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server);
    }

    @Test
    void aUserComesDecidesTakesTheDataAlongAndLeavesNoName(KeycloakServer server, WebBrowser browser)
            throws IOException {
        Visitor visitor = browser.visit(VisitorProfile.english());
        String userId = register(visitor);
        AccountConsole console = new AccountConsole(visitor, pop800).open("agreements");

        console.consent(OPTIONAL_TITLE).click(new Locator.ClickOptions().setForce(true));
        console.dialogButton("I agree").click();
        assertThat(console.consent(OPTIONAL_TITLE)).isChecked();
        console.consent(OPTIONAL_TITLE).click(new Locator.ClickOptions().setForce(true));
        console.dialogButton("Withdraw").click();
        assertThat(console.consent(OPTIONAL_TITLE)).not().isChecked();
        assertThat(pop800.records(userId, OPTIONAL))
                .extracting(row -> row.get("decision"))
                .containsExactly("DECLINED", "ACCEPTED", "WITHDRAWN");

        findTheRecordInTheReceipt(console, userId);
        findTheDatabaseInTheExport(console, userId);

        askForDeletion(console);
        Page secondThoughts = browser.visit(VisitorProfile.english()).page();
        SignIn again = signIn(secondThoughts);
        decide(secondThoughts, "keep");
        assertThat(again.awaitCallback().code()).isNotBlank();
        askForDeletion(new AccountConsole(browser.visit(VisitorProfile.english()), pop800));
        assertThat(stages(userId)).containsExactly("requested", "cancelled", "requested");

        try (MovedClock clock = MovedClock.of(server)) {
            clock.ahead(Duration.ofDays(6));
            Page early = browser.visit(VisitorProfile.english()).page();
            signIn(early);
            assertThat(early.locator("#account-deletion-pending-form")).isVisible();

            clock.ahead(Duration.ofDays(8));
            awaitExecution(userId);
            Page late = browser.visit(VisitorProfile.english()).page();
            SignIn refused = signIn(late);
            assertThat(late.locator("#input-error-username, #input-error").first())
                    .isVisible();
            assertThat(refused.isOver()).isFalse();
        }

        assertThat(stages(userId)).containsExactly("requested", "cancelled", "requested", "executed");
        assertThat(pop800.standings(userId)).isEmpty();
        assertThat(pop800.records(userId))
                .extracting(row -> row.get("type"))
                .contains("ACCEPTANCE", "EXPORT", "ERASURE");
        assertThat(pop800.records(userId)).allSatisfy(row -> {
            assertThat(row)
                    .containsEntry("username", null)
                    .containsEntry("ip_address", null)
                    .containsEntry("user_agent", null)
                    .containsEntry("session_id", null);
            assertThat(String.valueOf(row.get("details"))).doesNotContain("wang");
        });
    }

    private String register(Visitor visitor) {
        SignIn signIn = pop800.client().registration().open(visitor.page());
        new RegistrationForm(visitor.page()).fill(PERSON).tick(Pop800.AGREEMENT).submit();
        assertThat(signIn.awaitCallback().code()).isNotBlank();
        String userId = pop800.realm().user(PERSON).toRepresentation().getId();
        assertThat(pop800.records(userId, Pop800.AGREEMENT))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("username", PERSON)
                        .containsEntry("decision", "ACCEPTED")
                        .containsEntry("method", "REGISTRATION"));
        return userId;
    }

    private void findTheRecordInTheReceipt(AccountConsole console, String userId) throws IOException {
        Locator entry = console.page()
                .locator(".agreements-records > li")
                .filter(new Locator.FilterOptions().setHasText("Withdrawn: " + OPTIONAL_TITLE));
        Download download = console.page()
                .waitForDownload(() -> entry.getByRole(AriaRole.BUTTON).click());
        JsonNode receipt = new DownloadedReceipt(Files.readAllBytes(download.path())).json("record.json");
        Map<String, Object> row = pop800.records(userId, OPTIONAL).get(2);
        assertThat(receipt.path("id").asText()).isEqualTo(row.get("id"));
        assertThat(receipt.path("decision").asText()).isEqualTo("WITHDRAWN");
        assertThat(receipt.path("text").asText()).isEqualTo(row.get("text_digest"));
        assertThat(receipt.path("occurredAt").asLong()).isEqualTo(row.get("occurred_at"));
    }

    private void findTheDatabaseInTheExport(AccountConsole console, String userId) throws IOException {
        console.open("my-data").expectHeading("My data");
        Download download = console.page()
                .waitForDownload(() -> console.button("Download my data").click());
        ExportedData data = ExportedData.of(Files.readAllBytes(download.path()));

        assertThat(data.text("profile.json")).contains(PERSON, "1990-05-31", "北京");
        assertThat(ids(data.json("records.json")))
                .containsExactlyInAnyOrderElementsOf(pop800.records(userId).stream()
                        .map(row -> (String) row.get("id"))
                        .toList());
        for (Map<String, Object> standing : pop800.standings(userId)) {
            assertThat(data.names())
                    .anySatisfy(name -> assertThat(name)
                            .startsWith("agreements/")
                            .endsWith(standing.get("version_number") + "/" + standing.get("locale") + ".md"));
        }
    }

    private static List<String> ids(JsonNode records) {
        return StreamSupport.stream(records.spliterator(), false)
                .map(node -> node.path("id").asText())
                .toList();
    }

    /** By the account page, where the user signs in again on the way if that was not just done. */
    private void askForDeletion(AccountConsole console) {
        Page page = console.page();
        console.open("delete-account");
        page.locator("#username, " + AccountConsole.VIEWS).first().waitFor();
        if (page.locator("#username").isVisible()) {
            new SignInPages(page).submitPassword(PERSON, Pop800.PASSWORD);
        }
        console.button("Delete my account").click();
        page.locator("#password, #account-deletion-form").first().waitFor();
        if (page.locator("#password").isVisible()) {
            page.locator("#password").fill(Pop800.PASSWORD);
            page.locator("#kc-login").click();
        }
        decide(page, "request");
        assertThat(page.locator("#account-deletion-pending-form")).isVisible();
    }

    private SignIn signIn(Page page) {
        SignIn signIn = pop800.client().authorization().open(page);
        new SignInPages(page).submitPassword(PERSON, Pop800.PASSWORD);
        return signIn;
    }

    private static void decide(Page page, String decision) {
        page.locator("button[name=account-deletion-decision][value=" + decision + "]")
                .click();
    }

    private void awaitExecution(String userId) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!stages(userId).contains("executed") && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private List<String> stages(String userId) {
        return details(userId, "DELETION")
                .map(details -> details.path("stage").asText())
                .toList();
    }

    private Stream<JsonNode> details(String userId, String type) {
        return pop800.records(userId).stream()
                .filter(row -> row.get("type").equals(type))
                .map(row -> parse((String) row.get("details")));
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
