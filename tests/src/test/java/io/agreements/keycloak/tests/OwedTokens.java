package io.agreements.keycloak.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.OAuthClient.Reply;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.authorization.PolicyEnforcementMode;
import org.keycloak.representations.idm.authorization.ResourceRepresentation;
import org.keycloak.representations.idm.authorization.ResourceServerRepresentation;

/**
 * A realm in which tokens were given before a new version of the agreement was enforced, and what a test does there.
 *
 * @param pop800 the realm, with the client policy of the realm file
 * @param api a confidential client that may use every grant, and is in the audience of its own tokens
 */
record OwedTokens(Pop800 pop800, OAuthClient api) {

    static final String API = "api";

    /** A site whose scripts may use the client. */
    static final String SITE = "https://app.example";

    private static final String SECRET = "only-for-tests";

    static OwedTokens create(KeycloakServer server) {
        Pop800 pop800 = Pop800.create(server).withoutSampleUser();
        OwedTokens tokens = new OwedTokens(pop800, new OAuthClient(pop800, API, SECRET));
        tokens.addClient(API);
        return tokens;
    }

    /** One more client of that kind. */
    OAuthClient addClient(String clientId) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(clientId);
        client.setSecret(SECRET);
        client.setPublicClient(false);
        client.setDirectAccessGrantsEnabled(true);
        client.setServiceAccountsEnabled(true);
        client.setStandardFlowEnabled(false);
        client.setAuthorizationServicesEnabled(true);
        client.setAuthorizationSettings(openToAll());
        client.setWebOrigins(List.of(SITE));
        client.setAttributes(new HashMap<>(Map.of(
                "standard.token.exchange.enabled", "true",
                "oauth2.device.authorization.grant.enabled", "true",
                "oidc.ciba.grant.enabled", "true",
                "oauth2.jwt.authorization.grant.enabled", "true",
                "oauth2.jwt.authorization.grant.idp", JwtIssuer.ALIAS)));
        client.setProtocolMappers(List.of(audience(API)));
        try (Response response = pop800.realm().admin().clients().create(client)) {
            assertThat(response.getStatus()).isEqualTo(201);
        }
        return new OAuthClient(pop800, clientId, SECRET);
    }

    /** A user who has accepted the first version of the agreement. */
    String newUser(String email) {
        String userId = pop800.newUser(email).toRepresentation().getId();
        new StoredDecision(userId, email, Pop800.AGREEMENT, 1, "ACCEPTED", Instant.now()).storeIn(pop800);
        return userId;
    }

    /** Publishes and enforces one more version. */
    void publish() {
        AdminApi admin = AdminApi.of(pop800);
        String terms = "/" + Pop800.AGREEMENT + "/versions";
        var draft = admin.post(terms, "{\"copyTextsOf\": 1}").successful();
        admin.post(
                        terms + "/" + draft.path("number").asInt() + "/publish",
                        "{\"edits\": " + draft.path("edits").asInt() + "}")
                .successful();
    }

    /** As if the user had accepted that version meanwhile. */
    void accept(String userId, int version) {
        int rows = pop800.realm()
                .server()
                .database()
                .update(
                        "update agr_standing set version_number = ? where user_id = ? and agreement_id ="
                                + " (select id from agr_agreement where realm_id = ? and agreement_key = ?)",
                        version,
                        userId,
                        pop800.id(),
                        Pop800.AGREEMENT);
        assertThat(rows).isEqualTo(1);
    }

    String page(String agreement, int version) {
        return pop800.realm().url() + "/agreements/" + agreement + "/versions/" + version;
    }

    void assertRefused(Reply reply) {
        assertRefused(reply, Pop800.AGREEMENT, 2);
    }

    void assertRefused(Reply reply, String agreement, int version) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.json().path("error").asText()).isEqualTo("invalid_grant");
        assertThat(reply.json().path("error_description").asText())
                .contains("agreement " + agreement + " version " + version);
        assertThat(reply.json().path("error_uri").asText()).isEqualTo(page(agreement, version));
    }

    private static ResourceServerRepresentation openToAll() {
        ResourceServerRepresentation settings = new ResourceServerRepresentation();
        settings.setPolicyEnforcementMode(PolicyEnforcementMode.PERMISSIVE);
        settings.setResources(List.of(new ResourceRepresentation("everything")));
        return settings;
    }

    private static ProtocolMapperRepresentation audience(String clientId) {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName("audience");
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper("oidc-audience-mapper");
        mapper.setConfig(Map.of("included.client.audience", clientId, "access.token.claim", "true"));
        return mapper;
    }
}
