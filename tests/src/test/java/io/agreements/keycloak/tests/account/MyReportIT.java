package io.agreements.keycloak.tests.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.oidc.TokenResponse;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminRest;
import io.agreements.keycloak.tests.fixture.rest.MyRest;
import io.agreements.keycloak.tests.fixture.rest.MyRest.Reply;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.RoleMappingResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;

/** A user says: this was not me. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MyReportIT {

    private static final String NEW_PASSWORD = "Loud-river-2027";

    private Pop800 pop800;

    @BeforeAll
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server);
        pop800.askForNothing();
    }

    @Test
    void theOtherSessionsEndAndTheOneOfTheReportStays() {
        Person person = newPerson();
        TokenResponse own = person.signIn();
        TokenResponse other = person.signIn();
        TokenResponse offline = person.signInOffline();
        int sessions = person.sessions() + person.offlineSessions();
        Reply report = person.with(own).post("/reports");

        assertThat(report.status()).as(report.body()).isEqualTo(200);
        assertThat(report.json().path("sessionsEnded").asInt())
                .isEqualTo(sessions - 1)
                .isGreaterThanOrEqualTo(2);
        assertThat(report.json().path("passwordAsked").asBoolean()).isTrue();
        assertThat(pop800.client().refresh(other.refreshToken()).error()).isEqualTo("invalid_grant");
        assertThat(pop800.client().refresh(offline.refreshToken()).error()).isEqualTo("invalid_grant");
        assertThat(person.with(other).get("").status()).isEqualTo(401);
        assertThat(person.sessions()).isEqualTo(1);
        assertThat(person.offlineSessions()).isZero();
        assertThat(pop800.client().refresh(own.refreshToken()).status()).isEqualTo(200);
        assertThat(person.with(own).get("").status()).isEqualTo(200);
    }

    @Test
    void anOfflineSessionMayBeTheOneThatStays() {
        Person person = newPerson();
        TokenResponse other = person.signIn();
        TokenResponse offline = person.signInOffline();
        TokenResponse own = pop800.client().refresh(offline.refreshToken());
        Reply report = person.with(own).send("POST", "/reports", "{}", Map.of());

        assertThat(report.status()).as(report.body()).isEqualTo(200);
        assertThat(pop800.client().refresh(other.refreshToken()).error()).isEqualTo("invalid_grant");
        assertThat(pop800.client().refresh(offline.refreshToken()).status()).isEqualTo(200);
        assertThat(person.sessions()).isZero();
        assertThat(person.offlineSessions()).isEqualTo(1);
    }

    @Test
    void theReportIsOnRecord() {
        Person person = newPerson();
        TokenResponse own = person.signIn();
        person.signIn();
        MyRest my = person.with(own);
        assertThat(my.post("/reports").status()).isEqualTo(200);

        assertThat(pop800.records(person.id())).singleElement().satisfies(row -> {
            assertThat(row)
                    .containsEntry("type", "REPORT")
                    .containsEntry("method", "ACCOUNT")
                    .containsEntry("client_id", "sample")
                    .containsEntry("username", person.name())
                    .containsEntry(
                            "session_id", own.accessTokenClaims().path("sid").asText());
            assertThat(row.get("ip_address")).isNotNull();
            assertThat((String) row.get("details"))
                    .contains("\"reason\":\"notMe\"", "\"sessionsEnded\":1", "\"passwordAsked\":true");
        });
        assertThat(my.get("/records?type=REPORT").json()).hasSize(1);
        assertThat(my.get("/records?type=ACCEPTANCE&type=GRANT").json()).isEmpty();
        assertThat(my.get("/records?type=ACCEPTANCE&type=REPORT").json()).hasSize(1);
        for (String unknown : List.of("REPORTS", "report", "%20")) {
            Reply refusal = my.get("/records?type=ACCEPTANCE&type=" + unknown);
            assertThat(refusal.status()).as(unknown).isEqualTo(400);
            assertThat(refusal.json().path("errorMessage").asText()).contains("ACCEPTANCE, GRANT");
        }
    }

    @Test
    void theNextSignInAsksForANewPassword(WebBrowser browser) {
        Person person = newPerson();
        assertThat(person.with(person.signIn()).post("/reports").status()).isEqualTo(200);
        assertThat(pop800.client().password(person.name(), Pop800.PASSWORD).error())
                .isEqualTo("invalid_grant");
        Page page = browser.visit(VisitorProfile.english()).page();
        SignIn signIn = pop800.client().authorization().open(page);
        new SignInPages(page).submitPassword(person.name(), Pop800.PASSWORD);
        assertThat(page.locator("#kc-passwd-update-form")).isVisible();
        page.locator("#password-new").fill(NEW_PASSWORD);
        page.locator("#password-confirm").fill(NEW_PASSWORD);
        page.locator("#kc-passwd-update-form [type=submit]").first().click();

        assertThat(signIn.awaitCallback().code()).isNotBlank();
        assertThat(pop800.client().password(person.name(), Pop800.PASSWORD).error())
                .isEqualTo("invalid_grant");
        assertThat(pop800.client().password(person.name(), NEW_PASSWORD).status())
                .isEqualTo(200);
    }

    @Test
    void whoHasNoPasswordIsNotAskedForOneAndIsToldSo() {
        Person person = newPerson();
        TokenResponse own = person.signIn();
        TokenResponse other = person.signIn();
        UserResource user = pop800.realm().admin().users().get(person.id());
        user.removeCredential(user.credentials().get(0).getId());
        Reply report = person.with(own).post("/reports");

        assertThat(report.json().path("passwordAsked").asBoolean(true)).isFalse();
        assertThat(user.toRepresentation().getRequiredActions()).isEmpty();
        assertThat(pop800.client().refresh(other.refreshToken()).error()).isEqualTo("invalid_grant");
        assertThat((String) pop800.records(person.id()).get(0).get("details")).contains("\"passwordAsked\":false");
    }

    @Test
    void whatCannotBeRecordedIsNotDone(KeycloakServer server) {
        Person person = newPerson();
        TokenResponse own = person.signIn();
        TokenResponse other = person.signIn();
        server.database()
                .update("alter table agr_record add constraint refuse_report check (user_id is null or user_id <> '"
                        + person.id() + "')");
        try {
            assertThat(person.with(own).post("/reports").status()).isBetween(400, 599);
        } finally {
            server.database().update("alter table agr_record drop constraint refuse_report");
        }

        assertThat(pop800.client().refresh(other.refreshToken()).status()).isEqualTo(200);
        assertThat(pop800.client().password(person.name(), Pop800.PASSWORD).status())
                .isEqualTo(200);
    }

    @Test
    void withoutATokenOfAUserForTheAccountNothingIsReported() {
        assertThat(new MyRest(pop800, null).post("/reports").status()).isEqualTo(401);
        String administrator = AdminRest.administratorToken(pop800.realm().server());
        assertThat(new MyRest(pop800, administrator).post("/reports").status()).isEqualTo(401);
    }

    @Test
    void aServiceAccountHasNothingToReport() {
        ClientRepresentation robot = new ClientRepresentation();
        robot.setClientId("robot");
        robot.setSecret("secret");
        robot.setServiceAccountsEnabled(true);
        String id;
        try (Response response = pop800.realm().admin().clients().create(robot)) {
            id = CreatedResponseUtil.getCreatedId(response);
        }
        String userId =
                pop800.realm().admin().clients().get(id).getServiceAccountUser().getId();
        grant(userId, "manage-account");
        String token = pop800.client()
                .token(Map.of("grant_type", "client_credentials", "client_id", "robot", "client_secret", "secret"))
                .accessToken();

        assertThat(new MyRest(pop800, token).post("/reports").status()).isEqualTo(401);
        assertThat(pop800.records(userId)).isEmpty();
    }

    @Test
    void whoMayOnlyLookMayNotReport() {
        Person person = newPerson();
        RoleMappingResource roles =
                pop800.realm().admin().users().get(person.id()).roles();
        roles.realmLevel().remove(roles.realmLevel().listAll());
        grant(person.id(), "view-profile", "manage-consent", "delete-account");
        TokenResponse tokens = person.signIn();

        assertThat(person.with(tokens).get("").status()).isEqualTo(200);
        assertThat(person.with(tokens).post("/reports").status()).isEqualTo(403);
        assertThat(pop800.records(person.id())).isEmpty();
    }

    @Test
    void anImpersonatingAdministratorMayNotReport(KeycloakServer server, WebBrowser browser) {
        Person person = newPerson();
        Visitor administrator = browser.visit(VisitorProfile.english());
        administrator.page().navigate(pop800.realm().url() + "/agreements");
        administrator
                .page()
                .evaluate(
                        """
                        ([path, token]) => fetch(path, { method: "POST", headers: { Authorization: "Bearer " + token } })
                        """,
                        List.of(
                                "/admin/realms/" + pop800.realm().name() + "/users/" + person.id() + "/impersonation",
                                AdminRest.administratorToken(server)));
        TokenResponse tokens =
                pop800.client().authorization().open(administrator.page()).awaitTokens();

        assertThat(person.with(tokens).get("").status()).isEqualTo(200);
        assertThat(person.with(tokens).post("/reports").status()).isEqualTo(403);
        assertThat(pop800.records(person.id())).isEmpty();
    }

    private Person newPerson() {
        String name = "person-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        UserResource user = pop800.newUser(name);
        user.roles()
                .realmLevel()
                .add(List.of(
                        pop800.realm().admin().roles().get("offline_access").toRepresentation()));
        return new Person(pop800, user.toRepresentation().getId(), name);
    }

    private void grant(String userId, String... accountRoles) {
        String account = pop800.realm()
                .admin()
                .clients()
                .findByClientId("account")
                .get(0)
                .getId();
        List<RoleRepresentation> roles = List.of(accountRoles).stream()
                .map(role -> pop800.realm()
                        .admin()
                        .clients()
                        .get(account)
                        .roles()
                        .get(role)
                        .toRepresentation())
                .toList();
        pop800.realm().admin().users().get(userId).roles().clientLevel(account).add(roles);
    }

    private record Person(Pop800 pop800, String id, String name) {

        TokenResponse signIn() {
            return pop800.client().password(name, Pop800.PASSWORD);
        }

        TokenResponse signInOffline() {
            return pop800.client()
                    .token(Map.of(
                            "grant_type",
                            "password",
                            "username",
                            name,
                            "password",
                            Pop800.PASSWORD,
                            "scope",
                            "openid offline_access"));
        }

        MyRest with(TokenResponse tokens) {
            return new MyRest(pop800, tokens.accessToken());
        }

        int sessions() {
            return pop800.realm().admin().users().get(id).getUserSessions().size();
        }

        int offlineSessions() {
            String client = pop800.realm()
                    .admin()
                    .clients()
                    .findByClientId("sample")
                    .get(0)
                    .getId();
            return pop800.realm()
                    .admin()
                    .users()
                    .get(id)
                    .getOfflineSessions(client)
                    .size();
        }
    }
}
