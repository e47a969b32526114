package io.agreements.keycloak.tests.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminRest;
import jakarta.ws.rs.core.Response;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ComponentRepresentation;

/** Whichever way an account vanishes, the ledger says so. */
@OnEveryDatabase
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AccountDeletionIT {

    private Pop800 pop800;

    @BeforeAll
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server);
    }

    @Test
    void aUserWhoDeletesTheAccountIsOnRecordAsThat(WebBrowser browser) {
        pop800.enable("delete_account", true);
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        String userId = signInAndAccept(pop800, visitor, "leaving@example.org");
        pop800.client().authorization().with("kc_action", "delete_account").open(visitor.page());
        if (visitor.page().locator("#password").count() > 0) {
            visitor.page().locator("#password").fill(Pop800.PASSWORD);
            visitor.page().locator("#kc-login").click();
        }
        visitor.page().locator("form [type=submit]").first().click();
        visitor.page().waitForLoadState();

        assertThat(pop800.realm().admin().users().searchByUsername("leaving@example.org", true))
                .isEmpty();
        assertThat(deletions(pop800, userId)).singleElement().satisfies(row -> {
            assertThat(row).containsEntry("method", "ACCOUNT").containsEntry("client_id", "sample");
            assertThat((String) row.get("details")).contains("\"by\":\"user\"").contains("\"stage\":\"executed\"");
        });
        assertThat(pop800.standings(userId)).isEmpty();
        assertThat(pop800.records(userId, Pop800.AGREEMENT)).hasSize(1);
        assertErased(pop800, userId);
    }

    @Test
    void anAdministratorWhoDeletesAnAccountIsNamed(KeycloakServer server) {
        String userId = pop800.newUser("removed@example.org").toRepresentation().getId();
        pop800.realm().admin().users().get(userId).remove();

        String administrator = server.adminClient()
                .realm("master")
                .users()
                .searchByUsername("admin", true)
                .get(0)
                .getId();
        assertThat(deletions(pop800, userId)).singleElement().satisfies(row -> {
            assertThat(row).containsEntry("method", "ADMIN").containsEntry("ip_address", null);
            assertThat(row).containsEntry("administrator_id", administrator);
            assertThat((String) row.get("details")).contains("\"by\":\"administrator\"");
        });
        assertErased(pop800, userId);
    }

    @Test
    void aWorkflowThatDeletesAnAccountIsASchedule(KeycloakServer server) {
        String userId = pop800.newUser("expired@example.org").toRepresentation().getId();
        String workflows = "/" + pop800.realm().name() + "/workflows";
        HttpResponse<String> created =
                AdminRest.post(server, workflows, "{\"name\": \"leave\", \"steps\": [{\"uses\": \"delete-user\"}]}");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String location = created.headers().firstValue("Location").orElseThrow();
        String workflow = workflows + location.substring(location.lastIndexOf('/'));
        assertThat(AdminRest.post(server, workflow + "/activate/USERS/" + userId, "{}")
                        .statusCode())
                .isEqualTo(204);

        await(() -> deletions(pop800, userId).size() == 1);
        assertThat(deletions(pop800, userId)).singleElement().satisfies(row -> {
            assertThat(row).containsEntry("method", null);
            assertThat((String) row.get("details")).contains("\"by\":\"schedule\"");
        });
        assertThat(pop800.realm().admin().users().searchByUsername("expired@example.org", true))
                .isEmpty();
    }

    @Test
    void theAccountOfAClientIsNobodys() {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId("robot");
        client.setServiceAccountsEnabled(true);
        String id;
        try (Response response = pop800.realm().admin().clients().create(client)) {
            id = CreatedResponseUtil.getCreatedId(response);
        }
        String userId =
                pop800.realm().admin().clients().get(id).getServiceAccountUser().getId();
        pop800.realm().admin().clients().get(id).remove();

        assertThat(deletions(pop800, userId)).isEmpty();
    }

    @Test
    void theRemovalOfARealmLeavesOneRecordThatSaysHowMany(KeycloakServer server, WebBrowser browser) {
        Pop800 doomed = Pop800.create(server);
        String realmId = doomed.id();
        signInAndAccept(doomed, browser.visit(VisitorProfile.chinese()), "one@example.org");
        signInAndAccept(doomed, browser.visit(VisitorProfile.chinese()), "two@example.org");
        doomed.realm().admin().remove();

        assertThat(massDeletions(server, realmId))
                .singleElement()
                .satisfies(row -> assertThat((String) row.get("details"))
                        .contains("\"scope\":\"realm\"")
                        .contains("\"users\":2")
                        .contains(doomed.realm().name()));
        assertThat(server.database().count("select count(*) from agr_standing where realm_id = ?", realmId))
                .isZero();
        assertThat(server.database()
                        .count("select count(*) from agr_record where realm_id = ? and type = 'ACCEPTANCE'", realmId))
                .isEqualTo(6);
        assertThat(server.database()
                        .count(
                                "select count(*) from agr_text t join agr_version v on v.id = t.version_id"
                                        + " join agr_agreement a on a.id = v.agreement_id where a.realm_id = ?",
                                realmId))
                .isEqualTo(6);
    }

    @Test
    void theRemovalOfAUserStoreLeavesOneRecordThatSaysHowMany(KeycloakServer server, WebBrowser browser) {
        Pop800 federated = Pop800.create(server);
        String stayingId = signInAndAccept(federated, browser.visit(VisitorProfile.chinese()), "staying@example.org");
        String storeId = createUserStore(federated);
        String goingId = signInAndAccept(federated, browser.visit(VisitorProfile.chinese()), "going@example.org");
        server.database().update("update user_entity set federation_link = ? where id = ?", storeId, goingId);
        for (String userId : List.of(goingId, stayingId)) {
            server.database()
                    .update(
                            "insert into agr_deletion_request (user_id, realm_id, requested_at, due_at)"
                                    + " values (?, ?, 0, 99999999999999)",
                            userId,
                            federated.id());
        }
        federated.realm().admin().components().component(storeId).remove();

        assertThat(massDeletions(server, federated.id()))
                .singleElement()
                .satisfies(row -> assertThat((String) row.get("details"))
                        .contains("\"scope\":\"userStore\"")
                        .contains("\"userStore\":\"directory\"")
                        .contains("\"users\":1"));
        assertThat(federated.standings(goingId)).isEmpty();
        assertThat(server.database().query("select * from agr_deletion_request where realm_id = ?", federated.id()))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("user_id", stayingId));
        assertThat(federated.records(goingId))
                .allSatisfy(
                        row -> assertThat(row).containsEntry("username", null).containsEntry("ip_address", null));
        assertThat(federated.records(stayingId))
                .allSatisfy(row -> assertThat(row).containsEntry("username", "staying@example.org"));
        assertThat(federated.records(goingId)).hasSize(3);
        assertThat(federated.standings(stayingId)).hasSize(3);
    }

    /** Nothing in the records of the user tells who it was, but that there were such words is still provable. */
    private static void assertErased(Pop800 realm, String userId) {
        assertThat(realm.records(userId))
                .anySatisfy(row -> assertThat(row).containsEntry("type", "ERASURE"))
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("username", null)
                        .containsEntry("session_id", null)
                        .containsEntry("ip_address", null)
                        .containsEntry("user_agent", null)
                        .containsEntry("identity_salt", null)
                        .containsEntry("connection_salt", null));
    }

    /** The workflow runs beside the request that starts it. */
    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static String createUserStore(Pop800 realm) {
        ComponentRepresentation store = new ComponentRepresentation();
        store.setName("directory");
        store.setProviderId("ldap");
        store.setProviderType("org.keycloak.storage.UserStorageProvider");
        MultivaluedHashMap<String, String> config = new MultivaluedHashMap<>();
        Map.ofEntries(
                        Map.entry("enabled", "false"),
                        Map.entry("vendor", "other"),
                        Map.entry("connectionUrl", "ldap://127.0.0.1:1"),
                        Map.entry("usersDn", "ou=people,dc=example,dc=org"),
                        Map.entry("bindDn", "cn=admin"),
                        Map.entry("bindCredential", "none"),
                        Map.entry("authType", "simple"),
                        Map.entry("editMode", "READ_ONLY"),
                        Map.entry("usernameLDAPAttribute", "uid"),
                        Map.entry("rdnLDAPAttribute", "uid"),
                        Map.entry("uuidLDAPAttribute", "entryUUID"),
                        Map.entry("userObjectClasses", "inetOrgPerson"))
                .forEach(config::putSingle);
        store.setConfig(config);
        try (Response response = realm.realm().admin().components().add(store)) {
            return CreatedResponseUtil.getCreatedId(response);
        }
    }

    private static String signInAndAccept(Pop800 realm, Visitor visitor, String email) {
        String userId = realm.newUser(email).toRepresentation().getId();
        SignIn signIn = realm.client().authorization().open(visitor.page());
        new SignInPages(visitor.page()).submitPassword(email, Pop800.PASSWORD).press("accept");
        signIn.awaitCallback().code();
        return userId;
    }

    private static List<Map<String, Object>> deletions(Pop800 realm, String userId) {
        return realm.records(userId).stream()
                .filter(row -> row.get("type").equals("DELETION"))
                .toList();
    }

    private static List<Map<String, Object>> massDeletions(KeycloakServer server, String realmId) {
        return server.database()
                .query(
                        "select * from agr_record where realm_id = ? and type = 'DELETION' and user_id is null",
                        realmId);
    }
}
