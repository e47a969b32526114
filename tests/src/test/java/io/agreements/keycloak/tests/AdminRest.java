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
        return send(request(server, path, accessToken)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /**
     * Sends no body, and so no type of one, as {@code kcadm.sh create} does.
     *
     * @param path below {@code /admin/realms}
     * @param accessToken null for nobody
     */
    static HttpResponse<String> postNothing(KeycloakServer server, String path, String accessToken) {
        return send(request(server, path, accessToken)
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    private static HttpRequest.Builder request(KeycloakServer server, String path, String accessToken) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + "/admin/realms" + path));
        return accessToken == null ? request : request.header("Authorization", "Bearer " + accessToken);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        return BoundedHttp.send(request, HttpResponse.BodyHandlers.ofString());
    }

    static String administratorToken(KeycloakServer server) {
        return server.adminClient().tokenManager().getAccessTokenString();
    }
}
