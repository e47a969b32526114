package io.agreements.keycloak.bench.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agreements.keycloak.testing.http.BoundedHttp;
import io.agreements.keycloak.testing.server.KeycloakServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What the server answers beside the load. */
public final class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    /** A request of the administrator of the server for JSON. */
    public static HttpRequest.Builder asAdministrator(KeycloakServer server, URI address) {
        return HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .header(
                        "Authorization",
                        "Bearer " + server.adminClient().tokenManager().getAccessTokenString());
    }

    /** The answer, which must be a good one; a missing node where it is empty. */
    public static JsonNode json(HttpRequest.Builder request) {
        HttpResponse<String> response = BoundedHttp.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(response + ": " + response.body());
        }
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(response + ": " + response.body(), e);
        }
    }
}
