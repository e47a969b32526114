package io.agreements.keycloak.tests;

import io.agreements.keycloak.testing.server.KeycloakServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
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
        try {
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String administratorToken(KeycloakServer server) {
        return server.adminClient().tokenManager().getAccessTokenString();
    }
}
