package io.agreements.keycloak.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agreements.keycloak.testing.http.BoundedHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * What anybody gets from the public addresses of a realm's agreements.
 *
 * @param base address of the list
 */
record PublicRest(String base) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static PublicRest of(Pop800 pop800) {
        return new PublicRest(pop800.realm().url() + "/agreements");
    }

    /** @param headers names and values in turn */
    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return BoundedHttp.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> getJson(String path) {
        return get(path, "Accept", "application/json", "Accept-Language", "en");
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
