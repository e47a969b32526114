package io.agreements.keycloak.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agreements.keycloak.testing.http.BoundedHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;

/**
 * The REST interface for a user's own agreements.
 *
 * @param accessToken null for nobody
 */
record MyRest(Pop800 pop800, String accessToken) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param path below {@code /realms/{realm}/agreements/me} */
    Reply get(String path) {
        return send("GET", path, null, Map.of());
    }

    Reply post(String path) {
        return send("POST", path, null, Map.of());
    }

    Reply put(String path, String json) {
        return send("PUT", path, json, Map.of());
    }

    Reply delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    Reply send(String method, String path, String json, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(pop800.realm().url() + "/agreements/me" + path))
                .header("Accept", "application/json")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        if (accessToken != null) {
            request.header("Authorization", "Bearer " + accessToken);
        }
        headers.forEach(request::header);
        HttpResponse<String> response = BoundedHttp.send(request, HttpResponse.BodyHandlers.ofString());
        return new Reply(response.statusCode(), response.headers(), response.body());
    }

    /** The answer as bytes, whatever it is. */
    HttpResponse<byte[]> download(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(pop800.realm().url() + "/agreements/me" + path))
                .header("Accept-Language", "en");
        if (accessToken != null) {
            request.header("Authorization", "Bearer " + accessToken);
        }
        return BoundedHttp.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    record Reply(int status, HttpHeaders headers, String body) {

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(body, e);
            }
        }

        /** @return null if there is none */
        String header(String name) {
            return headers.firstValue(name).orElse(null);
        }
    }
}
