package io.agreements.keycloak.tests.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.http.BoundedHttp;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.realm.AllFeatures;
import io.agreements.keycloak.tests.fixture.realm.Broker;
import io.agreements.keycloak.tests.fixture.realm.StoredDecision;
import io.agreements.keycloak.tests.fixture.rest.AdminRest;
import io.agreements.keycloak.tests.fixture.rest.DockerRegistry;
import io.agreements.keycloak.tests.fixture.rest.OAuthClient;
import io.agreements.keycloak.tests.fixture.rest.OAuthClient.Reply;
import io.agreements.keycloak.tests.fixture.rest.OwedTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * On a server that does all that Keycloak can do: what it says of itself is held against what is documented, and tokens are
 * got where the plain server has no way to them.
 */
@WithKeycloak(buildOptions = AllFeatures.ON)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AllWaysInIT {

    /** How a server is run, and what looks; and of what there are two versions, the other one. */
    private static final Set<String> GIVE_NOBODY_ANYTHING = Set.of(
            "CLUSTERLESS",
            "MULTI_SITE",
            "STATELESS",
            "FIPS",
            "DB_TIDB",
            "OPENTELEMETRY_METRICS",
            "IPA_TUURA_FEDERATION",
            "PASSKEYS_CONDITIONAL_UI_AUTHENTICATOR",
            "LOGOUT_ALL_SESSIONS_V1",
            "LOGIN_V1",
            "ROLLING_UPDATES_V1",
            "INSTAGRAM_BROKER",
            "ADMIN_FINE_GRAINED_AUTHZ",
            "IDENTITY_BROKERING_API_V1");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DOCUMENT =
            Path.of(System.getProperty("keycloak.project")).resolve("docs/integrators.md");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final String OWING = "owing@example.org";
    private static final String SETTLED = "settled@example.org";

    /** What an identity provider gave. */
    private static final String STORED = "a-token-of-the-provider";

    private OwedTokens realm;
    private JsonNode server;
    private Reply settled;
    private Reply owing;
    private DockerRegistry registry;
    private OAuthClient former;
    private String settledAtFormer;
    private String owingAtFormer;

    @BeforeAll
    void giveTokensAndThenPublish(KeycloakServer keycloak) {
        realm = OwedTokens.create(keycloak);
        String settledId = realm.newUser(SETTLED);
        realm.newUser(OWING);
        former = withoutStandardExchange(realm.addClient("former"));
        settledAtFormer = former.password(SETTLED, "openid").accessToken();
        owingAtFormer = former.password(OWING, "openid").accessToken();
        Broker broker = Broker.create(keycloak, realm.pop800()).keepTokens();
        realm.allowStoredTokens(Broker.ALIAS);
        List.of(SETTLED, OWING).forEach(user -> broker.store(user, "{\"access_token\":\"" + STORED + "\"}"));
        registry = DockerRegistry.addTo(realm.pop800());
        settled = realm.api().password(SETTLED, "openid");
        owing = realm.api().password(OWING, "openid");
        realm.publish();
        realm.accept(settledId, 2);
        for (String optional : List.of("personalisation", "news-by-mail")) {
            new StoredDecision(settledId, SETTLED, optional, 1, "DECLINED", Instant.now()).storeIn(realm.pop800());
        }
        server = get(keycloak.url() + "/admin/serverinfo", AdminRest.administratorToken(keycloak));
    }

    @Test
    void nothingThatKeycloakCanDoIsSwitchedOffHere() {
        List<String> off = new ArrayList<>();
        server.path("features").forEach(feature -> {
            if (!feature.path("enabled").asBoolean()) {
                off.add(feature.path("name").asText());
            }
        });

        assertThat(off).isNotEmpty().allMatch(GIVE_NOBODY_ANYTHING::contains);
    }

    @Test
    void everyGrantHasARow() throws IOException {
        Set<String> grants = providers("oauth2-grant-type");
        discovered("openid-configuration").path("grant_types_supported").forEach(grant -> grants.add(grant.asText()));
        grants.remove("urn:example:grant-type:tomorrow");

        assertThat(grants).contains("urn:ietf:params:oauth:grant-type:uma-ticket", "implicit");
        assertThat(rows()).containsAll(grants);
    }

    @Test
    void everyProtocolHasARow() throws IOException {
        assertThat(rows()).containsAll(providers("login-protocol"));
    }

    @Test
    void everyKindOfTokenExchangeHasARow() throws IOException {
        assertThat(rows())
                .containsAll(providers("oauth2-token-exchange").stream()
                        .map(id -> "token-exchange:" + id)
                        .toList());
    }

    @Test
    void everyEndpointHasARowOrIsNamedAmongThoseThatGiveNoToken() throws IOException {
        Set<String> endpoints = new TreeSet<>();
        for (String document : providers("well-known")) {
            discovered(document).fieldNames().forEachRemaining(field -> {
                if (field.endsWith("_endpoint")) {
                    endpoints.add(field);
                }
            });
        }
        endpoints.addAll(providers("realm-restapi-extension"));
        endpoints.removeIf(id -> id.startsWith("testing-"));

        assertThat(endpoints).contains("token_endpoint", "access_evaluation_endpoint", "scim");
        assertThat(quotedIn(section())).containsAll(endpoints);
    }

    @Test
    void tokensAreExchangedAndGivenPermissionsOnlyForWhoHasAccepted() {
        assertThat(realm.api().exchange(settled.accessToken()).status()).isEqualTo(200);
        realm.assertRefused(realm.api().exchange(owing.accessToken()));
        assertThat(realm.api().permissions(settled.accessToken()).status()).isEqualTo(200);
        realm.assertRefused(realm.api().permissions(owing.accessToken()));
    }

    @Test
    void aTokenIsExchangedTheFormerWayOnlyForWhoHasAccepted() {
        assertThat(former.exchange(settledAtFormer).status()).isEqualTo(200);
        realm.assertRefused(former.exchange(owingAtFormer));
    }

    @Test
    void aStoredTokenOfAnIdentityProviderIsGivenOnlyOfWhoHasAccepted() {
        Reply given = realm.api().storedTokenByPost(Broker.ALIAS, settled.accessToken());
        assertThat(given.field("access_token")).isEqualTo(STORED);
        realm.assertRefused(realm.api().storedTokenByPost(Broker.ALIAS, owing.accessToken()));
    }

    @Test
    void aDockerRegistryIsOpenOnlyToWhoHasAccepted() {
        assertThat(registry.pull(SETTLED).body()).contains("\"token\"");
        HttpResponse<String> refused = registry.pull(OWING);
        assertThat(refused.body()).doesNotContain("\"token\"");
        assertThat(refused.headers().firstValue("Location").orElse("")).contains("agreement-acceptance");
    }

    @Test
    void noExampleOfATokenForAnAdministratorIsRefused(KeycloakServer keycloak) {
        String owingId = realm.pop800().realm().user(OWING).toRepresentation().getId();
        String clientId = realm.pop800()
                .realm()
                .admin()
                .clients()
                .findByClientId(OwedTokens.API)
                .get(0)
                .getId();
        JsonNode example = get(
                keycloak.url() + "/admin/realms/" + realm.pop800().realm().name() + "/clients/" + clientId
                        + "/evaluate-scopes/generate-example-access-token?scope=openid&userId=" + owingId,
                AdminRest.administratorToken(keycloak));

        assertThat(example.path("email").asText()).isEqualTo(OWING);
    }

    private OAuthClient withoutStandardExchange(OAuthClient client) {
        realm.set(client.clientId(), Map.of("standard.token.exchange.enabled", "false"));
        return client;
    }

    /** Of the table of all ways in. */
    private static Set<String> rows() throws IOException {
        return quotedIn(section().stream().filter(line -> line.startsWith("|")).toList());
    }

    private static List<String> section() throws IOException {
        List<String> lines = Files.readAllLines(DOCUMENT);
        int begin = lines.indexOf("## Every way in");
        List<String> rest = lines.subList(begin + 1, lines.size());
        return rest.stream().takeWhile(line -> !line.startsWith("## ")).toList();
    }

    private static Set<String> quotedIn(List<String> lines) {
        Set<String> quoted = new TreeSet<>();
        lines.forEach(line -> QUOTED.matcher(line).results().forEach(match -> quoted.add(match.group(1))));
        return quoted;
    }

    private Set<String> providers(String spi) {
        Set<String> ids = new TreeSet<>();
        server.path("providers").path(spi).path("providers").fieldNames().forEachRemaining(ids::add);
        assertThat(ids).as(spi).isNotEmpty();
        return ids;
    }

    private JsonNode discovered(String document) {
        HttpResponse<String> answer = send(realm.pop800().realm().url() + "/.well-known/" + document, Map.of());
        return answer.statusCode() == 200 ? parse(answer.body()) : JSON.createObjectNode();
    }

    private static JsonNode get(String address, String accessToken) {
        HttpResponse<String> answer = send(address, Map.of("Authorization", "Bearer " + accessToken));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return parse(answer.body());
    }

    private static HttpResponse<String> send(String address, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        headers.forEach(request::header);
        return BoundedHttp.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }
}
