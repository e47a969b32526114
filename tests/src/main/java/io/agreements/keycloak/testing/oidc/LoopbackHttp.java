package io.agreements.keycloak.testing.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agreements.keycloak.testing.http.BoundedHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;

/** Sends forms to servers on this machine, and to no others. */
final class LoopbackHttp {
    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final ObjectMapper JSON = new ObjectMapper();

    private LoopbackHttp() {}

    static TokenResponse post(String url, Map<String, String> form) {
        HttpRequest.Builder request = HttpRequest.newBuilder(onLoopback(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(FormParameters.encode(form)));
        HttpResponse<String> response = BoundedHttp.send(request, HttpResponse.BodyHandlers.ofString());
        try {
            return new TokenResponse(response.statusCode(), json(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }

    private static URI onLoopback(String url) {
        URI uri = URI.create(url);
        if (!HOSTS.contains(uri.getHost())) {
            throw new IllegalArgumentException("Tests talk to this machine only, not to " + url);
        }
        return uri;
    }
}
