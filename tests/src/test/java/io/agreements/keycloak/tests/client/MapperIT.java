package io.agreements.keycloak.tests.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.ClientSite;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.AgreementMappers;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.StoredDecision;
import io.agreements.keycloak.tests.fixture.rest.OAuthClient;
import io.agreements.keycloak.tests.fixture.rest.OAuthClient.Reply;
import io.agreements.keycloak.tests.fixture.rest.OwedTokens;
import jakarta.ws.rs.core.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.representations.idm.ClientRepresentation;

/** What the user has decided is told to clients in tokens and assertions. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MapperIT {

    private static final String PERSON = "person@example.org";
    private static final String REFUSED = "news-by-mail";
    private static final Instant DECIDED = Instant.parse("2026-11-01T08:00:00.500Z");

    private OwedTokens realm;
    private OAuthClient light;
    private OAuthClient lightTold;
    private OAuthClient unnamed;

    @BeforeAll
    void createRealm(KeycloakServer server) {
        realm = OwedTokens.create(server);
        String userId = realm.pop800().newUser(PERSON).toRepresentation().getId();
        for (StoredDecision decision : List.of(
                new StoredDecision(userId, PERSON, Pop800.AGREEMENT, 1, "ACCEPTED", DECIDED),
                new StoredDecision(userId, PERSON, REFUSED, 1, "DECLINED", DECIDED.plusSeconds(60)))) {
            decision.storeIn(realm.pop800());
        }
        light = lightweight("light");
        lightTold = lightweight("light-told");
        unnamed = realm.addClient("unnamed");
        AgreementMappers.add(realm.pop800(), "unnamed", "", "");
        AgreementMappers.add(realm.pop800(), OwedTokens.API, "agreements", "");
        AgreementMappers.add(realm.pop800(), OwedTokens.API, "legal.news", REFUSED + "##another##" + REFUSED);
        AgreementMappers.add(realm.pop800(), "light", "agreements", "");
        AgreementMappers.add(realm.pop800(), "light-told", "agreements", "", Map.of("lightweight.claim", "true"));
    }

    @Test
    void everyTokenTellsWhatWasDecidedOnWhichVersionAndWhen() {
        Reply tokens = realm.api().password(PERSON, "openid");

        assertAll(tokens.claims("access_token").path("agreements"));
        assertAll(tokens.claims("id_token").path("agreements"));
        assertAll(realm.api().userInfo(tokens.accessToken()).json().path("agreements"));
        assertAll(realm.api().introspect(tokens.accessToken()).json().path("agreements"));
    }

    /** As a mapper is that somebody made by REST. */
    @Test
    void whereNoNameIsSetTheClaimHasItsUsualOne() {
        assertAll(unnamed.password(PERSON, "openid").claims("access_token").path("agreements"));
    }

    @Test
    void onlyTheAgreementsThatAreNamedAreToldUnderTheNameThatIsSet() {
        JsonNode told =
                realm.api().password(PERSON, "openid").claims("access_token").at("/legal/news");

        assertThat(told).hasSize(1);
        assertThat(told.at("/0/key").asText()).isEqualTo(REFUSED);
    }

    @Test
    void aLightweightTokenTellsItOnlyIfSetAndIntrospectionTellsItAnyway() {
        Reply tokens = light.password(PERSON, "openid");

        assertThat(tokens.claims("access_token").has("agreements")).isFalse();
        assertAll(tokens.claims("id_token").path("agreements"));
        assertAll(realm.api().introspect(tokens.accessToken()).json().path("agreements"));
        assertAll(lightTold.password(PERSON, "openid").claims("access_token").path("agreements"));
    }

    @Test
    void whoHasDecidedNothingAndWhoIsAClientHaveNothingToTell() {
        JsonNode claims = realm.api().clientCredentials().claims("access_token");

        assertThat(claims.path("agreements").isArray()).isTrue();
        assertThat(claims.path("agreements")).isEmpty();
    }

    @Test
    void aSamlAssertionTellsItInAnAttribute(WebBrowser browser) {
        createSamlClient();
        AgreementMappers.addToSaml(realm.pop800(), "saml-application");
        Visitor visitor = browser.visit(VisitorProfile.english());
        AtomicReference<String> posted = new AtomicReference<>();
        visitor.page().onRequest(request -> {
            if (request.url().startsWith(consumer()) && request.postData() != null) {
                posted.set(request.postData());
            }
        });
        visitor.page().navigate(realm.pop800().realm().url() + "/protocol/saml/clients/saml-application");
        new SignInPages(visitor.page()).submitPassword(PERSON, Pop800.PASSWORD).press("accept");
        visitor.page().waitForCondition(() -> posted.get() != null);

        assertThat(assertion(posted.get()))
                .contains("Name=\"agreements\"")
                .contains("{\"key\":\"user-registration\",\"version\":1,\"decision\":\"ACCEPTED\",\"time\":"
                        + DECIDED.getEpochSecond() + "}");
    }

    private static void assertAll(JsonNode told) {
        assertThat(told.isArray()).isTrue();
        assertThat(told.findValuesAsText("key")).startsWith(Pop800.AGREEMENT).contains(REFUSED);
        assertThat(told.get(0).toString())
                .isEqualTo("{\"key\":\"user-registration\",\"version\":1,\"decision\":\"ACCEPTED\",\"time\":"
                        + DECIDED.getEpochSecond() + "}");
    }

    private OAuthClient lightweight(String clientId) {
        OAuthClient client = realm.addClient(clientId);
        var clients = realm.pop800().realm().admin().clients();
        ClientRepresentation settings = clients.findByClientId(clientId).get(0);
        settings.getAttributes().put("client.use.lightweight.access.token.enabled", "true");
        clients.get(settings.getId()).update(settings);
        return client;
    }

    private void createSamlClient() {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId("saml-application");
        client.setProtocol("saml");
        client.setRedirectUris(List.of(consumer()));
        client.setAttributes(new HashMap<>(Map.of(
                "saml_idp_initiated_sso_url_name", "saml-application",
                "saml_assertion_consumer_url_post", consumer(),
                "saml.force.post.binding", "true",
                "saml.client.signature", "false")));
        try (Response response = realm.pop800().realm().admin().clients().create(client)) {
            assertThat(response.getStatus()).isEqualTo(201);
        }
    }

    private static String consumer() {
        return "http://localhost:" + ClientSite.PORT + "/saml";
    }

    /** The XML in a form that was posted, with its quotation marks as they were meant. */
    private static String assertion(String form) {
        String encoded = Arrays.stream(form.split("&"))
                .filter(field -> field.startsWith("SAMLResponse="))
                .findFirst()
                .orElseThrow(() -> new AssertionError(form))
                .substring("SAMLResponse=".length());
        byte[] xml = Base64.getMimeDecoder().decode(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
        return new String(xml, StandardCharsets.UTF_8).replace("&quot;", "\"");
    }
}
