package io.agreements.keycloak.tests;

import io.agreements.keycloak.testing.http.BoundedHttp;
import io.agreements.keycloak.testing.server.KeycloakServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Calls of the admin REST interface that send or get something else than JSON. */
final class AdminBytes {

    private AdminBytes() {}

    /**
     * @param path below {@code /admin/realms}
     * @param accessToken null for nobody
     */
    static HttpResponse<byte[]> get(KeycloakServer server, String path, String accessToken) {
        return send(request(server, path, accessToken).GET());
    }

    /**
     * @param path below {@code /admin/realms}
     * @param contentType null to send none
     * @param accessToken null for nobody
     */
    static HttpResponse<byte[]> post(
            KeycloakServer server, String path, String contentType, byte[] body, String accessToken) {
        HttpRequest.Builder request =
                request(server, path, accessToken).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return send(contentType == null ? request : request.header("Content-Type", contentType));
    }

    private static HttpRequest.Builder request(KeycloakServer server, String path, String accessToken) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + "/admin/realms" + path));
        return accessToken == null ? request : request.header("Authorization", "Bearer " + accessToken);
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        return BoundedHttp.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
