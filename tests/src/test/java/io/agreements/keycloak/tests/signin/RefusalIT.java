package io.agreements.keycloak.tests.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.Callback;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.oidc.TokenResponse;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.StoredDecision;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import io.agreements.keycloak.tests.fixture.rest.Importer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a user declines is what was shown, and it counts in every session of the user. */
@OnEveryDatabase
@WithKeycloak
final class RefusalIT {

    private static final String AGREEMENT = Pop800.AGREEMENT;

    private Pop800 pop800;
    private String email;
    private String userId;

    @BeforeEach
    void createPerson(KeycloakServer server) {
        pop800 = Pop800.create(server);
        newPerson();
    }

    @Test
    void whoDeclinesInOneBrowserGoesOnInNoOther(WebBrowser browser) {
        Page undecided = browser.visit(VisitorProfile.english()).page();
        signIn(undecided);
        Visitor accepting = browser.visit(VisitorProfile.english());
        TokenResponse online = accept(accepting.page()).awaitTokens();
        TokenResponse offline = signIn(browser.visit(VisitorProfile.english()).page(), "openid offline_access")
                .awaitTokens();
        assertThat(silent(accepting).code()).isNotBlank();
        online = pop800.client().refresh(online.refreshToken());
        offline = pop800.client().refresh(offline.refreshToken());
        assertThat(offline.json().path("refresh_expires_in").asInt()).isZero();

        new SignInPages(undecided).press("decline");
        assertThat(new SignInPages(undecided).declined()).isVisible();

        assertThat(silent(accepting).error()).isEqualTo("interaction_required");
        for (TokenResponse tokens : List.of(online, offline)) {
            TokenResponse refused = pop800.client().refresh(tokens.refreshToken());
            assertThat(refused.error()).isEqualTo("invalid_grant");
            assertThat(refused.errorDescription()).contains("agreement " + AGREEMENT + " version 1");
        }
        assertThat(decisions()).containsExactlyInAnyOrder("1 ACCEPTED", "1 DECLINED");
    }

    @Test
    void whoAcceptsInOneTabAndDeclinesInAnotherHasDeclined(WebBrowser browser) {
        Visitor visitor = browser.visit(VisitorProfile.english().withoutJavaScript());
        Page second = visitor.newPage();
        SignIn first = signIn(visitor.page());
        pop800.client().authorization().open(second);
        if (second.locator("#username").count() > 0) {
            new SignInPages(second).submitPassword(email, Pop800.PASSWORD);
        }
        assertThat(new SignInPages(second).acceptance()).isVisible();
        new SignInPages(visitor.page()).press("accept");
        TokenResponse tokens = first.awaitTokens();
        new SignInPages(second).press("decline");
        assertThat(new SignInPages(second).declined()).isVisible();

        assertThat(decisions()).containsExactly("1 ACCEPTED", "1 DECLINED");
        assertThat(pop800.client().refresh(tokens.refreshToken()).error()).isEqualTo("invalid_grant");
    }

    @Test
    void aVersionAcceptedAheadOfItsTimeIsWhatIsDeclined(WebBrowser browser) {
        pop800.edits()
                .dropSecondVersion()
                .settings(
                        AGREEMENT,
                        yaml -> yaml.replace("position: 10", "position: 10\nreacceptAfterDays: 1")
                                + "    effectiveAt: 2099-01-01T00:00:00Z\n");
        Importer.run(pop800);
        new StoredDecision(
                        userId, email, AGREEMENT, 2, "ACCEPTED", Instant.now().minus(Duration.ofDays(2)))
                .storeIn(pop800);
        Page page = browser.visit(VisitorProfile.english()).page();
        signIn(page);
        new SignInPages(page).press("decline");
        assertThat(new SignInPages(page).declined()).isVisible();

        assertThat(decisions()).containsExactly("2 ACCEPTED", "2 DECLINED");
        page.reload();
        assertThat(new SignInPages(page).declined()).isVisible();
    }

    @Test
    void aVersionThatIsReplacedBetweenPageAndAnswerIsDeclinedAsItWasShown(WebBrowser browser) {
        Page page = browser.visit(VisitorProfile.english()).page();
        signIn(page);
        publish();
        new SignInPages(page).press("decline");
        assertThat(new SignInPages(page).declined()).isVisible();

        assertThat(decisions()).containsExactly("1 DECLINED");
        new SignInPages(page).press("read");
        assertThat(page.locator("#agreement-acceptance-form")).containsText("Minors");
    }

