package io.agreements.keycloak.tests.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import io.agreements.keycloak.tests.fixture.rest.AdminApi.Reply;
import io.agreements.keycloak.tests.fixture.rest.MyRest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.representations.idm.AdminEventRepresentation;

/** Administrators see who wants to go, keep an account while something is open, and carry a deletion out. */
@OnEveryDatabase
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AdminDeletionRequestsIT {

    private Pop800 pop800;
    private AdminApi admin;

    @BeforeAll
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server);
        admin = AdminApi.of(pop800);
    }

    @Test
    void whoAskedStandsInTheQueueUntilCarriedOut(WebBrowser browser) {
        String userId = askForDeletion(browser);
        assertThat(entry(userId).path("username").asText()).endsWith("@example.org");
        assertThat(entry(userId).path("dueAt").asLong())
                .isGreaterThan(entry(userId).path("requestedAt").asLong());

        assertThat(admin.post("/deletion-requests/" + userId + "/execute", "{}").status())
                .isEqualTo(204);
        assertThat(entry(userId).isMissingNode()).isTrue();
        assertThat(pop800.records(userId).stream()
                        .filter(row -> row.get("type").equals("DELETION"))
                        .reduce((first, last) -> last)
                        .orElseThrow()
                        .get("details")
                        .toString())
                .contains("\"stage\":\"executed\"", "\"by\":\"administrator\"");
        assertThat(pop800.records(userId)).allSatisfy(row -> assertThat(row).containsEntry("username", null));
        assertThat(pop800.realm().admin().getAdminEvents())
                .extracting(AdminEventRepresentation::getResourcePath)
                .contains("agreements/deletion-requests/" + userId + "/execute");
    }

    @Test
    void aHeldRequestIsNotCarriedOutBeforeItIsLetGo(WebBrowser browser) {
        String userId = askForDeletion(browser);
        String hold = "/deletion-requests/" + userId + "/hold";
        assertThat(admin.put(hold, "{}").errorMessage()).contains("reason must be given");
        assertThat(admin.put(hold, "{\"reason\": \"An order is in dispute.\"}")
                        .successful()
                        .at("/hold/reason")
                        .asText())
                .isEqualTo("An order is in dispute.");
        assertThat(admin.post("/deletion-requests/" + userId + "/execute", "{}").status())
                .isEqualTo(409);
        pop800.realm()
                .server()
                .database()
                .update("update agr_deletion_request set due_at = 0 where user_id = ?", userId);
        assertThat(entry(userId).path("hold").path("administratorId").asText()).isNotBlank();
        assertThat(entry(userId).path("hold").path("administrator").asText()).isEqualTo("admin");
        assertThat(ofUser(userId)).isEqualTo(entry(userId));

        pop800.realm()
                .server()
                .database()
                .update("update agr_deletion_request set due_at = 99999999999999 where user_id = ?", userId);
        assertThat(admin.delete(hold).successful().has("hold")).isFalse();
        assertThat(admin.delete(hold).status()).isEqualTo(409);
        assertThat(pop800.records(userId).stream()
                        .filter(row -> row.get("type").equals("DELETION"))
                        .map(row -> row.get("details") + " " + row.get("free_text")))
                .satisfiesExactly(
                        details -> assertThat(details).contains("\"stage\":\"requested\""),
                        details -> assertThat(details).contains("\"stage\":\"held\"", "in dispute"),
                        details -> assertThat(details).contains("\"stage\":\"released\""));
    }

    @Test
    void whatWasWrittenGoesWithTheAccountAndTheRestOfTheRecordStays(WebBrowser browser) {
        String userId = askForDeletion(browser);
        String hold = "/deletion-requests/" + userId + "/hold";
        admin.put(hold, "{\"reason\": \"Ann is in dispute.\"}").successful();
        admin.delete(hold).successful();
        Map<String, Object> held = held(userId);
        assertThat(held.get("free_text").toString()).isEqualTo("{\"reason\":\"Ann is in dispute.\"}");
        assertThat(held.get("administrator_id")).isNotNull();
        assertThat(held.get("actor_salt")).isNotNull();

        assertThat(admin.post("/deletion-requests/" + userId + "/execute", "{}").status())
                .isEqualTo(204);

        Map<String, Object> erased = new HashMap<>(held);
        erased.put("username", null);
        erased.put("identity_salt", null);
        erased.put("free_text", null);
        erased.put("free_text_salt", null);
        assertThat(held(userId)).isEqualTo(erased);
        assertThat(erased.get("free_text_commitment")).isNotNull();
        assertThat(pop800.records(userId))
                .filteredOn(row -> row.get("type").equals("ERASURE"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("details").toString())
                        .contains("\"groups\":[\"identity\",\"connection\",\"freeText\"]"));
    }

    private Map<String, Object> held(String userId) {
        return pop800.records(userId).stream()
                .filter(row -> String.valueOf(row.get("details")).contains("\"held\""))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoHasNotAskedHasNothingToHoldOrCarryOut() {
        String userId = pop800.newUser("staying@example.org").toRepresentation().getId();
        for (String id : List.of(userId, "nobody")) {
            for (Reply reply : calls(admin, id)) {
                assertThat(reply.status()).isEqualTo(404);
            }
        }
        assertThat(pop800.realm().admin().users().get(userId).toRepresentation().isEnabled())
                .isTrue();
        assertThat(ofUser(userId).isMissingNode()).isTrue();
    }

    @Test
    void onlyWhoManagesUsersMayAct(WebBrowser browser) {
        String userId = askForDeletion(browser);
        for (AdminApi caller : List.of(
                AdminApi.ofAdministratorWith(pop800, "manage-realm", "view-events"),
                AdminApi.ofAdministratorWith(pop800, "view-users"))) {
            for (String id : List.of(userId, "nobody")) {
                calls(caller, id).forEach(reply -> assertThat(reply.status()).isEqualTo(403));
            }
        }
        calls(AdminApi.ofNobody(pop800), userId)
                .forEach(reply -> assertThat(reply.status()).isEqualTo(401));
        assertThat(AdminApi.ofNobody(pop800).get("/deletion-requests").status()).isEqualTo(401);
        assertThat(AdminApi.ofAdministratorWith(pop800, "manage-realm")
                        .get("/deletion-requests")
                        .status())
                .isEqualTo(403);
        assertThat(AdminApi.ofAdministratorWith(pop800, "view-users")
                        .get("/deletion-requests")
                        .status())
                .isEqualTo(200);
        assertThat(entry(userId).isMissingNode()).isFalse();
    }

    private static List<Reply> calls(AdminApi caller, String userId) {
        String request = "/deletion-requests/" + userId;
        return List.of(
                caller.put(request + "/hold", "{\"reason\": \"because\"}"),
                caller.delete(request + "/hold"),
                caller.post(request + "/execute", "{}"));
    }

    /** What is said where the user is looked at. */
    private JsonNode ofUser(String userId) {
        return admin.get("/users/" + userId).successful().path("deletion");
    }

    private JsonNode entry(String userId) {
        for (JsonNode entry : admin.get("/deletion-requests").successful()) {
            if (entry.path("userId").asText().equals(userId)) {
                return entry;
            }
        }
        return MissingNode.getInstance();
    }

    private String askForDeletion(WebBrowser browser) {
        String person = UUID.randomUUID() + "@example.org";
        String userId = pop800.newUser(person).toRepresentation().getId();
        var page = browser.visit(VisitorProfile.english()).page();
        SignIn signIn = pop800.client().authorization().open(page);
        new SignInPages(page).submitPassword(person, Pop800.PASSWORD).press("accept");
        MyRest my = new MyRest(pop800, signIn.awaitTokens().accessToken());
        assertThat(my.post("/deletion").status()).isEqualTo(200);
        return userId;
    }
}
