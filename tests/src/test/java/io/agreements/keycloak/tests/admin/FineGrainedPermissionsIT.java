package io.agreements.keycloak.tests.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.StoredDecision;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import jakarta.ws.rs.core.Response;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.AuthorizationResource;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.authorization.Logic;
import org.keycloak.representations.idm.authorization.ScopePermissionRepresentation;
import org.keycloak.representations.idm.authorization.UserPolicyRepresentation;

/** An administrator who may see some users only gets these and no others, as in Keycloak's own list. */
@OnEveryDatabase
@WithKeycloak
final class FineGrainedPermissionsIT {

    private static final String TERMS = "/" + Pop800.AGREEMENT;
    private static final String GIL = "gil@example.org";
    private static final List<String> STATUSES = List.of("PENDING", "ACCEPTED", "DECLINED", "WITHDRAWN");

    private Pop800 pop800;
    private String ann;
    private String bob;
    private String cid;
    private String dee;
    private String members;

    /** Ann and Cid are pending, Bob and Dee accepted; Bob and Cid are in the group. Gil may ask for users and see the realm. */
    @BeforeEach
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server).withoutSampleUser();
        pop800.askForNothing();
        RealmRepresentation realm = pop800.realm().admin().toRepresentation();
        realm.setAdminPermissionsEnabled(true);
        pop800.realm().admin().update(realm);
        ann = user("ann@example.org");
        bob = user("bob@example.org");
        cid = user("cid@example.org");
        dee = user("dee@example.org");
        accept(bob, Instant.parse("2026-11-21T08:00:00Z"));
        accept(dee, Instant.parse("2026-11-22T08:00:00Z"));
        GroupRepresentation group = new GroupRepresentation();
        group.setName("members");
        try (Response response = pop800.realm().admin().groups().add(group)) {
            members = CreatedResponseUtil.getCreatedId(response);
        }
        pop800.realm().admin().users().get(bob).joinGroup(members);
        pop800.realm().admin().users().get(cid).joinGroup(members);
        user(GIL);
        pop800.grant(GIL, "query-users", "view-realm");
    }

    @Test
    void withoutAPermissionNobodyIsSeen() {
        assertSees();
    }

    @Test
    void whoIsNamedIsSeen() {
        permit("Users", "view", Logic.POSITIVE, ann);

        assertSees(ann);
        AdminApi gil = gil();
        assertThat(gil.get("/users/" + ann).status()).isEqualTo(200);
        assertThat(gil.get("/users/" + bob).status()).isEqualTo(403);
        JsonNode coverage = gil.get(TERMS + "/coverage").successful();
        assertThat(coverage.path("users").asInt()).isEqualTo(1);
        assertThat(coverage.path("accepted").asInt()).isZero();
        assertThat(coverage.path("counts")).isEmpty();
        assertThat(gil.get(TERMS + "/coverage/history").successful().path("days"))
                .isEmpty();
    }

    @Test
    void theMembersOfAGroupThatIsNamedAreSeen() {
        permit("Groups", "view-members", Logic.POSITIVE, members);

        assertSees(bob, cid);
        AdminApi gil = gil();
        JsonNode coverage = gil.get(TERMS + "/coverage").successful();
        assertThat(coverage.path("users").asInt()).isEqualTo(2);
        assertThat(coverage.path("accepted").asInt()).isEqualTo(1);
        assertThat(coverage.path("pending").asInt()).isEqualTo(1);
        assertThat(gil.get("/coverage").successful().get(0).path("counts")).isEqualTo(coverage.path("counts"));
        assertThat(gil.get(TERMS + "/versions/1/reach")
                        .successful()
                        .path("users")
                        .asInt())
                .isEqualTo(1);
        assertThat(gil.get(TERMS + "/coverage/history")
                        .successful()
                        .path("days")
                        .toString())
                .isEqualTo(
                        "[{\"day\":\"2026-11-21\",\"accepted\":1,\"acknowledged\":0,\"declined\":0,\"withdrawn\":0}]");
    }

    @Test
    void pagesAreFullThoughOthersLieBetween() {
        permit("Users", "view", Logic.POSITIVE, ann, cid);

        assertThat(list(gil(), "PENDING&max=1")).containsExactly(ann);
        assertThat(list(gil(), "PENDING&first=1&max=1")).containsExactly(cid);
    }

    @Test
    void whoIsDeniedIsNotSeenThoughAllOthersAre() {
        permit("Users", "view", Logic.POSITIVE);
        permit("Users", "view", Logic.NEGATIVE, dee);

        assertThat(list(gil(), "PENDING")).contains(ann, cid).doesNotContain(dee);
        assertThat(list(gil(), "ACCEPTED")).containsExactly(bob);
        assertThat(table(gil(), "ACCEPTED")).containsExactly(bob);
        assertThat(gil().get(TERMS + "/coverage").successful().path("accepted").asInt())
                .isEqualTo(1);
        assertThat(gil().get("/users/" + dee).status()).isEqualTo(403);
    }

    @Test
    void anAdministratorOfTheServerWithTheSameRolesSeesNobody() {
        permit("Users", "view", Logic.POSITIVE, ann);
        AdminApi other = AdminApi.ofAdministratorWith(pop800, "query-users", "view-realm");

        for (String status : STATUSES) {
            assertThat(list(other, status)).isEmpty();
        }
    }

    @Test
    void whoMayViewAllUsersStillSeesThem() {
        permit("Users", "view", Logic.POSITIVE, ann);
        pop800.grant(GIL, "view-users");

        assertThat(list(gil(), "ACCEPTED")).containsExactly(dee, bob);
    }

    /** Just these, in lists and tables, and in Keycloak's own list. */
    private void assertSees(String... users) {
        AdminApi gil = gil();
        Set<String> listed = new HashSet<>();
        for (String status : STATUSES) {
            List<String> page = list(gil, status);
            listed.addAll(page);
            assertThat(table(gil, status)).isEqualTo(page);
        }
        assertThat(listed).containsExactlyInAnyOrder(users);
        assertThat(ids("id", gil.beside("/users").successful())).containsExactlyInAnyOrder(users);
    }

    private AdminApi gil() {
        return AdminApi.ofUser(pop800, GIL);
    }

    private static List<String> list(AdminApi api, String status) {
        return ids("userId", api.get(TERMS + "/users?status=" + status).successful());
    }

    private static List<String> table(AdminApi api, String status) {
        HttpResponse<String> table = api.table(TERMS + "/users?status=" + status);
        assertThat(table.statusCode()).isEqualTo(200);
        return table.body()
                .lines()
                .skip(1)
                .map(row -> row.substring(1, row.indexOf('"', 1)))
                .toList();
    }

    private static List<String> ids(String field, JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path(field).asText())
                .toList();
    }

    private void permit(String resourceType, String scope, Logic logic, String... resources) {
        AuthorizationResource authorization = authorization();
        UserPolicyRepresentation policy = new UserPolicyRepresentation();
        policy.setName("gil " + logic + resourceType + resources.length);
        policy.setLogic(logic);
        policy.addUser(GIL);
        try (Response response = authorization.policies().user().create(policy)) {
            assertThat(response.getStatus()).isEqualTo(201);
        }
        ScopePermissionRepresentation permission = new ScopePermissionRepresentation();
        permission.setName("permission " + logic + resourceType + resources.length);
        permission.setResourceType(resourceType);
        permission.setResources(Set.of(resources));
        permission.addScope(scope);
        permission.addPolicy(policy.getName());
        try (Response response = authorization.permissions().scope().create(permission)) {
            assertThat(response.getStatus()).isEqualTo(201);
        }
    }

    private AuthorizationResource authorization() {
        String client = pop800.realm()
                .admin()
                .clients()
                .findByClientId("admin-permissions")
                .get(0)
                .getId();
        return pop800.realm().admin().clients().get(client).authorization();
    }

    private String user(String name) {
        return pop800.newUser(name).toRepresentation().getId();
    }

    private void accept(String userId, Instant when) {
        new StoredDecision(userId, null, Pop800.AGREEMENT, 1, "ACCEPTED", when).storeIn(pop800);
    }
}
