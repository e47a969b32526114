package io.agreements.keycloak.testing.realm;

import io.agreements.keycloak.testing.oidc.OidcClient;
import io.agreements.keycloak.testing.server.KeycloakServer;
import jakarta.ws.rs.core.Response;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;

/**
 * A realm of a running server, as tests deal with it.
 *
 * @param server where it is
 * @param name what it is called
 */
public record TestRealm(KeycloakServer server, String name) {

    /** Where its public pages are. */
    public String url() {
        return server.url() + "/realms/" + name;
    }

    /** What the admin client does with it. */
    public RealmResource admin() {
        return server.adminClient().realm(name);
    }

    /** Its client of this id. */
    public OidcClient client(String clientId, String redirectUri) {
        return OidcClient.of(server, name, clientId, redirectUri);
    }

    /** Creates a user. */
    public UserResource createUser(UserBuilder user) {
        try (Response response = admin().users().create(user.build())) {
            return admin().users().get(CreatedResponseUtil.getCreatedId(response));
        }
    }

    /** The user of this name. */
    public UserResource user(String username) {
        return admin().users().searchByUsername(username, true).stream()
                .findFirst()
                .map(found -> admin().users().get(found.getId()))
                .orElseThrow(() -> new AssertionError("No user " + username + " in realm " + name));
    }
}
