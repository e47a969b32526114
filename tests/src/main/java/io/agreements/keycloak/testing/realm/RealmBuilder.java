package io.agreements.keycloak.testing.realm;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agreements.keycloak.testing.server.KeycloakServer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ComponentExportRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** A realm for tests. */
public final class RealmBuilder {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RealmRepresentation realm = new RealmRepresentation();

    private RealmBuilder(String name) {
        realm.setRealm(name);
        realm.setEnabled(true);
        realm.setSslRequired("none");
        realm.setClients(new ArrayList<>());
        realm.setUsers(new ArrayList<>());
        realm.setComponents(keys());
    }

    /** A realm of this name. */
    public static RealmBuilder named(String name) {
        return new RealmBuilder(name);
    }

    /** A realm no other test has, its name beginning with this. */
    public static RealmBuilder unique(String prefix) {
        return named(prefix + "-" + UUID.randomUUID().toString().substring(0, 8));
    }

    /** With a public client for browser sign-ins and the password grant. */
    public RealmBuilder publicClient(String clientId, String redirectUri) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(clientId);
        client.setEnabled(true);
        client.setPublicClient(true);
        client.setStandardFlowEnabled(true);
        client.setDirectAccessGrantsEnabled(true);
        client.setRedirectUris(List.of(redirectUri));
        client.setWebOrigins(List.of("+"));
        realm.getClients().add(client);
        return this;
    }

    /** With this user. */
    public RealmBuilder user(UserBuilder user) {
        realm.getUsers().add(user.build());
        return this;
    }

    /** With whatever else a test wants of it. */
    public RealmBuilder with(Consumer<RealmRepresentation> change) {
        change.accept(realm);
        return this;
    }

    private static MultivaluedHashMap<String, ComponentExportRepresentation> keys() {
        MultivaluedHashMap<String, ComponentExportRepresentation> components = new MultivaluedHashMap<>();
        RealmKeys.next()
                .forEach(key -> components.add(
                        RealmKeys.COMPONENTS, JSON.convertValue(key, ComponentExportRepresentation.class)));
        return components;
    }

    /** Creates it. */
    public TestRealm create(KeycloakServer server) {
        server.adminClient().realms().create(realm);
        server.adminClient().tokenManager().grantToken();
        return new TestRealm(server, realm.getRealm());
    }
}
