package io.agreements.keycloak.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agreements.keycloak.testing.http.BoundedHttp;
import io.agreements.keycloak.testing.oidc.OidcClient;
import io.agreements.keycloak.testing.realm.TestRealm;
import io.agreements.keycloak.testing.realm.UserBuilder;
import io.agreements.keycloak.testing.server.KeycloakServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.keycloak.admin.client.resource.RealmResource;

/**
 * The admin REST interface for the agreements of one realm, as one administrator calls it.
 *
 * @param accessToken null for nobody
 * @param language what the administrator's browser asks for; null for nothing
 */
record AdminApi(TestRealm realm, String accessToken, String language) {

    private static final ObjectMapper JSON = new ObjectMapper();

    AdminApi(TestRealm realm, String accessToken) {
        this(realm, accessToken, null);
    }

    /** The same administrator with a browser in that language. */
    AdminApi reading(String other) {
        return new AdminApi(realm, accessToken, other);
    }

    /** As the administrator of the server, who may do everything. */
    static AdminApi of(Pop800 pop800) {
        return new AdminApi(
                pop800.realm(), AdminRest.administratorToken(pop800.realm().server()));
    }

    static AdminApi ofNobody(Pop800 pop800) {
        return new AdminApi(pop800.realm(), null);
    }

    /** As an administrator of the server's first realm who has only these roles in the realm of the test. */
    static AdminApi ofAdministratorWith(Pop800 pop800, String... roles) {
        TestRealm realm = pop800.realm();
        KeycloakServer server = realm.server();
        server.adminClient().tokenManager().grantToken();
        TestRealm master = new TestRealm(server, "master");
        String name = "admin-" + UUID.randomUUID();
        String userId =
                master.createUser(UserBuilder.named(name)).toRepresentation().getId();
        RealmResource admin = master.admin();
        String management =
                admin.clients().findByClientId(realm.name() + "-realm").get(0).getId();
        admin.users()
                .get(userId)
                .roles()
                .clientLevel(management)
                .add(List.of(roles).stream()
                        .map(role -> admin.clients()
                                .get(management)
                                .roles()
                                .get(role)
                                .toRepresentation())
                        .toList());
        return new AdminApi(
                realm,
                OidcClient.of(server, "master", "admin-cli", "")
                        .password(name, name)
                        .accessToken());
    }

    /** As a user of the realm itself who has only these of its administrative roles, and is asked for no agreement. */
    static AdminApi ofUserWith(Pop800 pop800, String... roles) {
        String name = "admin-" + UUID.randomUUID() + "@example.org";
        pop800.askForNothing();
        pop800.newUser(name);
        pop800.grant(name, roles);
        return ofUser(pop800, name);
    }

    /** As a user of the realm itself. */
    static AdminApi ofUser(Pop800 pop800, String name) {
        return new AdminApi(
                pop800.realm(),
                pop800.realm()
                        .client("admin-cli", "")
                        .password(name, Pop800.PASSWORD)
                        .accessToken());
    }

    /** The same address as a table. */
    HttpResponse<String> table(String path) {
        return exchange("GET", path, null, "text/csv");
    }

    /** @param path below {@code /admin/realms/{realm}/agreements}, such as {@code /terms} */
    Reply get(String path) {
        return send("GET", path, null);
    }

    /** @param path below {@code /admin/realms/{realm}}: Keycloak's own interface */
    Reply beside(String path) {
        return send("GET", "/.." + path, null);
    }

    Reply post(String path, String json) {
        return send("POST", path, json);
    }

    Reply put(String path, String json) {
        return send("PUT", path, json);
    }

    Reply delete(String path) {
        return send("DELETE", path, null);
    }

    private Reply send(String method, String path, String json) {
        HttpResponse<String> response = exchange(method, path, json, "application/json");
        return new Reply(
                response.statusCode(), response.headers().firstValue("Location").orElse(null), response.body());
    }

    private HttpResponse<String> exchange(String method, String path, String json, String accept) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                .header("Accept", accept)
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        if (language != null) {
            request.header("Accept-Language", language);
        }
        if (accessToken != null) {
            request.header("Authorization", "Bearer " + accessToken);
        }
        return BoundedHttp.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create(realm.server().url() + "/admin/realms/" + realm.name() + "/agreements" + path)
                .normalize();
    }

    /** @param location null if there is none */
    record Reply(int status, String location, String body) {

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(body, e);
            }
        }

        /** Fails unless the call went well. */
        JsonNode successful() {
            if (status >= 300) {
                throw new AssertionError(status + " " + body);
            }
            return json();
        }

        String errorMessage() {
            return json().path("errorMessage").asText();
        }
    }
}
