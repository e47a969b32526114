package io.agreements.keycloak.tests.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.ClientSite;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.OidcClient;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.realm.UserBuilder;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.database.Database;
import io.agreements.keycloak.testing.server.running.Statements;
import io.agreements.keycloak.testing.server.running.Statements.Statement;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Crowd;
import io.agreements.keycloak.tests.fixture.realm.ExportedData;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.RecordSql;
import io.agreements.keycloak.tests.fixture.rest.AdminRest;
import io.agreements.keycloak.tests.fixture.rest.MyRest;
import io.agreements.keycloak.tests.fixture.rest.MyRest.Reply;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.admin.client.resource.RoleScopeResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPConfig;

/** Users take along all that is kept of them. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ExportIT {

    private static final String THIRD_PARTY_URI = "http://localhost:" + ClientSite.PORT + "/third-party";

    private Pop800 pop800;
    private Database database;
    private OidcClient thirdParty;

    @BeforeAll
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server);
        database = server.database();
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId("third-party");
        client.setName("Third & Party");
        client.setBaseUrl("https://third.example/");
        client.setPublicClient(true);
        client.setConsentRequired(true);
        client.setRedirectUris(List.of(THIRD_PARTY_URI));
        create(client);
        thirdParty = pop800.realm().client("third-party", THIRD_PARTY_URI);
        UPConfig profile = pop800.realm().admin().users().userProfile().getConfiguration();
        profile.addOrReplaceAttribute(
                new UPAttribute("internalNote", new UPAttributePermissions(Set.of("admin"), Set.of("admin"))));
        pop800.realm().admin().users().userProfile().update(profile);
    }

    @Test
    void eachFileHoldsWhatTheDatabaseAndTheUserInterfaceSay(WebBrowser browser) throws IOException {
        String person = newAddress();
        String userId = pop800.realm()
                .createUser(UserBuilder.named(person)
                        .password(Pop800.PASSWORD)
                        .attribute("internalNote", "not for the user"))
                .toRepresentation()
                .getId();
        MyRest my = signIn(browser, person);
        consentToTheThirdParty(browser, person);
        HttpResponse<byte[]> response = my.download("/export");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(response.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"my-data-" + pop800.realm().name() + "-\\d{4}-\\d\\d-\\d\\d\\.zip\"");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        ExportedData data = ExportedData.of(response.body());
        assertThat(data.text("README.txt"))
                .startsWith("Your data at POP800")
                .contains(person, "profile.json", "agreements/", "records.json", "grants.json", "sessions.json")
                .doesNotContain("deletion.json", "agreementsExport");
        assertProfile(data, userId, person);
        assertTextsToTheByte(data, userId);
        assertThat(data.json("records.json"))
                .isEqualTo(my.get("/records?max=1000").json());
        assertThat(data.json("grants.json"))
                .hasSize(1)
                .isEqualTo(my.send("GET", "/grants", null, Map.of("Accept-Language", "en"))
                        .json());
        assertSessions(data, userId);
        assertThat(exports(userId))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("method", "APPLICATION")
                        .containsEntry("client_id", "sample")
                        .containsEntry("username", person)
                        .containsEntry("details", "{\"by\":\"user\"}")
                        .containsEntry("ip_address", "127.0.0.1"));
        assertThat(data.json("records.json").get(0).path("type").asText()).isEqualTo("EXPORT");
    }

    private void assertProfile(ExportedData data, String userId, String person) {
        JsonNode profile = data.json("profile.json");
        assertThat(profile.path("id").asText()).isEqualTo(userId);
        assertThat(profile.path("username").asText()).isEqualTo(person);
        assertThat(profile.path("emailVerified").asBoolean()).isTrue();
        assertThat(profile.path("createdAt").asLong())
                .isEqualTo(database.query("select created_timestamp from user_entity where id = ?", userId)
                        .get(0)
                        .get("created_timestamp"));
        assertThat(profile.at("/attributes/email/0").asText()).isEqualTo(person);
        assertThat(profile.at("/attributes/firstName/0").asText()).isEqualTo("Test");
        assertThat(profile.path("attributes").has("internalNote")).isFalse();
        assertThat(data.text("profile.json")).doesNotContain("not for the user");
    }

    private void assertTextsToTheByte(ExportedData data, String userId) {
        List<Map<String, Object>> texts = database.query(
                "select distinct a.agreement_key, v.version_number, t.locale, t.id from agr_record r"
                        + " join agr_agreement a on a.realm_id = r.realm_id and a.agreement_key = r.agreement_key"
                        + " join agr_version v on v.agreement_id = a.id and v.version_number = r.version_number"
                        + " join agr_text t on t.version_id = v.id and t.locale = r.locale where r.user_id = ?",
                userId);
        assertThat(texts).hasSize(3);
        assertThat(data.names().stream().filter(name -> name.startsWith("agreements/")))
                .hasSize(3);
        for (Map<String, Object> text : texts) {
            String name = "agreements/" + text.get("agreement_key") + "/" + text.get("version_number") + "/"
                    + text.get("locale") + ".md";
            assertThat(data.bytes(name))
                    .isEqualTo(database.query("select content from agr_text where id = ?", text.get("id"))
                            .get(0)
                            .get("content"));
        }
    }

    private void assertSessions(ExportedData data, String userId) {
        JsonNode sessions = data.json("sessions.json");
        List<Map<String, Object>> stored = database.query(
                "select offline_flag, created_on from offline_user_session where realm_id = ? and user_id = ?",
                pop800.id(),
                userId);
        assertThat(sessions)
                .extracting(session -> session.path("offline").asBoolean() + " from "
                        + session.path("startedAt").asLong())
                .containsExactlyInAnyOrderElementsOf(stored.stream()
                        .map(row -> row.get("offline_flag").equals("1") + " from "
                                + ((Number) row.get("created_on")).longValue() * 1000)
                        .toList());
        assertThat(sessions)
                .extracting(session -> session.path("offline").asBoolean())
                .contains(true, false);
        assertThat(sessions).allSatisfy(session -> {
            assertThat(session.path("ipAddress").asText()).isEqualTo("127.0.0.1");
            assertThat(session.path("lastAccessAt").asLong())
                    .isGreaterThanOrEqualTo(session.path("startedAt").asLong());
        });
        assertThat(sessions.toString()).contains("\"sample\"", "\"third-party\"");
    }

    @Test
    void grantsAreToldInTheWordsOfTheReader(WebBrowser browser) {
        String person = newAddress();
        pop800.newUser(person);
        MyRest my = signIn(browser, person);
        assertThat(my.get("/grants").json()).isEmpty();
        consentToTheThirdParty(browser, person);

        JsonNode grant = my.send("GET", "/grants", null, Map.of("Accept-Language", "en"))
                .json()
                .get(0);
        assertThat(grant.path("clientId").asText()).isEqualTo("third-party");
        assertThat(grant.path("clientName").asText()).isEqualTo("Third & Party");
        assertThat(grant.path("clientUrl").asText()).isEqualTo("https://third.example/");
        assertThat(grant.path("scopes").toString()).contains("User profile", "Email address");
        assertThat(grant.path("changedAt").asLong())
                .isGreaterThanOrEqualTo(grant.path("givenAt").asLong());
        assertThat(grant.path("givenAt").asLong()).isPositive();
    }

    @Test
    void aPendingDeletionIsInTheExportAsTheUserInterfaceShowsIt(WebBrowser browser) throws IOException {
        String person = newAddress();
        pop800.newUser(person);
        MyRest my = signIn(browser, person);
        my.post("/deletion");
        ExportedData data = ExportedData.of(my.download("/export").body());

        assertThat(data.json("deletion.json")).isEqualTo(my.get("/deletion").json());
        assertThat(data.text("README.txt")).contains("deletion.json");
    }

    @Test
    void whoAsksAgainWithinAMinuteIsToldHowLongToWaitAndLosesNothing(WebBrowser browser) throws IOException {
        String person = newAddress();
        String userId = pop800.newUser(person).toRepresentation().getId();
        MyRest my = signIn(browser, person);
        assertThat(my.download("/export").statusCode()).isEqualTo(200);
        Reply again = my.get("/export");

        assertThat(again.status()).isEqualTo(429);
        assertThat(Long.parseLong(again.header("Retry-After"))).isBetween(1L, 60L);
        assertThat(again.json().path("errorMessage").asText()).contains("Try again in");
        assertThat(exports(userId)).hasSize(1);

        database.update(
                "update agr_record set occurred_at = occurred_at - 60000 where user_id = ? and type = 'EXPORT'",
                userId);
        ExportedData later = ExportedData.of(my.download("/export").body());
        assertThat(exports(userId)).hasSize(2);
        assertThat(later.json("records.json").findValuesAsText("type"))
                .filteredOn("EXPORT"::equals)
                .hasSize(2);
    }

    @Test
    void ofManyRequestsAtOnceOneIsAnswered(WebBrowser browser) throws Exception {
        String person = newAddress();
        String userId = pop800.newUser(person).toRepresentation().getId();
        MyRest my = signIn(browser, person);
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Future<HttpResponse<byte[]>>> answers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            answers.add(threads.submit(() -> my.download("/export")));
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<HttpResponse<byte[]>> answer : answers) {
            statuses.add(answer.get().statusCode());
        }
        threads.shutdown();

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 429);
        assertThat(exports(userId)).hasSize(1);
    }

    @Test
    void whatCannotBePutOnRecordIsNotGivenAndLeavesNothingToWaitFor(WebBrowser browser) throws IOException {
        String person = newAddress();
        String userId = pop800.newUser(person).toRepresentation().getId();
        MyRest my = signIn(browser, person);
        database.update("alter table agr_record add constraint refuse_export check (type <> 'EXPORT' or user_id <> '"
                + userId + "')");
        try {
            HttpResponse<byte[]> refused = my.download("/export");
            assertThat(refused.statusCode()).isGreaterThanOrEqualTo(400).isNotEqualTo(429);
            assertThat(ExportedData.isWhole(refused.body())).isFalse();
        } finally {
            database.update("alter table agr_record drop constraint refuse_export");
        }
        assertThat(exports(userId)).isEmpty();
        assertThat(my.download("/export").statusCode()).isEqualTo(200);
    }

    @Test
    void whatBreaksOffInTheMiddleIsNoWholeArchive(WebBrowser browser) {
        String person = newAddress();
        String userId = pop800.newUser(person).toRepresentation().getId();
        MyRest my = signIn(browser, person);
        addRecords(userId, 3000);
        database.update("alter table agr_wording rename to agr_wording_aside");

        byte[] received;
        try {
            HttpResponse<byte[]> response = my.download("/export");
            received = response.statusCode() == 200 ? response.body() : new byte[0];
        } catch (UncheckedIOException e) {
            received = new byte[0];
        } finally {
            database.update("alter table agr_wording_aside rename to agr_wording");
        }
        assertThat(ExportedData.isWhole(received)).isFalse();
        assertThat(exports(userId)).hasSize(1);
    }

    /** As somebody leaves them who writes into the table. */
    @Test
    void whatNobodyCanReadIsExportedWithAMark(WebBrowser browser) {
        String person = newAddress();
        String userId = pop800.newUser(person).toRepresentation().getId();
        MyRest my = signIn(browser, person);
        addRecords(userId, 2);
        String last = " where user_id = ? and occurred_at = (select %s(occurred_at) from agr_record where user_id = ?"
                + " and type = 'GRANT')";
        database.update("update agr_record set details = 'broken'" + last.formatted("min"), userId, userId);
        database.update(
                "update agr_record set type = 'GIFT', decision = 'MAYBE', method = 'POST'" + last.formatted("max"),
                userId,
                userId);
        database.update("update agr_record set locale = null where user_id = ? and type = 'ACCEPTANCE'", userId);

        byte[] received = my.download("/export").body();
        assertThat(ExportedData.isWhole(received)).isTrue();
        JsonNode records = ExportedData.of(received).json("records.json");
        assertThat(records.findValues("unreadableDetails")).hasSize(1);
        JsonNode odd = records.findParent("unreadableType");
        assertThat(odd.path("unreadableType").asText()).isEqualTo("GIFT");
        assertThat(odd.path("unreadableDecision").asText()).isEqualTo("MAYBE");
        assertThat(odd.path("unreadableMethod").asText()).isEqualTo("POST");
        assertThat(odd.path("scope").asText()).isEqualTo("email profile");
        assertThat(my.get("/records").json().findValues("unreadableType")).hasSize(1);
    }

    @Test
    void theNumberOfStatementsDependsOnPagesAndNotOnRecords(KeycloakServer server, WebBrowser browser) {
        List<String> withFew = statementsOfAnExport(server, browser, 10);
        List<String> withOnePage = statementsOfAnExport(server, browser, 400);
        List<String> withThreePages = statementsOfAnExport(server, browser, 1300);

        assertThat(withOnePage).hasSameSizeAs(withFew);
        assertThat(recordReads(withThreePages)).isEqualTo(recordReads(withFew) + 2);
        assertThat(withThreePages.size() - withFew.size()).isBetween(2, 4);
    }

    private List<String> statementsOfAnExport(KeycloakServer server, WebBrowser browser, int records) {
        String person = newAddress();
        String userId = pop800.newUser(person).toRepresentation().getId();
        MyRest my = signIn(browser, person);
        addRecords(userId, records);
        my.get("/records?max=1");
        List<String> statements = new ArrayList<>();
        for (Statement statement : Statements.during(server, () -> {
            ExportedData data = ExportedData.of(my.download("/export").body());
            assertThat(data.json("records.json")).hasSize(records + 4);
        })) {
            statements.add(statement.sql());
        }
        return statements;
    }

    private static long recordReads(List<String> statements) {
        return statements.stream()
                .filter(sql -> sql.toLowerCase(Locale.ROOT).matches("select .* from agr_record .*"))
                .count();
    }

    @Test
    void whoIsNotTheUserGetsNothing() throws IOException {
        MyRest nobody = new MyRest(pop800, null);
        MyRest ofAnotherRealm =
                new MyRest(pop800, AdminRest.administratorToken(pop800.realm().server()));
        MyRest service = new MyRest(pop800, serviceAccountToken());
        for (MyRest caller : List.of(nobody, ofAnotherRealm, service)) {
            assertThat(caller.download("/export").statusCode()).isEqualTo(401);
            assertThat(caller.get("/grants").status()).isEqualTo(401);
        }
    }

    @Test
    void whoHasNotTheRoleMayNot(WebBrowser browser) throws IOException {
        String person = newAddress();
        String userId = pop800.newUser(person).toRepresentation().getId();
        RoleScopeResource roles =
                pop800.realm().admin().users().get(userId).roles().realmLevel();
        roles.remove(roles.listAll());
        grantAccountRole(userId, "view-consent");
        MyRest viewer = signIn(browser, person);

        assertThat(viewer.get("/grants").status()).isEqualTo(200);
        assertThat(viewer.download("/export").statusCode()).isEqualTo(403);
        assertThat(exports(userId)).isEmpty();
    }

    @Test
    void anAdministratorWhoImpersonatesTheUserMayNot(KeycloakServer server, WebBrowser browser) throws IOException {
        String userId = pop800.newUser(newAddress()).toRepresentation().getId();
        var page = browser.visit().page();
        page.navigate(pop800.realm().url() + "/agreements");
        page.evaluate(
                "([path, token]) => fetch(path, { method: 'POST', headers: { Authorization: 'Bearer ' + token } })",
                List.of(
                        "/admin/realms/" + pop800.realm().name() + "/users/" + userId + "/impersonation",
                        AdminRest.administratorToken(server)));
        MyRest impersonating = new MyRest(
                pop800, pop800.client().authorization().open(page).awaitTokens().accessToken());

        assertThat(impersonating.get("/records").status()).isEqualTo(200);
        assertThat(impersonating.download("/export").statusCode()).isEqualTo(403);
        assertThat(exports(userId)).isEmpty();
    }

    private MyRest signIn(WebBrowser browser, String person) {
        var page = browser.visit(VisitorProfile.english()).page();
        SignIn signIn = pop800.client().authorization().open(page);
        new SignInPages(page).submitPassword(person, Pop800.PASSWORD).press("accept");
        return new MyRest(pop800, signIn.awaitTokens().accessToken());
    }

    /** In a session of its own, and for later too. */
    private void consentToTheThirdParty(WebBrowser browser, String person) {
        var page = browser.visit(VisitorProfile.english()).page();
        SignIn signIn = thirdParty
                .authorization()
                .with("scope", "openid offline_access")
                .open(page);
        new SignInPages(page).submitPassword(person, Pop800.PASSWORD);
        page.locator("#kc-oauth #kc-login, form[action*=consent] #kc-login")
                .first()
                .click();
        signIn.awaitTokens();
    }

    private void addRecords(String userId, int count) {
        String numbers = Crowd.isOnPostgres()
                ? "(select generate_series(1::bigint, " + count + ") as i) n"
                : "(select x as i from system_range(1, " + count + ")) n";
        database.update(
                "insert into agr_record (" + RecordSql.KEYS
                        + "id, realm_id, user_id, type, occurred_at, recorded_at, details) select "
                        + RecordSql.keys(pop800.id(), "GRANT", null) + "'"
                        + UUID.randomUUID().toString().substring(0, 8)
                        + "-0000-4000-8000-' || lpad(cast(i as varchar), 12, '0'), ?, ?, 'GRANT', " + Crowd.BEGINNING
                        + " + i * 1000, 0, '{\"action\":\"given\",\"scope\":\"email profile\"}' from " + numbers,
                pop800.id(),
                userId);
    }

    private List<Map<String, Object>> exports(String userId) {
        return pop800.records(userId).stream()
                .filter(row -> row.get("type").equals("EXPORT"))
                .toList();
    }

    private void grantAccountRole(String userId, String role) {
        String account = pop800.realm()
                .admin()
                .clients()
                .findByClientId("account")
                .get(0)
                .getId();
        RoleRepresentation found =
                pop800.realm().admin().clients().get(account).roles().get(role).toRepresentation();
        pop800.realm().admin().users().get(userId).roles().clientLevel(account).add(List.of(found));
    }

    private String serviceAccountToken() {
        String clientId = "service-" + UUID.randomUUID();
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(clientId);
        client.setSecret("secret-of-the-service");
        client.setServiceAccountsEnabled(true);
        create(client);
        String id =
                pop800.realm().admin().clients().findByClientId(clientId).get(0).getId();
        grantAccountRole(
                pop800.realm().admin().clients().get(id).getServiceAccountUser().getId(), "view-profile");
        return pop800.client()
                .token(Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        clientId,
                        "client_secret",
                        "secret-of-the-service"))
                .accessToken();
    }

    private void create(ClientRepresentation client) {
        try (Response response = pop800.realm().admin().clients().create(client)) {
            assertThat(response.getStatus()).isEqualTo(201);
        }
    }

    private static String newAddress() {
        return "person-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
    }
}
