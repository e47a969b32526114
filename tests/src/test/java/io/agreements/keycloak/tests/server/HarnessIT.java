package io.agreements.keycloak.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.agreements.keycloak.testing.MainFlow;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.AuthorizationRequest;
import io.agreements.keycloak.testing.oidc.Callback;
import io.agreements.keycloak.testing.oidc.OidcClient;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.oidc.TokenResponse;
import io.agreements.keycloak.testing.realm.RealmBuilder;
import io.agreements.keycloak.testing.realm.TestRealm;
import io.agreements.keycloak.testing.realm.UserBuilder;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.running.MovedClock;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.admin.client.Keycloak;

/** The harness itself: what every other integration test takes for granted. */
@OnEveryDatabase
@MainFlow
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HarnessIT {
    private static final String REDIRECT_URI = "http://127.0.0.1:8000/callback";

    private TestRealm realm;
    private OidcClient client;

    @BeforeAll
    void createRealm(KeycloakServer server) {
        realm = RealmBuilder.unique("harness")
                .publicClient("app", REDIRECT_URI)
                .user(UserBuilder.named("alice"))
                .create(server);
        client = realm.client("app", REDIRECT_URI);
    }

    @Test
    void theServerIsTheOneTheTestsAreToRunOn(Keycloak admin) {
        assertThat(admin.serverInfo().getInfo().getSystemInfo().getVersion())
                .isEqualTo(System.getProperty("keycloak.version"));
    }

    @Test
    void bothJarsAreInstalled(KeycloakServer server) {
        assertThat(server.providerJars()).contains("keycloak-agreements.jar", "keycloak-agreements-themes.jar");
    }

    @Test
    void theServerHasAgreementFilesOfItsOwn(KeycloakServer server) {
        assertThat(server.agreements().resolve("pop800/user-registration/agreement.yaml"))
                .exists();
    }

    @Test
    void rowsAreSeenWhileTheServerRuns(KeycloakServer server) {
        String sql = "select username, email_verified from user_entity where realm_id = ?";
        String realmId = realm.admin().toRepresentation().getId();

        assertThat(server.database().query(sql, realmId))
                .singleElement()
                .satisfies(row ->
                        assertThat(row).containsEntry("username", "alice").containsEntry("email_verified", true));
    }

    @Test
    void aRealmFileReplacesTheRealmOfItsName(KeycloakServer server) {
        String json = "{\"realm\": \"harness-import\", \"enabled\": true, \"displayName\": \"%s\"}";
        server.importRealm(json.formatted("first"));
        server.importRealm(json.formatted("second"));

        assertThat(server.adminClient()
                        .realm("harness-import")
                        .toRepresentation()
                        .getDisplayName())
                .isEqualTo("second");
    }

    @Test
    void aVisitorSignsInAndTheClientTakesTokens(WebBrowser browser) {
        Visitor visitor = browser.visit();
        AuthorizationRequest request = client.authorization();
        SignIn signIn = request.open(visitor.page());
        visitor.assertAccessible();
        visitor.takePicture("harness/sign-in-desktop");

        submitPassword(visitor.page(), "alice", "alice");
        Callback callback = signIn.awaitCallback();
        TokenResponse tokens = client.exchange(callback, request);

        assertThat(callback.state()).isEqualTo(request.parameters().get("state"));
        assertThat(tokens.idTokenClaims().path("preferred_username").asText()).isEqualTo("alice");
        assertThat(client.refresh(tokens.refreshToken()).status()).isEqualTo(200);
        assertThat(visitor.requests())
                .allMatch(url -> url.startsWith(realm.server().url()) || url.startsWith(REDIRECT_URI));
        assertThat(visitor.errors()).isEmpty();
    }

    @Test
    void aVisitorOnAPhoneNeedsNoScripts(WebBrowser browser) {
        Visitor visitor =
                browser.visit(VisitorProfile.chinese().on(Screen.PHONE).withoutJavaScript());
        SignIn signIn = client.authorization().open(visitor.page());
        visitor.takePicture("harness/sign-in-phone");

        submitPassword(visitor.page(), "alice", "alice");

        assertThat(signIn.awaitCallback().code()).isNotBlank();
    }

    @Test
    void aBarThatStaysInViewIsPicturedWhereItStandsInThePage(WebBrowser browser) throws IOException {
        Visitor visitor = browser.visit();
        visitor.page().setContent("""
                        <!doctype html>
                        <html lang="en"><body style="margin: 0"><div style="height: 3000px"></div>
                        <div class="agr-decision" style="position: sticky; bottom: 0; height: 100px; background: #f00"></div>
                        </body></html>""");

        BufferedImage picture =
                ImageIO.read(visitor.takePicture("harness/sticky-bar").toFile());

        assertThat(picture.getHeight()).isEqualTo(3100);
        assertThat(new Color(picture.getRGB(10, 3050))).isEqualTo(Color.RED);
        assertThat(new Color(picture.getRGB(10, 850))).isEqualTo(Color.WHITE);
    }

    @Test
    void aSignInWithoutSessionIsRefusedWhereNothingMayBeShown(WebBrowser browser) {
        SignIn signIn = client.authorization()
                .with("prompt", "none")
                .open(browser.visit().page());

        assertThat(signIn.awaitCallback().error()).isEqualTo("login_required");
    }

    @Test
    void aWrongPasswordIsRefusedByTheTokenEndpoint() {
        TokenResponse refused = client.password("alice", "wrong");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("invalid_grant");
    }

    @Test
    void theServersTimeIsAheadForAsLongAsATestNeedsIt(KeycloakServer server) {
        Instant tomorrow = Instant.now().plus(Duration.ofHours(23));

        try (MovedClock clock = MovedClock.of(server)) {
            clock.ahead(Duration.ofDays(1));
            assertThat(issuedNow()).isAfter(tomorrow);
        }
        assertThat(issuedNow()).isBefore(tomorrow);
    }

    private Instant issuedNow() {
        return Instant.ofEpochSecond(
                client.password("alice", "alice").accessTokenClaims().get("iat").asLong());
    }

    private static void submitPassword(Page page, String username, String password) {
        page.getByLabel("Username or email").fill(username);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign In"))
                .click();
    }
}