    @Test
    void aVersionThatIsRetractedBetweenPageAndAnswerCannotBeDeclinedAndThePageComesAgain(WebBrowser browser) {
        publish();
        Page page = browser.visit(VisitorProfile.english()).page();
        SignIn signIn = signIn(page);
        retract();
        new SignInPages(page).press("decline");
        assertThat(new SignInPages(page).acceptance()).isVisible();
        assertThat(page.locator("#agreement-acceptance-form")).not().containsText("Minors");

        assertThat(decisions()).isEmpty();
        new SignInPages(page).press("accept");
        signIn.awaitCallback().code();
        assertThat(decisions()).containsExactly("1 ACCEPTED");
    }

    @Test
    void whereNothingIsAskedAnyMoreARefusalOfWhatIsRetractedLetsGoOn(WebBrowser browser) {
        new StoredDecision(userId, email, AGREEMENT, 1, "ACCEPTED", Instant.now()).storeIn(pop800);
        for (String optional : List.of("personalisation", "news-by-mail")) {
            new StoredDecision(userId, email, optional, 1, "DECLINED", Instant.now()).storeIn(pop800);
        }
        publish();
        Page page = browser.visit(VisitorProfile.english()).page();
        SignIn signIn = signIn(page);
        retract();
        new SignInPages(page).press("decline");

        assertThat(signIn.awaitCallback().code()).isNotBlank();
        assertThat(decisions()).containsExactly("1 ACCEPTED");
    }

    @Test
    void whoAcceptedOnlyAVersionThatIsRetractedIsAskedForTheOneInForce(WebBrowser browser) {
        publish();
        String newcomer = userId;
        Visitor visitor = browser.visit(VisitorProfile.english());
        TokenResponse tokens = accept(visitor.page()).awaitTokens();
        String newcomersEmail = email;
        newPerson();
        new StoredDecision(
                        userId, email, AGREEMENT, 1, "ACCEPTED", Instant.now().minus(Duration.ofDays(1)))
                .storeIn(pop800);
        Visitor other = browser.visit(VisitorProfile.english());
        TokenResponse othersTokens = accept(other.page()).awaitTokens();
        assertThat(decisions()).containsExactly("1 ACCEPTED", "2 ACCEPTED");
        retract();

        assertThat(silent(other).code()).isNotBlank();
        assertThat(pop800.client().refresh(othersTokens.refreshToken()).status())
                .isEqualTo(200);
        assertThat(silent(visitor).error()).isEqualTo("interaction_required");
        assertThat(pop800.client().refresh(tokens.refreshToken()).errorDescription())
                .contains("agreement " + AGREEMENT + " version 1");
        userId = newcomer;
        email = newcomersEmail;
        Page page = browser.visit(VisitorProfile.english()).page();
        SignIn again = signIn(page);
        new SignInPages(page).press("accept");
        again.awaitCallback().code();
        assertThat(decisions()).containsExactly("2 ACCEPTED", "1 ACCEPTED");
        assertThat(silent(visitor).code()).isNotBlank();
    }

    private void newPerson() {
        email = "person-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        userId = pop800.newUser(email).toRepresentation().getId();
    }

    private SignIn signIn(Page page) {
        return signIn(page, "openid");
    }

    private SignIn signIn(Page page, String scope) {
        SignIn signIn = pop800.client().authorization().with("scope", scope).open(page);
        new SignInPages(page).submitPassword(email, Pop800.PASSWORD);
        return signIn;
    }

    private SignIn accept(Page page) {
        SignIn signIn = signIn(page);
        new SignInPages(page).press("accept");
        return signIn;
    }

    private Callback silent(Visitor visitor) {
        return pop800.client()
                .authorization()
                .with("prompt", "none")
                .open(visitor.newPage())
                .awaitCallback();
    }

    /** Publishes a second version that has an article on minors. */
    private void publish() {
        pop800.edits().dropSecondVersion();
        Importer.run(pop800);
    }

    private void retract() {
        AdminApi admin = AdminApi.of(pop800);
        String version = "/" + AGREEMENT + "/versions/2";
        int edits = admin.get(version).successful().path("edits").asInt();
        admin.post(version + "/retract", "{\"edits\": " + edits + "}").successful();
    }

    /** What the user decided on the agreement, in the order in which it was. */
    private List<String> decisions() {
        return pop800.records(userId, AGREEMENT).stream()
                .map(row -> row.get("version_number") + " " + row.get("decision"))
                .toList();
    }
}
