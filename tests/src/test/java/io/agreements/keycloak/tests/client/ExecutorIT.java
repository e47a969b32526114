package io.agreements.keycloak.tests.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import io.agreements.keycloak.testing.MainFlow;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.DeviceFlow;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import io.agreements.keycloak.tests.fixture.rest.JwtIssuer;
import io.agreements.keycloak.tests.fixture.rest.OAuthClient;
import io.agreements.keycloak.tests.fixture.rest.OAuthClient.Reply;
import io.agreements.keycloak.tests.fixture.rest.OwedTokens;
import jakarta.ws.rs.BadRequestException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.representations.idm.ClientPoliciesRepresentation;
import org.keycloak.representations.idm.ClientPolicyConditionRepresentation;
import org.keycloak.representations.idm.ClientProfilesRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.EventRepresentation;

/**
 * On the ways on which nobody can be asked: two users got tokens before a second version was enforced; one has accepted
 * it, the other owes it.
 */
@MainFlow
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ExecutorIT {

    private static final String SETTLED = "settled@example.org";
    private static final String OWING = "owing@example.org";
    private static final String ADMINISTRATOR = "administrator@example.org";

    private OwedTokens realm;
    private OAuthClient api;
    private OAuthClient partner;
    private JwtIssuer issuer;
    private String settledId;
    private String owingId;
    private Reply settled;
    private Reply owing;
    private Reply settledOffline;
    private Reply owingOffline;
    private Reply owingAtAdminCli;
    private Reply administratorAtAdminCli;
    private Reply administratorElsewhere;
    private Reply owingAtAccountConsole;
    private Reply service;
    private String settledDevice;
    private String owingDevice;

    @BeforeAll
    void giveTokensAndThenPublish(KeycloakServer server, WebBrowser browser) {
        realm = OwedTokens.create(server);
        api = realm.api();
        partner = realm.addClient("partner");
        issuer = JwtIssuer.trustedBy(realm.pop800());
        settledId = realm.newUser(SETTLED);
        owingId = realm.newUser(OWING);
        issuer.link(settledId);
        issuer.link(owingId);
        realm.newUser(ADMINISTRATOR);
        realm.pop800().grant(ADMINISTRATOR, "manage-realm");
        letAnybodyUsePasswordsAt("account-console");

        settled = api.password(SETTLED, "openid");
        owing = api.password(OWING, "openid");
        settledOffline = api.password(SETTLED, "openid offline_access");
        owingOffline = api.password(OWING, "openid offline_access");
        owingAtAdminCli = at("admin-cli").password(OWING, "openid");
        owingAtAccountConsole = at("account-console").password(OWING, "openid");
        administratorAtAdminCli = at("admin-cli").password(ADMINISTRATOR, "openid");
        administratorElsewhere = api.password(ADMINISTRATOR, "openid");
        service = api.clientCredentials();
        settledDevice = approveDevice(browser, SETTLED);
        owingDevice = approveDevice(browser, OWING);

        realm.publish();
        realm.accept(settledId, 2);
    }

    @Test
    void aRefreshTokenIsGoodOnlyForWhoHasAccepted() {
        assertThat(api.refresh(settled.refreshToken()).status()).isEqualTo(200);
        realm.assertRefused(api.refresh(owing.refreshToken()));
    }

    @Test
    void anOfflineTokenIsGoodOnlyForWhoHasAccepted() {
        assertThat(api.refresh(settledOffline.refreshToken()).status()).isEqualTo(200);
        realm.assertRefused(api.refresh(owingOffline.refreshToken()));
    }

    @Test
    void aTokenIsExchangedOnlyForWhoHasAccepted() {
        assertThat(api.exchange(settled.accessToken()).status()).isEqualTo(200);
        realm.assertRefused(api.exchange(owing.accessToken()));
    }

    @Test
    void aDeviceGetsTokensOnlyForWhoHasAccepted() {
        assertThat(api.deviceCode(settledDevice).accessToken()).isNotBlank();
        realm.assertRefused(api.deviceCode(owingDevice));
    }

    @Test
    void anAssertionIsGoodOnlyForWhoHasAccepted() {
        assertThat(api.assertion(issuer.assertion(settledId)).accessToken()).isNotBlank();
        realm.assertRefused(api.assertion(issuer.assertion(owingId)));
    }

    @Test
    void aTokenWithPermissionsIsMadeOfAnotherOnlyForWhoHasAccepted() {
        Reply given = api.permissions(settled.accessToken());
        assertThat(given.claims("access_token").path("authorization").isObject())
                .as(given.body())
                .isTrue();
        assertThat(api.permissions(settledOffline.accessToken()).status()).isEqualTo(200);

        realm.assertRefused(api.permissions(owing.accessToken()));
        realm.assertRefused(api.permissions(owingOffline.accessToken()));
        realm.assertRefused(partner.permissions(owing.accessToken()));
        assertThat(api.permissions(service.accessToken()).status()).isEqualTo(200);
    }

    @Test
    void aGrantThatNoKeycloakHasYetGivesTokensOnlyOfWhoHasAccepted() {
        assertThat(api.tomorrow(SETTLED).accessToken()).isNotBlank();
        realm.assertRefused(api.tomorrow(OWING));
    }

    @Test
    void whatHasNoNameAmongTheEventsCannotBeLeftOut() {
        configure(Map.of("events", List.of("userinfo")));
        try {
            assertThat(api.refresh(owing.refreshToken()).status()).isEqualTo(200);
            realm.assertRefused(api.permissions(owing.accessToken()));
            realm.assertRefused(api.tomorrow(OWING));
        } finally {
            configure(Map.of());
        }
    }

    @Test
    void theGraceIsForEveryGrant() {
        configure(Map.of("grace", "P7D"));
        try {
            assertThat(api.permissions(owing.accessToken()).status()).isEqualTo(200);
            assertThat(api.tomorrow(OWING).status()).isEqualTo(200);
        } finally {
            configure(Map.of());
        }
    }

    @Test
    void thePolicySaysForWhichClientsEveryGrantIsLookedAt() {
        when("client-access-type", Map.of("type", List.of("public")));
        try {
            assertThat(api.refresh(owing.refreshToken()).status()).isEqualTo(200);
            assertThat(api.permissions(owing.accessToken()).status()).isEqualTo(200);
            assertThat(api.tomorrow(OWING).status()).isEqualTo(200);
            when("client-access-type", Map.of("type", List.of("public"), "is-negative-logic", true));
            realm.assertRefused(api.permissions(owing.accessToken()));
            realm.assertRefused(api.tomorrow(OWING));
        } finally {
            when("any-client", Map.of());
        }
        realm.assertRefused(api.permissions(owing.accessToken()));
    }

    @Test
    void introspectionCallsOnlyTokensOfThoseActiveWhoHaveAccepted() {
        assertThat(api.introspect(settled.accessToken()).json().path("active").asBoolean())
                .isTrue();
        assertThat(api.introspect(settledOffline.accessToken())
                        .json()
                        .path("active")
                        .asBoolean())
                .isTrue();
        for (Reply tokens : List.of(owing, owingOffline)) {
            Reply reply = api.introspect(tokens.accessToken());
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).isEqualTo("{\"active\":false}");
            assertThat(api.introspect(tokens.refreshToken()).body()).isEqualTo("{\"active\":false}");
        }
    }

    @Test
    void userInfoIsGivenOnlyOfWhoHasAccepted() {
        assertThat(api.userInfo(settled.accessToken()).json().path("sub").asText())
                .isEqualTo(settledId);

        Reply refused = api.userInfo(owing.accessToken());
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge)
                        .startsWith("Bearer realm=\"" + realm.pop800().realm().name() + "\"")
                        .contains(
                                "error=\"invalid_token\"",
                                "agreement user-registration version 2\"",
                                "error_uri=\"" + realm.page(Pop800.AGREEMENT, 2) + "\""));
        assertThat(refused.json().path("error").asText()).isEqualTo("invalid_token");
    }

    @Test
    void thePasswordGrantNamesTheAgreementToo() {
        assertThat(api.password(SETTLED, "openid").status()).isEqualTo(200);
        realm.assertRefused(api.password(OWING, "openid"));
        assertThat(realm.pop800()
                        .realm()
                        .admin()
                        .getEvents(List.of("LOGIN_ERROR"), OwedTokens.API, owingId, null, null, null, 0, 1))
                .as("what is stored of it is the user's, and goes with the account")
                .singleElement()
                .satisfies(event -> assertThat(event.getDetails()).containsEntry("username", OWING));
    }

    @Test
    void clientsThatActForThemselvesAreNeverAsked() {
        Reply again = api.clientCredentials();

        assertThat(again.status()).isEqualTo(200);
        for (Reply tokens : List.of(service, again)) {
            assertThat(api.introspect(tokens.accessToken())
                            .json()
                            .path("active")
                            .asBoolean())
                    .isTrue();
            assertThat(api.userInfo(tokens.accessToken()).status()).isEqualTo(200);
            assertThat(api.exchange(tokens.accessToken()).status()).isEqualTo(200);
        }
    }

    @Test
    void anAdministratorIsNotKeptOutOfTheConsolesByWhichABadPublicationIsMended() {
        assertThat(at("admin-cli")
                        .refresh(administratorAtAdminCli.refreshToken())
                        .status())
                .isEqualTo(200);
        realm.assertRefused(api.refresh(administratorElsewhere.refreshToken()));
        realm.assertRefused(at("admin-cli").refresh(owingAtAdminCli.refreshToken()));
    }

    @Test
    void theAccountConsoleIsAClientLikeOthersAndSendsTheUserToAccept() {
        realm.assertRefused(at("account-console").refresh(owingAtAccountConsole.refreshToken()));
    }

    @Test
    void theRefusalIsAnEventThatNamesTheAgreement() {
        realm.assertRefused(api.exchange(owing.accessToken()));

        List<EventRepresentation> events = realm.pop800()
                .realm()
                .admin()
                .getEvents(List.of("TOKEN_EXCHANGE_ERROR"), OwedTokens.API, owingId, null, null, null, 0, 1);
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.getError()).isEqualTo("resolve_required_actions");
            assertThat(event.getDetails().get("reason")).contains("agreement user-registration version 2");
        });
    }

    @Test
    void aSiteOfTheClientMayReadTheRefusal() {
        Reply refused = OAuthClient.send(HttpRequest.newBuilder(api.address("/userinfo"))
                .header("Authorization", "Bearer " + owing.accessToken())
                .header("Origin", OwedTokens.SITE));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).contains(OwedTokens.SITE);
        assertThat(refused.headers().firstValue("Access-Control-Expose-Headers"))
                .hasValueSatisfying(exposed -> assertThat(exposed).contains("WWW-Authenticate"));
    }

    @Test
    void whatIsNoTokenOfTheRealmIsKeycloaksToRefuse() {
        String foreign = issuer.assertion(owingId);

        assertThat(api.introspect(foreign).body()).isEqualTo("{\"active\":false}");
        assertThat(api.exchange(foreign).json().path("error").asText()).isEqualTo("invalid_request");
        assertThat(api.exchange("nonsense").json().path("error").asText()).isEqualTo("invalid_request");
        assertThat(api.refresh("nonsense").json().path("error_uri").isMissingNode())
                .isTrue();
    }

    @Test
    void eventsThatAreSwitchedOffLetPass() {
        configure(Map.of("events", List.of("userinfo")));
        try {
            assertThat(api.refresh(owing.refreshToken()).status()).isEqualTo(200);
            assertThat(api.refresh(owingOffline.refreshToken()).status()).isEqualTo(200);
            assertThat(api.introspect(owing.accessToken()).json().path("active").asBoolean())
                    .isTrue();
            assertThat(api.userInfo(owing.accessToken()).status()).isEqualTo(401);
            configure(Map.of("events", List.of("offline")));
            assertThat(api.refresh(owing.refreshToken()).status()).isEqualTo(200);
            realm.assertRefused(api.refresh(owingOffline.refreshToken()));
        } finally {
            configure(Map.of());
        }
        realm.assertRefused(api.refresh(owing.refreshToken()));
    }

    @Test
    void graceLetsPassUntilItIsOver() {
        configure(Map.of("grace", "P7D"));
        try {
            assertThat(api.refresh(owing.refreshToken()).status()).isEqualTo(200);
            assertThat(api.refresh(owing.refreshToken()).status()).isEqualTo(200);
            assertThat(api.assertion(issuer.assertion(owingId)).status()).isEqualTo(200);
        } finally {
            configure(Map.of());
        }
        realm.assertRefused(api.refresh(owing.refreshToken()));
    }

    @Test
    void aConfigurationThatMeansNothingIsRefused() {
        ClientProfilesRepresentation profiles = profiles(Map.of("grace", "a week"));

        assertThatThrownBy(() -> realm.pop800()
                        .realm()
                        .admin()
                        .clientPoliciesProfilesResource()
                        .updateProfiles(profiles))
                .isInstanceOf(BadRequestException.class);
    }

    @Test
    void anAgreementForOneClientIsOwedAtThatClientOnly() {
        Reply atPartner = partner.password(SETTLED, "openid");
        publishForPartner();

        assertThat(api.refresh(settled.refreshToken()).status()).isEqualTo(200);
        assertThat(api.introspect(settled.accessToken()).json().path("active").asBoolean())
                .isTrue();
        realm.assertRefused(partner.refresh(atPartner.refreshToken()), "partner-terms", 1);
        assertThat(api.introspect(atPartner.accessToken()).body()).isEqualTo("{\"active\":false}");
        assertThat(api.exchange(atPartner.accessToken()).status()).isEqualTo(200);
    }

    private void publishForPartner() {
        AdminApi admin = AdminApi.of(realm.pop800());
        admin.post("", """
                        {"key": "partner-terms", "requirement": "REQUIRED", "bindingLocale": "en",
                         "audience": {"type": "CLIENTS", "names": ["partner"]}}""").successful();
        admin.post("/partner-terms/versions", "{}").successful();
        JsonNode text = admin.put(
                        "/partner-terms/versions/1/texts/en",
                        "{\"title\": \"Partner\", \"content\": \"## 1. Data\\n\\nOurs.\"}")
                .successful();
        assertThat(text.path("locale").asText()).isEqualTo("en");
        int edits = admin.get("/partner-terms/versions/1")
                .successful()
                .path("edits")
                .asInt();
        admin.post("/partner-terms/versions/1/publish", "{\"edits\": " + edits + "}")
                .successful();
    }

    private String approveDevice(WebBrowser browser, String username) {
        Page page = browser.visit(VisitorProfile.english()).page();
        DeviceFlow device = DeviceFlow.begin(api);
        device.signIn(page, username).press("accept");
        return device.grant(page).deviceCode();
    }

    private OAuthClient at(String clientId) {
        return new OAuthClient(realm.pop800(), clientId, null);
    }

    private void letAnybodyUsePasswordsAt(String clientId) {
        var clients = realm.pop800().realm().admin().clients();
        ClientRepresentation client = clients.findByClientId(clientId).get(0);
        client.setDirectAccessGrantsEnabled(true);
        clients.get(client.getId()).update(client);
    }

    private void configure(Map<String, Object> settings) {
        realm.pop800().realm().admin().clientPoliciesProfilesResource().updateProfiles(profiles(settings));
    }

    private void when(String condition, Map<String, Object> settings) {
        ClientPoliciesRepresentation policies =
                realm.pop800().realm().admin().clientPoliciesPoliciesResource().getPolicies();
        ClientPolicyConditionRepresentation only = new ClientPolicyConditionRepresentation();
        only.setConditionProviderId(condition);
        only.setConfiguration(new ObjectMapper().valueToTree(settings));
        policies.getPolicies().stream()
                .filter(policy -> policy.getName().equals("agreements"))
                .forEach(policy -> policy.setConditions(List.of(only)));
        realm.pop800().realm().admin().clientPoliciesPoliciesResource().updatePolicies(policies);
    }

    private ClientProfilesRepresentation profiles(Map<String, Object> settings) {
        ClientProfilesRepresentation profiles =
                realm.pop800().realm().admin().clientPoliciesProfilesResource().getProfiles(false);
        profiles.getProfiles().stream()
                .filter(profile -> profile.getName().equals("agreements-accepted"))
                .findFirst()
                .orElseThrow()
                .getExecutors()
                .get(0)
                .setConfiguration(new ObjectMapper().valueToTree(settings));
        return profiles;
    }
}
