package io.agreements.keycloak.tests.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agreements.keycloak.testing.MainFlow;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.oidc.TokenResponse;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.DownloadedReceipt;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import io.agreements.keycloak.tests.fixture.rest.AdminRest;
import io.agreements.keycloak.tests.fixture.rest.Importer;
import io.agreements.keycloak.tests.fixture.rest.MyRest;
import io.agreements.keycloak.tests.fixture.rest.MyRest.Reply;
import io.agreements.keycloak.tests.fixture.rest.OAuthClient;
import io.agreements.keycloak.tests.fixture.rest.PublicRest;
import jakarta.ws.rs.core.Response;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;

/** What an application gets and may do for the user whose token it has. */
@OnEveryDatabase
@MainFlow
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MyAgreementsIT {

    private static final String OPTIONAL = "personalisation";
    private static final String LAPSING = "news-by-mail";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Pop800 pop800;
    private String person;
    private String userId;
    private MyRest my;

    @BeforeAll
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server);
    }

    @BeforeEach
    void signInAndAccept(WebBrowser browser) {
        person = "person-" + UUID.randomUUID() + "@example.org";
        userId = pop800.newUser(person).toRepresentation().getId();
        my = new MyRest(pop800, tokens(browser, person).accessToken());
    }

    @Test
    void theUserSeesEachAgreementAndTheDecisionOnIt() {
        JsonNode required = agreement(Pop800.AGREEMENT);

        assertThat(required.path("decision").asText()).isEqualTo("ACCEPTED");
        assertThat(required.path("version").asInt()).isEqualTo(1);
        assertThat(required.path("owed").asBoolean()).isFalse();
        assertThat(required.path("url").asText()).endsWith("/agreements/user-registration/versions/1");
        assertThat(agreement(OPTIONAL).path("decision").asText()).isEqualTo("DECLINED");
    }

    @Test
    void anOptionalConsentIsGivenAndWithdrawnAndEachIsOnRecordOnce() {
        JsonNode text = openText(OPTIONAL);
        assertThat(decide(OPTIONAL, "ACCEPTED", text).status()).isEqualTo(200);
        assertThat(decide(OPTIONAL, "ACCEPTED", text).status()).isEqualTo(200);
        assertThat(my.put("/" + OPTIONAL, "{\"decision\": \"WITHDRAWN\"}")
                        .json()
                        .path("decision")
                        .asText())
                .isEqualTo("WITHDRAWN");
        assertThat(my.put("/" + OPTIONAL, "{\"decision\": \"WITHDRAWN\"}").status())
                .isEqualTo(200);

        assertThat(pop800.records(userId, OPTIONAL))
                .extracting(row -> row.get("decision"), row -> row.get("method"), row -> row.get("client_id"))
                .extracting(tuple -> String.join(
                        " ", tuple.toList().stream().map(String::valueOf).toList()))
                .containsExactly(
                        "DECLINED LOGIN sample", "ACCEPTED APPLICATION sample", "WITHDRAWN APPLICATION sample");
        assertThat(pop800.records(userId, OPTIONAL).get(2).get("text_digest"))
                .isEqualTo(text.path("digest").asText());
        assertThat(pop800.records(userId, OPTIONAL).subList(1, 3)).allSatisfy(row -> {
            JsonNode wording = AdminApi.of(pop800)
                    .get("/wordings/" + row.get("wording_digest"))
                    .successful();
            assertThat(wording.path("page").asText()).isEqualTo("APPLICATION");
            assertThat(wording.path("client").asText()).isEqualTo("sample");
            assertThat(wording.path("statement").asText()).contains("The product did not show it");
            assertThat(wording.at("/optional/0/text").asText())
                    .isEqualTo(text.path("digest").asText());
        });
    }

    @Test
    void whatWasNotShownCannotBeDecidedOn() {
        JsonNode text = openText(OPTIONAL);
        for (String said : List.of(
                "{\"decision\": \"ACCEPTED\"}",
                "{\"decision\": \"ACCEPTED\", \"version\": 9, \"locale\": \"en\", \"digest\": \"x\"}",
                "{\"decision\": \"ACCEPTED\", \"version\": 1, \"locale\": \"en\", \"digest\": \"x\"}",
                "{\"decision\": \"ACCEPTED\", \"version\": 1, \"locale\": \"fr\", \"digest\": \"%s\"}"
                        .formatted(text.path("digest").asText()),
                "{\"decision\": \"WITHDRAWN\"}")) {
            Reply reply = my.put("/" + OPTIONAL, said);
            assertThat(reply.status()).as(said).isEqualTo(409);
            assertThat(reply.json().path("errorMessage").asText()).isNotBlank();
        }
        assertThat(decide(Pop800.AGREEMENT, "DECLINED", openText(Pop800.AGREEMENT))
                        .status())
                .isEqualTo(409);
        assertThat(my.put("/" + Pop800.AGREEMENT, "{\"decision\": \"WITHDRAWN\"}")
                        .status())
                .isEqualTo(409);
        assertThat(my.put("/missing", "{\"decision\": \"ACCEPTED\"}").status()).isEqualTo(404);
        assertThat(my.put("/" + OPTIONAL, "{}").status()).isEqualTo(400);
        assertThat(my.put("/" + OPTIONAL, "").status()).isBetween(400, 499);
        assertThat(pop800.records(userId)).hasSize(3);
    }

    @Test
    void aReceiptHoldsTheRecordAndTheTextOfItsDigest() throws Exception {
        assertThat(my.get("/records").json()).hasSize(3);
        String id = agreement(Pop800.AGREEMENT).path("recordId").asText();
        HttpResponse<byte[]> answer = my.download("/records/" + id + "/receipt");

        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"receipt-" + id + ".zip\"");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        DownloadedReceipt receipt = new DownloadedReceipt(answer.body());
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(receipt.files().get("text.md"));
        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo(receipt.json("record.json").path("text").asText())
                .isEqualTo(pop800.records(userId, Pop800.AGREEMENT).get(0).get("text_digest"));
    }

    @Test
    void nobodySeesWhatIsAnothers(WebBrowser browser) {
        pop800.newUser("other@example.org");
        MyRest other = new MyRest(pop800, tokens(browser, "other@example.org").accessToken());
        String id = agreement(Pop800.AGREEMENT).path("recordId").asText();

        assertThat(other.get("/records/" + id + "/receipt").status()).isEqualTo(404);
        assertThat(other.get("/records").body()).doesNotContain(id);
    }

    @Test
    void withoutATokenOfAUserForTheAccountNothingIsAnswered() {
        MyRest nobody = new MyRest(pop800, null);
        MyRest administrator =
                new MyRest(pop800, AdminRest.administratorToken(pop800.realm().server()));
        for (MyRest caller : List.of(nobody, administrator)) {
            assertThat(caller.get("").status()).isEqualTo(401);
            assertThat(caller.get("/records").status()).isEqualTo(401);
            assertThat(caller.get("/access").status()).isEqualTo(401);
            assertThat(caller.put("/" + OPTIONAL, "{\"decision\": \"WITHDRAWN\"}")
                            .status())
                    .isEqualTo(401);
            assertThat(caller.get("/deletion").status()).isEqualTo(401);
            assertThat(caller.post("/deletion").status()).isEqualTo(401);
            assertThat(caller.delete("/deletion").status()).isEqualTo(401);
        }
    }

    @Test
    void whoHasNotTheRolesMayNot(WebBrowser browser) {
        String plainId = pop800.newUser("plain@example.org").toRepresentation().getId();
        String account = pop800.realm()
                .admin()
                .clients()
                .findByClientId("account")
                .get(0)
                .getId();
        List<RoleRepresentation> all =
                pop800.realm().admin().users().get(plainId).roles().realmLevel().listAll();
        pop800.realm().admin().users().get(plainId).roles().realmLevel().remove(all);
        pop800.realm()
                .admin()
                .users()
                .get(plainId)
                .roles()
                .clientLevel(account)
                .add(List.of(pop800.realm()
                        .admin()
                        .clients()
                        .get(account)
                        .roles()
                        .get("view-profile")
                        .toRepresentation()));
        MyRest viewer = new MyRest(pop800, tokens(browser, "plain@example.org").accessToken());

        assertThat(viewer.get("").status()).isEqualTo(200);
        JsonNode access = viewer.get("/access").json();
        assertThat(access.path("export").asBoolean()).isTrue();
        for (String more : List.of("decide", "report", "delete")) {
            assertThat(access.path(more).asBoolean()).as(more).isFalse();
        }
        assertThat(viewer.put("/" + OPTIONAL, "{\"decision\": \"WITHDRAWN\"}").status())
                .isEqualTo(403);
        assertThat(viewer.post("/deletion").status()).isEqualTo(403);
        assertThat(viewer.delete("/deletion").status()).isEqualTo(403);
    }

    @Test
    void anApplicationLearnsWhatTheUserMayDo() {
        assertThat(my.get("/access").json())
                .isEqualTo(JSON.createObjectNode()
                        .put("decide", true)
                        .put("export", true)
                        .put("report", true)
                        .put("delete", true)
                        .put("deletionRequested", false)
                        .put("eventsErased", true)
                        .put("recordsAhead", "ERASED")
                        .put("coolingOffDays", 7)
                        .put("timeZone", "Asia/Shanghai"));
        pop800.enable("agreement-account-deletion", false);
        try {
            assertThat(my.get("/access").json().path("delete").asBoolean()).isFalse();
        } finally {
            pop800.enable("agreement-account-deletion", true);
        }
    }

    @Test
    void aDeletionIsAskedForSeenAndCancelled() {
        assertThat(my.get("/deletion").status()).isEqualTo(404);
        JsonNode request = my.post("/deletion").json();
        assertThat(request.path("dueAt").asLong() - request.path("requestedAt").asLong())
                .isEqualTo(7 * 24 * 3600 * 1000L);
        assertThat(my.post("/deletion").json()).isEqualTo(request);
        assertThat(my.get("/deletion").json()).isEqualTo(request);
        assertThat(my.delete("/deletion").status()).isEqualTo(204);
        assertThat(my.delete("/deletion").status()).isEqualTo(404);
        assertThat(pop800.records(userId).stream()
                        .filter(row -> row.get("type").equals("DELETION"))
                        .map(row -> (String) row.get("details")))
                .satisfiesExactly(
                        details -> assertThat(details).contains("\"stage\":\"requested\""),
                        details -> assertThat(details).contains("\"stage\":\"cancelled\""));
    }

    @Test
    void aLightweightTokenIsAsGoodAsAnother(WebBrowser browser) {
        makeTokensLightweight(true);
        try {
            pop800.newUser("light@example.org");
            MyRest light =
                    new MyRest(pop800, tokens(browser, "light@example.org").accessToken());

            assertThat(light.get("").json()).hasSize(3);
            assertThat(light.send("GET", "", null, Map.of("Origin", "http://localhost:8000"))
                            .header("Access-Control-Allow-Origin"))
                    .isEqualTo("http://localhost:8000");
            assertThat(light.post("/deletion").status()).isEqualTo(200);
        } finally {
            makeTokensLightweight(false);
        }
    }

    private void makeTokensLightweight(boolean lightweight) {
        ClientRepresentation sample =
                pop800.realm().admin().clients().findByClientId("sample").get(0);
        sample.getAttributes().put("client.use.lightweight.access.token.enabled", String.valueOf(lightweight));
        pop800.realm().admin().clients().get(sample.getId()).update(sample);
    }

    @Test
    void whyAnAdministratorHoldsADeletionIsNotForTheUser() {
        my.post("/deletion");
        AdminApi.of(pop800)
                .put("/deletion-requests/" + userId + "/hold", "{\"reason\": \"A dispute with the shop.\"}")
                .successful();

        assertThat(my.get("/deletion").json().path("held").asBoolean()).isTrue();
        assertThat(my.get("/records").body())
                .contains("\"stage\":\"held\"")
                .doesNotContain("dispute", "administrator\":");
    }

    @Test
    void browsersOfOtherOriginsMayAskAsFarAsTheClientSays() {
        Reply preflight = my.send(
                "OPTIONS",
                "/" + OPTIONAL,
                null,
                Map.of("Origin", "http://localhost:8000", "Access-Control-Request-Method", "PUT"));
        assertThat(preflight.status()).isEqualTo(200);
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("PUT");
        assertThat(my.send("GET", "", null, Map.of("Origin", "http://localhost:8000"))
                        .header("Access-Control-Allow-Origin"))
                .isEqualTo("http://localhost:8000");
        assertThat(my.send("GET", "", null, Map.of("Origin", "https://evil.example"))
                        .header("Access-Control-Allow-Origin"))
                .isNull();
    }

    @Test
    void anAcceptanceThatHasLapsedIsRenewed() {
        pop800.edits()
                .settings(LAPSING, yaml -> yaml.replaceFirst("(?m)^position:", "reacceptAfterDays: 365\nposition:"));
        Importer.run(pop800);
        JsonNode text = openText(LAPSING);
        assertThat(decide(LAPSING, "ACCEPTED", text).status()).isEqualTo(200);
        long longAgo = Instant.now().minus(Duration.ofDays(366)).toEpochMilli();
        pop800.realm()
                .server()
                .database()
                .update("update agr_standing set decided_at = ? where user_id = ?", longAgo, userId);

        assertThat(decide(LAPSING, "ACCEPTED", text).status()).isEqualTo(200);
        assertThat(agreement(LAPSING).path("decidedAt").asLong()).isGreaterThan(longAgo);
        assertThat(decide(LAPSING, "ACCEPTED", text).status()).isEqualTo(200);
        assertThat(pop800.records(userId, LAPSING))
                .extracting(row -> row.get("decision"))
                .containsExactly("DECLINED", "ACCEPTED", "ACCEPTED");
    }

    @Test
    void ofTwoDecisionsAtOneMomentTheLaterAnswersThatItDoesNotCount() {
        JsonNode text = openText(OPTIONAL);
        Map<Integer, Long> answers = Map.of();
        for (int round = 0; round < 20 && !answers.containsKey(409); round++) {
            my.put("/" + OPTIONAL, "{\"decision\": \"WITHDRAWN\"}");
            answers = IntStream.range(0, 8)
                    .parallel()
                    .mapToObj(i -> decide(OPTIONAL, i % 2 == 0 ? "ACCEPTED" : "DECLINED", text)
                            .status())
                    .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
        }

        assertThat(answers).containsOnlyKeys(200, 409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"act", "may_act"})
    void whoActsForTheUserDecidesNothing(String actor) {
        MyRest delegate =
                new MyRest(pop800, clientWith(actor).password(person, "openid").accessToken());

        JsonNode access = delegate.get("/access").json();
        for (String more : List.of("decide", "export", "report", "delete")) {
            assertThat(access.path(more).asBoolean()).as(more).isFalse();
        }
        for (Reply reply : List.of(
                delegate.put("/" + OPTIONAL, "{\"decision\": \"WITHDRAWN\"}"),
                delegate.get("/export"),
                delegate.post("/deletion"),
                delegate.delete("/deletion"),
                delegate.post("/reports"))) {
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.json().path("errorMessage").asText()).contains("Only the user");
        }
        assertThat(delegate.get("").status()).isEqualTo(200);
        assertThat(pop800.records(userId)).hasSize(3);
    }

    /** A client whose tokens say of somebody that he acts for the user, or may do so. */
    private OAuthClient clientWith(String claim) {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName(claim);
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper("oidc-hardcoded-claim-mapper");
        mapper.setConfig(Map.of(
                "claim.name", claim + ".sub",
                "claim.value", "somebody-else",
                "jsonType.label", "String",
                "access.token.claim", "true"));
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId("for-" + claim);
        client.setPublicClient(true);
        client.setDirectAccessGrantsEnabled(true);
        client.setProtocolMappers(List.of(mapper));
        try (Response response = pop800.realm().admin().clients().create(client)) {
            assertThat(response.getStatus()).isEqualTo(201);
        }
        return new OAuthClient(pop800, client.getClientId(), null);
    }

    private JsonNode agreement(String key) {
        for (JsonNode one : my.get("").json()) {
            if (one.path("key").asText().equals(key)) {
                return one;
            }
        }
        throw new AssertionError("no agreement " + key);
    }

    /** The English text of the version that may be decided on, as an application reads it before it shows it. */
    private JsonNode openText(String key) {
        JsonNode texts =
                PublicRest.json(PublicRest.of(pop800).getJson("/" + key)).at("/inForce/texts");
        for (JsonNode text : texts) {
            if (text.path("locale").asText().equals("en")) {
                return text;
            }
        }
        throw new AssertionError("no English text of " + key);
    }

    private Reply decide(String key, String decision, JsonNode text) {
        return my.put(
                "/" + key,
                JSON.createObjectNode()
                        .put("decision", decision)
                        .put("version", 1)
                        .put("locale", "en")
                        .put("digest", text.path("digest").asText())
                        .toString());
    }

    private TokenResponse tokens(WebBrowser browser, String person) {
        var page = browser.visit(VisitorProfile.english()).page();
        SignIn signIn = pop800.client().authorization().open(page);
        new SignInPages(page).submitPassword(person, Pop800.PASSWORD).press("accept");
        return signIn.awaitTokens();
    }
}
