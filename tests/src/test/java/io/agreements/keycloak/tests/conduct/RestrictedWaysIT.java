package io.agreements.keycloak.tests.conduct;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.oidc.TokenResponse;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.DeviceFlow;
import io.agreements.keycloak.tests.fixture.page.Impersonation;
import io.agreements.keycloak.tests.fixture.page.ServiceProvider;
import io.agreements.keycloak.tests.fixture.page.ServiceProvider.Exchange;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Broker;
import io.agreements.keycloak.tests.fixture.realm.Persons;
import io.agreements.keycloak.tests.fixture.realm.Persons.Person;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AuthenticationDevice;
import io.agreements.keycloak.tests.fixture.rest.JwtIssuer;
import io.agreements.keycloak.tests.fixture.rest.OAuthClient;
import io.agreements.keycloak.tests.fixture.rest.OAuthClient.Reply;
import io.agreements.keycloak.tests.fixture.rest.OwedTokens;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Whoever gets no service has the right password, or another right way in, and reads why; a client gets no token on any
 * way. The suspension is one that another node writes at the moment of the sign-in: the session is still there, and all that
 * was got before, so that it is this product that refuses.
 */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RestrictedWaysIT {

    private static final String FORM = "#agreement-restriction-form";
    private static final String STORED = "a-token-of-the-provider";

    private Pop800 pop800;
    private OAuthClient api;
    private Person person;
    private JwtIssuer issuer;
    private Broker broker;
    private ServiceProvider provider;
    private Reply online;
    private Reply offline;
    private String deviceCode;
    private String backchannelRequest;
    private SignIn signIn;
    private Map<String, Reply> refusals;
    private TokenResponse redeemed;

    @BeforeAll
    void giveAllThereIsAndThenSuspend(KeycloakServer server, WebBrowser browser) {
        OwedTokens realm = OwedTokens.create(server);
        pop800 = realm.pop800();
        api = realm.api();
        person = new Persons(pop800).settled();
        issuer = JwtIssuer.trustedBy(pop800);
        issuer.link(person.id());
        broker = Broker.create(server, pop800).keepTokens();
        broker.join(person.email(), "{\"access_token\":\"" + STORED + "\"}");
        provider = ServiceProvider.addTo(pop800);
        giveAll(browser);
        SilentSuspension.of(pop800, person.id());
        redeemed = signIn.awaitTokens();
        refusals = askOnEveryWay();
    }

    private void giveAll(WebBrowser browser) {
        online = api.password(person.email(), "openid");
        offline = api.password(person.email(), "openid offline_access");
        assertThat(api.storedToken(Broker.ALIAS, online.accessToken()).body()).contains(STORED);
        assertThat(api.userInfo(online.accessToken()).status()).isEqualTo(200);
        Page page = browser.visit(VisitorProfile.english()).page();
        DeviceFlow device = DeviceFlow.begin(api);
        device.signIn(page, person.email());
        deviceCode = device.grant(page).deviceCode();
        try (AuthenticationDevice telephone = AuthenticationDevice.switchedOn()) {
            backchannelRequest = telephone.approved(api, person.email());
        }
        Page other = browser.visit(VisitorProfile.english()).page();
        signIn = pop800.client().authorization().open(other);
        new SignInPages(other).submitPassword(person.email(), Pop800.PASSWORD);
        assertThat(signIn.awaitCallback().code()).isNotBlank();
    }

    /** At once: codes are good for a minute or two. */
    private Map<String, Reply> askOnEveryWay() {
        Map<String, Reply> all = new LinkedHashMap<>();
        all.put("password", api.password(person.email(), "openid"));
        all.put("refresh token", api.refresh(online.refreshToken()));
        all.put("offline token", api.refresh(offline.refreshToken()));
        all.put("token exchange", api.exchange(online.accessToken()));
        all.put("token with permissions", api.permissions(online.accessToken()));
        all.put("device", api.deviceCode(deviceCode));
        all.put("backchannel authentication", api.backchannel(backchannelRequest));
        all.put("JWT authorization grant", api.assertion(issuer.assertion(person.id())));
        all.put("a grant that no Keycloak has yet", api.tomorrow(person.email()));
        all.put("token that is kept of an identity provider", api.storedToken(Broker.ALIAS, online.accessToken()));
        return all;
    }

    @TestFactory
    Stream<DynamicTest> noGrantGivesATokenAndEachSaysThatTheAccountIsSuspended() {
        return refusals.entrySet().stream()
                .map(refusal -> DynamicTest.dynamicTest(refusal.getKey(), () -> {
                    Reply reply = refusal.getValue();
                    assertThat(reply.status()).as(reply.body()).isEqualTo(400);
                    assertSuspended(reply.json(), "invalid_grant");
                    assertThat(reply.body()).doesNotContain(STORED);
                }));
    }

    private static void assertSuspended(JsonNode answer, String error) {
        assertThat(answer.path("error").asText()).as(answer.toString()).isEqualTo(error);
        assertThat(answer.path("agreements_error").asText()).isEqualTo("account_suspended");
        assertThat(answer.path("error_uri").asText()).endsWith("/agreements");
        assertThat(answer.has("access_token")).isFalse();
        assertThat(answer.toString()).doesNotContain("insult");
    }

    @Test
    void aCodeThatWasGotBeforeGivesNothing() {
        assertThat(redeemed.status()).isEqualTo(400);
        assertSuspended(redeemed.json(), "invalid_grant");
    }

    @Test
    void tokensThatWereGotBeforeAreCalledActiveByNobodyAndShowNothingOfTheUser() {
        for (Reply tokens : new Reply[] {online, offline}) {
            assertThat(api.introspect(tokens.accessToken()).body()).isEqualTo("{\"active\":false}");
            assertThat(api.introspect(tokens.refreshToken()).body()).isEqualTo("{\"active\":false}");
            Reply info = api.userInfo(tokens.accessToken());
            assertThat(info.status()).isEqualTo(401);
            assertSuspended(info.json(), "invalid_token");
            assertThat(info.headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(challenge -> assertThat(challenge).contains("error=\"invalid_token\""));
        }
    }

    @Test
    void whoComesFromAnIdentityProviderReadsWhy(WebBrowser browser) {
        Page page = browser.visit(VisitorProfile.english()).page();
        SignIn coming = broker.authorization().open(page);
        new SignInPages(page).submitPassword(person.email(), Pop800.PASSWORD);

        assertReadsWhy(page);
        assertThat(coming.isOver()).isFalse();
        new SignInPages(page).press("leave");
        assertThat(coming.awaitCallback().error()).isEqualTo("access_denied");
    }

    @Test
    void whoSaysYesForADeviceReadsWhyAndTheDeviceWaits(WebBrowser browser) {
        Page page = browser.visit(VisitorProfile.english()).page();
        DeviceFlow device = DeviceFlow.begin(api);
        device.signIn(page, person.email());

        assertReadsWhy(page);
        assertThat(page.locator("#kc-login[name=accept]")).hasCount(0);
        Reply waiting = api.deviceCode(device.deviceCode());
        assertThat(waiting.status()).isEqualTo(400);
        assertThat(waiting.json().path("error").asText()).isEqualTo("authorization_pending");
    }

    @Test
    void aServiceProviderOfSamlGetsNoAssertion(WebBrowser browser) {
        Page page = browser.visit(VisitorProfile.english()).page();
        Exchange exchange = provider.open(page, false);
        new SignInPages(page).submitPassword(person.email(), Pop800.PASSWORD);

        assertReadsWhy(page);
        assertThat(exchange.posted()).isEmpty();
        new SignInPages(page).press("leave");
        assertThat(exchange.response())
                .contains("status:RequestDenied")
                .doesNotContain("<saml:Assertion", "status:Success");
    }

    @Test
    void whoActsAsTheUserGetsNoTokenAndNoneOfTheUsersRights(KeycloakServer server, WebBrowser browser) {
        Visitor administrator = browser.visit(VisitorProfile.english());
        Impersonation.begin(
                pop800,
                administrator,
                person.id(),
                server.adminClient().tokenManager().getAccessTokenString());
        Page page = administrator.page();
        SignIn acting = pop800.client().authorization().open(page);

        assertReadsWhy(page);
        assertThat(acting.isOver()).isFalse();
        assertThat(page.locator("#restriction-appeal, #agreement-export-form, #agreement-deletion-form"))
                .hasCount(0);
    }

    private static void assertReadsWhy(Page page) {
        assertThat(page.locator(FORM)).isVisible();
        assertThat(page.locator("body")).containsText(SilentSuspension.FACTS);
    }
}
