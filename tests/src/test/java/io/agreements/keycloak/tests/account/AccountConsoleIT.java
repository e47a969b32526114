package io.agreements.keycloak.tests.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotAnimations;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.ClientSite;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.realm.RealmBuilder;
import io.agreements.keycloak.testing.realm.TestRealm;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.AccountConsole;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.DownloadedReceipt;
import io.agreements.keycloak.tests.fixture.realm.ExportedData;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.RecordSql;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import io.agreements.keycloak.tests.fixture.rest.Importer;
import io.agreements.keycloak.tests.fixture.rest.MyRest;
import io.agreements.keycloak.tests.fixture.rest.PublicRest;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.ClientRepresentation;

/** Keycloak's own account console, complete and unchanged, has the pages on agreements, data and deletion in it. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AccountConsoleIT {

    private static final String OPTIONAL = "personalisation";
    private static final String OPTIONAL_TITLE = "Consent to Personalised Service";
    private static final String TITLE = "POP800 User Registration Agreement";
    private static final String THIRD_PARTY_URI = "http://localhost:" + ClientSite.PORT + "/third";

    private Pop800 pop800;

    @BeforeAll
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server);
    }

    @Test
    void theMenuIsTheStockOneWithThreeMoreEntries(WebBrowser browser) {
        newUser("menu@example.org");
        AccountConsole.useTheme(pop800, AccountConsole.STOCK);
        List<String> stock = signIn(browser, "menu@example.org", "").menu();
        AccountConsole.useTheme(pop800, AccountConsole.AGREEMENTS);
        AccountConsole console = signIn(browser, "menu@example.org", "");
        assertThat(console.entry("delete-account")).isVisible();

        List<String> expected = new ArrayList<>(stock);
        expected.addAll(1, List.of("Agreements", "My data"));
        expected.add("Delete account");
        assertThat(stock).startsWith("Personal info").doesNotContain("Agreements", "My data");
        assertThat(console.menu()).isEqualTo(expected);
        assertThat(console.visitor().errors()).isEmpty();
    }

    @Test
    void thereIsOneWayToDeleteTheAccount(WebBrowser browser) {
        newUser("one-way@example.org");
        AccountConsole console = signIn(browser, "one-way@example.org", "");
        assertThat(console.page().getByTestId("save")).isVisible();
        assertThat(console.page().getByText("Delete account")).hasCount(1);
        assertThat(console.entry("delete-account")).isVisible();
    }

    @Test
    void stockPagesLookTheSameAfterOurStylesHaveCome(WebBrowser browser) {
        newUser("looks@example.org");
        AccountConsole console = signIn(browser, "looks@example.org", "");
        assertThat(console.page().getByTestId("save")).isVisible();
        assertThat(console.entry("delete-account")).isVisible();
        byte[] before = picture(console.page());

        console.entry("agreements").click();
        assertThat(console.page().locator("link[rel=stylesheet][href*='/views-']"))
                .isAttached();
        console.expectHeading("Agreements");
        console.entry("").first().click();
        assertThat(console.page().getByTestId("save")).isVisible();

        console.page().mouse().move(0, 0);
        for (int tries = 0; tries < 20 && !Arrays.equals(picture(console.page()), before); tries++) {
            console.page().waitForTimeout(100);
        }
        assertThat(picture(console.page())).isEqualTo(before);
    }

    static Stream<Arguments> users() {
        return Stream.of(
                Arguments.of("en-desktop", VisitorProfile.english()),
                Arguments.of("zh-desktop", VisitorProfile.chinese()),
                Arguments.of("en-phone", VisitorProfile.english().on(Screen.PHONE)),
                Arguments.of("zh-phone", VisitorProfile.chinese().on(Screen.PHONE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("users")
    void everyPageIsReadableForEverybodyAndOpensAtItsOwnAddress(
            String name, VisitorProfile profile, WebBrowser browser) {
        boolean chinese = name.startsWith("zh");
        newUser(name + "@example.org");
        AccountConsole console = AccountConsole.signIn(browser, profile, pop800, name + "@example.org", "agreements");
        console.expectHeading(chinese ? "协议" : "Agreements");
        console.expectHeading(chinese ? "POP800用户注册协议" : TITLE);
        console.look("agreements-" + name);

        console.consent(chinese ? "个性化服务同意书" : OPTIONAL_TITLE).click(new Locator.ClickOptions().setForce(true));
        assertThat(console.dialog().getByRole(AriaRole.DOCUMENT)).isVisible();
        console.look("give-" + name);
        console.page().keyboard().press("Escape");
        assertThat(console.dialog()).hasCount(0);
        assertThat(console.consent(chinese ? "个性化服务同意书" : OPTIONAL_TITLE)).isFocused();

        console.open("my-data").expectHeading(chinese ? "我的数据" : "My data");
        console.look("my-data-" + name);

        console.open("delete-account").expectHeading(chinese ? "将被删除的内容" : "What will be erased");
        console.look("delete-account-" + name);
        console.page().reload();
        console.expectHeading(chinese ? "将被删除的内容" : "What will be erased");
        assertThat(console.visitor().errors())
                .filteredOn(error -> !error.contains("404"))
                .isEmpty();
        assertThat(console.visitor().requests())
                .allMatch(request -> request.startsWith(pop800.realm().server().url())
                        || request.startsWith("data:")
                        || request.startsWith("blob:"));
    }

    @Test
    void aConsentIsGivenToTheTextShownAndWithdrawnInAsManySteps(WebBrowser browser) {
        String userId = newUser("consents@example.org");
        AccountConsole console = signIn(browser, "consents@example.org", "agreements");
        Locator consent = console.consent(OPTIONAL_TITLE);
        assertThat(consent).not().isChecked();
        assertThat(card(console, OPTIONAL_TITLE)).containsText("You have not agreed to version 1, as of ");

        consent.click(new Locator.ClickOptions().setForce(true));
        assertThat(console.dialog().getByRole(AriaRole.DOCUMENT)).hasAttribute("lang", "en");
        console.dialogButton("I agree").click();
        assertThat(console.dialog()).hasCount(0);
        assertThat(consent).isChecked();
        assertThat(consent).isFocused();
        assertThat(console.page().getByText("You have agreed: " + OPTIONAL_TITLE))
                .isVisible();
        assertThat(pop800.records(userId, OPTIONAL).get(1))
                .containsEntry("decision", "ACCEPTED")
                .containsEntry("method", "ACCOUNT")
                .containsEntry("client_id", "account-console")
                .containsEntry("locale", "en")
                .containsEntry("text_digest", digestOf(OPTIONAL, 1, "en"));
        assertThat(pop800.records(userId, OPTIONAL)).hasSize(2);

        consent.click(new Locator.ClickOptions().setForce(true));
        console.dialogButton("Withdraw").click();
        assertThat(consent).not().isChecked();
        assertThat(card(console, OPTIONAL_TITLE)).containsText("You withdrew your consent to version 1 on ");
        assertThat(pop800.records(userId, OPTIONAL))
                .extracting(row -> row.get("decision"))
                .containsExactly("DECLINED", "ACCEPTED", "WITHDRAWN");
        assertThat(pop800.standings(userId))
                .extracting(row -> row.get("decision"))
                .containsExactlyInAnyOrder("ACCEPTED", "DECLINED", "WITHDRAWN");
        assertThat(console.page().locator(".agreements-records > li")).hasCount(5);
        console.page().reload();
        assertThat(consent).not().isChecked();
        assertThat(console.visitor().errors()).isEmpty();
    }

    @Test
    void aWordOfTheRealmTakesThePlaceOfOursAndIsOnRecordWithTheDecision(KeycloakServer server, WebBrowser browser) {
        Pop800 realm = Pop800.create(server);
        AccountConsole.useTheme(realm, AccountConsole.AGREEMENTS);
        realm.realm()
                .admin()
                .localization()
                .createOrUpdateRealmLocalizationTexts(
                        "en",
                        Map.of(
                                "agreements.account.agreements.title", "Contracts",
                                "agreements.account.agreements.agree", "Yes, please"));
        String userId =
                realm.newUser("own-words@example.org").toRepresentation().getId();
        AccountConsole console =
                AccountConsole.signIn(browser, VisitorProfile.english(), realm, "own-words@example.org", "agreements");
        console.expectHeading("Contracts");

        console.consent(OPTIONAL_TITLE).click(new Locator.ClickOptions().setForce(true));
        console.dialogButton("Yes, please").click();

        assertThat(console.dialog()).hasCount(0);
        assertThat(realm.records(userId, OPTIONAL).get(1)).satisfies(row -> {
            assertThat(row).containsEntry("decision", "ACCEPTED");
            JsonNode wording = AdminApi.of(realm)
                    .get("/wordings/" + row.get("wording_digest"))
                    .successful();
            assertThat(wording.path("language").asText()).isEqualTo("en");
            assertThat(wording.at("/labels/agree").asText()).isEqualTo("Yes, please");
            assertThat(wording.at("/labels/decline").asText()).isEqualTo("I do not agree");
            assertThat(wording.at("/labels/hint").asText()).startsWith("Version {version}. This is the text");
        });
        assertThat(console.visitor().errors()).isEmpty();
    }

    @Test
    void nothingIsDecidedInWordsThatTheRealmNoLongerHas(KeycloakServer server, WebBrowser browser) {
        Pop800 realm = Pop800.create(server);
        AccountConsole.useTheme(realm, AccountConsole.AGREEMENTS);
        String userId =
                realm.newUser("other-words@example.org").toRepresentation().getId();
        AccountConsole console = AccountConsole.signIn(
                browser, VisitorProfile.english(), realm, "other-words@example.org", "agreements");
        console.expectHeading("Agreements");
        realm.realm()
                .admin()
                .localization()
                .saveRealmLocalizationText("en", "agreements.account.agreements.agree", "Yes, please");

        console.consent(OPTIONAL_TITLE).click(new Locator.ClickOptions().setForce(true));
        console.dialogButton("I agree").click();

        assertThat(console.dialog()).containsText("The words of this page have been changed meanwhile.");
        assertThat(realm.records(userId, OPTIONAL)).hasSize(1);

        console.page().reload();
        console.consent(OPTIONAL_TITLE).click(new Locator.ClickOptions().setForce(true));
        console.dialogButton("Yes, please").click();
        assertThat(console.dialog()).hasCount(0);
        assertThat(realm.records(userId, OPTIONAL)).hasSize(2);
    }

    @Test
    void aReceiptSaysWhatIsInTheDatabase(WebBrowser browser) throws IOException, GeneralSecurityException {
        String userId = newUser("receipts@example.org");
        AccountConsole console = signIn(browser, "receipts@example.org", "agreements");
        Locator record = console.page()
                .locator(".agreements-records > li")
                .filter(new Locator.FilterOptions().setHasText("Accepted: " + TITLE));
        Download download = console.page()
                .waitForDownload(() -> record.getByRole(AriaRole.BUTTON).click());

        Map<String, Object> row = pop800.records(userId, Pop800.AGREEMENT).get(0);
        assertThat(download.suggestedFilename()).isEqualTo("receipt-" + row.get("id") + ".zip");
        DownloadedReceipt file = new DownloadedReceipt(Files.readAllBytes(download.path()));
        JsonNode receipt = file.json("record.json");
        assertThat(receipt.path("id").asText()).isEqualTo(row.get("id"));
        assertThat(receipt.path("text").asText()).isEqualTo(row.get("text_digest"));
        assertThat(receipt.path("occurredAt").asLong()).isEqualTo(row.get("occurred_at"));
        byte[] content = file.files().get("text.md");
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)))
                .isEqualTo(row.get("text_digest"));
    }

    @Test
    void whatWasAcceptedIsReadAsItWasAndANewerVersionIsAcceptedFromHere(KeycloakServer server, WebBrowser browser) {
        Pop800 changing = Pop800.create(server);
        String userId =
                changing.newUser("changes@example.org").toRepresentation().getId();
        AccountConsole console = AccountConsole.signIn(
                browser, VisitorProfile.english(), changing, "changes@example.org", "applications");
        console.entry("agreements").click();
        console.expectHeading(TITLE);
        changing.edits()
                .dropSecondVersion()
                .settings(Pop800.AGREEMENT, yaml -> yaml + "    enforcedAt: 2099-01-01T00:00:00+08:00\n");
        Importer.run(changing);
        console.entry("applications").click();
        console.entry("agreements").click();

        Locator card = card(console, TITLE);
        assertThat(card).containsText("A newer version waits: version 2");
        assertThat(card).containsText("You accepted version 1 on ");
        assertThat(card.getByRole(AriaRole.LINK))
                .hasAttribute(
                        "href", changing.realm().url() + "/agreements/" + Pop800.AGREEMENT + "/changes?from=1&to=2");
        console.look("newer-version");
        console.button("Read the text as it was: " + TITLE).click();
        assertThat(console.dialog().getByRole(AriaRole.DOCUMENT)).containsText("9.");
        assertThat(console.dialog()).not().containsText("Minors register with the consent of a guardian.");
        assertThat(console.dialog().locator(".agreements-attention a")).hasCount(4);
        assertThat(console.dialog().getByRole(AriaRole.LINK).getByText("Open as a page"))
                .hasAttribute("href", changing.realm().url() + "/agreements/" + Pop800.AGREEMENT + "/versions/1");
        console.look("reading");
        Locator contents = console.dialog().getByRole(AriaRole.NAVIGATION);
        contents.locator("summary").click();
        assertThat(contents.getByRole(AriaRole.LINK)).not().hasCount(0);
        console.dialogButton("Done").click();
        assertThat(console.button("Read the text as it was: " + TITLE)).isFocused();

        console.button("Read and accept: " + TITLE).click();
        SignInPages pages = new SignInPages(console.page());
        assertThat(pages.acceptance()).isVisible();
        pages.press("accept");
        assertThat(card).containsText("You accepted version 2 on ");
        assertThat(card).not().containsText("A newer version waits");
        assertThat(changing.records(userId, Pop800.AGREEMENT)).hasSize(2);
    }

    @Test
    void whoReceivedDataIsToldAndAnApplicationLosesItsAccess(WebBrowser browser) {
        String userId = newUser("receivers@example.org");
        createThirdParty();
        disclose(userId, "{\"recipient\":\"A court\",\"ground\":\"Article 18\",\"data\":\"name\"}");
        AccountConsole console = signIn(browser, "receivers@example.org", "applications");
        Page elsewhere = console.visitor().newPage();
        SignIn sameSession = pop800.realm()
                .client("third-party", THIRD_PARTY_URI)
                .authorization()
                .with("ui_locales", "en")
                .open(elsewhere);
        elsewhere
                .locator("#kc-oauth #kc-login, form[action*=consent] #kc-login")
                .first()
                .click();
        sameSession.awaitCallback();

        console.entry("my-data").click();
        assertThat(console.page().getByText("Given to A court")).isVisible();
        assertThat(console.page().getByText("Article 18")).isVisible();
        assertThat(console.page().getByText("Third & Party", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(console.page().getByText("May see: ")).containsText("Email address");
        console.look("receivers");
        console.button("Remove access: Third & Party").click();
        console.dialogButton("Remove access").click();
        assertThat(console.page().getByText("You have not allowed any application to see your data."))
                .isVisible();
        assertThat(pop800.records(userId).stream().filter(row -> row.get("type").equals("GRANT")))
                .extracting(row -> (String) row.get("details"))
                .satisfiesExactly(
                        given -> assertThat(given).contains("\"given\""),
                        revoked -> assertThat(revoked).contains("\"revoked\""));
        assertThat(console.visitor().errors()).isEmpty();
    }

    @Test
    void aCopyOfTheDataIsDownloadedAndWhoAsksAgainAtOnceIsToldToWait(WebBrowser browser) throws IOException {
        String userId = newUser("copies@example.org");
        AccountConsole console = signIn(browser, "copies@example.org", "my-data");
        Download download = console.page()
                .waitForDownload(() -> console.button("Download my data").click());

        assertThat(download.suggestedFilename()).matches("my-data-.+\\.zip");
        ExportedData data = ExportedData.of(Files.readAllBytes(download.path()));
        assertThat(data.json("records.json").findValuesAsText("id"))
                .containsAll(pop800.records(userId).stream()
                        .filter(row -> row.get("type").equals("ACCEPTANCE"))
                        .map(row -> (String) row.get("id"))
                        .toList());
        console.button("Download my data").click();
        assertThat(console.page().getByText("Nothing is lost.")).containsText("Try again in ");
        console.look("export-too-soon");
    }

    @Test
    void whoReportsThatItWasSomebodyElseChoosesANewPassword(WebBrowser browser) {
        String userId = newUser("alarmed@example.org");
        AccountConsole console = signIn(browser, "alarmed@example.org", "my-data");
        Page other = browser.visit(VisitorProfile.english()).page();
        SignIn intruder = pop800.client().authorization().open(other);
        new SignInPages(other).submitPassword("alarmed@example.org", Pop800.PASSWORD);
        String refreshToken = intruder.awaitTokens().refreshToken();

        console.button("This was not me").click();
        console.look("report");
        console.dialogButton("Yes, this was not me").click();
        assertThat(console.page().getByText("1 other session has ended.")).isVisible();
        console.look("reported");
        assertThat(pop800.client().refresh(refreshToken).status()).isEqualTo(400);
        assertThat(pop800.records(userId)).anySatisfy(row -> assertThat(row).containsEntry("type", "REPORT"));

        console.dialogButton("Choose a new password").click();
        console.page().locator("#password-new").fill("Another-quiet-river-2026");
        console.page().locator("#password-confirm").fill("Another-quiet-river-2026");
        console.page().locator("#kc-passwd-update-form [type=submit]").first().click();
        console.expectHeading("My data");
    }

    @Test
    void anAccountIsDeletedAfterAnotherSignInOnly(WebBrowser browser) {
        newUser("leaving@example.org");
        AccountConsole console = signIn(browser, "leaving@example.org", "delete-account");
        assertThat(console.page().getByText("7 days after you ask.")).isVisible();
        console.button("Delete my account").click();

        signInAgain(console.page());
        assertThat(console.page().locator("#account-deletion-form")).isVisible();
        assertThat(requests("leaving@example.org")).isEmpty();
    }

    @Test
    void whoHasAskedForTheDeletionSeesWhenAndMayKeepTheAccount(WebBrowser browser) {
        newUser("staying@example.org");
        AccountConsole console = signIn(browser, "staying@example.org", "applications");
        Page elsewhere = console.visitor().newPage();
        SignIn sameSession = pop800.client().authorization().open(elsewhere);
        MyRest my = new MyRest(pop800, sameSession.awaitTokens().accessToken());
        assertThat(my.post("/deletion").status()).isEqualTo(200);

        console.entry("delete-account").click();
        console.expectHeading("Delete account");
        assertThat(console.page().getByText("It will be deleted on ")).isVisible();
        console.look("deletion-pending");
        console.button("Keep my account").click();
        console.expectHeading("What will be erased");
        assertThat(console.page().getByText("Your account stays")).isVisible();
        assertThat(requests("staying@example.org")).isEmpty();
        assertThat(console.visitor().errors())
                .filteredOn(error -> !error.contains("404"))
                .isEmpty();
    }

    @Test
    void whoMayNotDeleteTheAccountIsNotOfferedIt(WebBrowser browser) {
        UserResource user = pop800.newUser("rooted@example.org");
        withoutRoleToDelete(user);
        AccountConsole console = signIn(browser, "rooted@example.org", "agreements");
        console.expectHeading(TITLE);

        assertThat(console.menu()).contains("My data").doesNotContain("Delete account");
        console.open("delete-account").expectHeading("Your account cannot be deleted from here");
        assertThat(console.button("Delete my account")).hasCount(0);
    }

    @Test
    void aRealmThatDoesNotUseTheThemeIsUntouched(KeycloakServer server, WebBrowser browser) {
        TestRealm other = RealmBuilder.unique("untouched").create(server);
        Page page = browser.visit().page();

        assertThat(page.request().get(other.url() + "/account/").text()).doesNotContain("agreements");
        assertThat(page.request().get(pop800.realm().url() + "/account/").text())
                .containsPattern("\"react/jsx-runtime\": \"[^\"]+/account/agreements/assets/hook-[0-9a-f]{12}\\.js\"")
                .containsPattern("\"agreements/stock-jsx-runtime\": \"[^\"]+/react-jsx-runtime[^\"]+\\.js\"");
    }

    private void createThirdParty() {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId("third-party");
        client.setName("Third & Party");
        client.setPublicClient(true);
        client.setConsentRequired(true);
        client.setRedirectUris(List.of(THIRD_PARTY_URI));
        pop800.realm().admin().clients().create(client).close();
    }

    /** Nothing of the product writes such a record yet. */
    private void disclose(String userId, String details) {
        pop800.realm()
                .server()
                .database()
                .update(
                        "insert into agr_record (" + RecordSql.KEYS
                                + "id, realm_id, user_id, type, occurred_at, recorded_at, details) values ("
                                + RecordSql.keys(pop800.id(), "DISCLOSURE", null)
                                + "?, ?, ?, 'DISCLOSURE', 1793462400000, 1793462400000, ?)",
                        UUID.randomUUID().toString(),
                        pop800.id(),
                        userId,
                        details);
    }

    /** Not asked for of those who have signed in within the same second. */
    private static void signInAgain(Page page) {
        page.locator("#password, #account-deletion-form").first().waitFor();
        if (page.locator("#password").isVisible()) {
            page.locator("#password").fill(Pop800.PASSWORD);
            page.locator("#kc-login").click();
        }
    }

    private String newUser(String email) {
        return pop800.newUser(email).toRepresentation().getId();
    }

    private AccountConsole signIn(WebBrowser browser, String user, String path) {
        return AccountConsole.signIn(browser, VisitorProfile.english(), pop800, user, path);
    }

    private static Locator card(AccountConsole console, String title) {
        return console.page().getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(title));
    }

    private String digestOf(String key, int version, String locale) {
        JsonNode texts = PublicRest.json(PublicRest.of(pop800).getJson("/" + key + "/versions/" + version))
                .at("/version/texts");
        for (JsonNode text : texts) {
            if (text.path("locale").asText().equals(locale)) {
                return text.path("digest").asText();
            }
        }
        throw new AssertionError("no text of " + key + " in " + locale);
    }

    private List<Map<String, Object>> requests(String email) {
        return pop800.realm()
                .server()
                .database()
                .query(
                        "select * from agr_deletion_request where realm_id = ? and user_id = ?",
                        pop800.id(),
                        pop800.realm().user(email).toRepresentation().getId());
    }

    /** The default role of the realm has it; what else that grants is given anew. */
    private void withoutRoleToDelete(UserResource user) {
        var clients = pop800.realm().admin().clients();
        String account = clients.findByClientId("account").get(0).getId();
        user.roles().realmLevel().remove(user.roles().realmLevel().listAll());
        user.roles()
                .clientLevel(account)
                .add(List.of(
                        clients.get(account).roles().get("view-profile").toRepresentation(),
                        clients.get(account).roles().get("manage-account").toRepresentation()));
    }

    private static byte[] picture(Page page) {
        return page.screenshot(new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED));
    }
}
