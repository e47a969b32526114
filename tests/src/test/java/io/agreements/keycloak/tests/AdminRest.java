package io.agreements.keycloak.tests;

import io.agreements.keycloak.testing.http.BoundedHttp;
import io.agreements.keycloak.testing.server.KeycloakServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Calls of the admin REST interface that the admin client has no method for. */
final class AdminRest {

    private AdminRest() {}

    /** As the administrator of the server. */
    static HttpResponse<String> post(KeycloakServer server, String path, String json) {
        return post(server, path, json, administratorToken(server));
    }

    /**
     * @param path below {@code /admin/realms}
     * @param accessToken null for nobody
     */
    static HttpResponse<String> post(KeycloakServer server, String path, String json, String accessToken) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + "/admin/realms" + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (accessToken != null) {
            request.header("Authorization", "Bearer " + accessToken);
        }
        return BoundedHttp.send(request, HttpResponse.BodyHandlers.ofString());
    }

    static String administratorToken(KeycloakServer server) {
        return server.adminClient().tokenManager().getAccessTokenString();
    }
}
