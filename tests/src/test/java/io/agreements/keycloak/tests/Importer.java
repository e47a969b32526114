package io.agreements.keycloak.tests;

import io.agreements.keycloak.testing.server.KeycloakServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Asks a server to read the agreement files of a realm again. */
final class Importer {

    private Importer() {}

    /** As the administrator of the server; fails unless it goes well. */
    static String run(Pop800 pop800) {
        KeycloakServer server = pop800.realm().server();
        HttpResponse<String> response =
                run(pop800, server.adminClient().tokenManager().getAccessTokenString());
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    /** @param accessToken null for nobody */
    static HttpResponse<String> run(Pop800 pop800, String accessToken) {
        String url = pop800.realm().server().url() + "/admin/realms/"
                + pop800.realm().name() + "/agreements/import";
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).POST(HttpRequest.BodyPublishers.noBody());
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
}
