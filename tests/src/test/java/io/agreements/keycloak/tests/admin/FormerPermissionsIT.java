package io.agreements.keycloak.tests.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.StoredDecision;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.AuthorizationResource;
import org.keycloak.admin.client.resource.ScopePermissionResource;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.ManagementPermissionRepresentation;
import org.keycloak.representations.idm.authorization.ResourceRepresentation;
import org.keycloak.representations.idm.authorization.ScopePermissionRepresentation;
import org.keycloak.representations.idm.authorization.ScopeRepresentation;
import org.keycloak.representations.idm.authorization.UserPolicyRepresentation;

/** The same with the former version of fine-grained permissions, which knows groups only. */
@Tag("long")
@WithKeycloak(buildOptions = "features=admin-fine-grained-authz:v1")
final class FormerPermissionsIT {

    private static final String TERMS = "/" + Pop800.AGREEMENT;
    private static final String GIL = "gil@example.org";

    private Pop800 pop800;
    private String bob;
    private String cid;
    private String members;

    /** Ann and Cid are pending, Bob accepted; Bob and Cid are in the group. */
    @BeforeEach
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server).withoutSampleUser();
        pop800.askForNothing();
        user("ann@example.org");
        bob = user("bob@example.org");
        cid = user("cid@example.org");
        new StoredDecision(bob, null, Pop800.AGREEMENT, 1, "ACCEPTED", Instant.parse("2026-11-21T08:00:00Z"))
                .storeIn(pop800);
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
        AdminApi gil = AdminApi.ofUser(pop800, GIL);

        assertThat(ids("userId", gil.get(TERMS + "/users?status=PENDING").successful()))
                .isEmpty();
        assertThat(ids("id", gil.beside("/users").successful())).isEmpty();
        assertThat(gil.get(TERMS + "/coverage").successful().path("users").asInt())
                .isZero();
    }

    @Test
    void theMembersOfAGroupThatIsNamedAreSeen() {
        permitToViewMembers();
        AdminApi gil = AdminApi.ofUser(pop800, GIL);

        assertThat(ids("userId", gil.get(TERMS + "/users?status=PENDING").successful()))
                .containsExactly(cid);
        assertThat(ids("userId", gil.get(TERMS + "/users?status=ACCEPTED").successful()))
                .containsExactly(bob);
        assertThat(gil.table(TERMS + "/users?status=PENDING").body().lines().skip(1))
                .singleElement()
                .satisfies(row -> assertThat(row).contains(cid));
        assertThat(gil.get(TERMS + "/coverage").successful().path("users").asInt())
                .isEqualTo(2);
        assertThat(ids("id", gil.beside("/users").successful())).containsExactlyInAnyOrder(bob, cid);
    }

    private static List<String> ids(String field, JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path(field).asText())
                .toList();
    }

    private void permitToViewMembers() {
        String permissionId = pop800.realm()
                .admin()
                .groups()
                .group(members)
                .setPermissions(new ManagementPermissionRepresentation(true))
                .getScopePermissions()
                .get("view-members");
        AuthorizationResource authorization = authorization();
        UserPolicyRepresentation policy = new UserPolicyRepresentation();
        policy.setName("gil");
        policy.addUser(GIL);
        try (Response response = authorization.policies().user().create(policy)) {
            assertThat(response.getStatus()).isEqualTo(201);
        }
        ScopePermissionResource resource = authorization.permissions().scope().findById(permissionId);
        ScopePermissionRepresentation permission = resource.toRepresentation();
        permission.setResources(
                resource.resources().stream().map(ResourceRepresentation::getId).collect(Collectors.toSet()));
        permission.setScopes(
                resource.scopes().stream().map(ScopeRepresentation::getId).collect(Collectors.toSet()));
        permission.setPolicies(
                Set.of(authorization.policies().user().findByName("gil").getId()));
        resource.update(permission);
    }

    private AuthorizationResource authorization() {
        String client = pop800.realm()
                .admin()
                .clients()
                .findByClientId("realm-management")
                .get(0)
                .getId();
        return pop800.realm().admin().clients().get(client).authorization();
    }

    private String user(String name) {
        return pop800.newUser(name).toRepresentation().getId();
    }
}
