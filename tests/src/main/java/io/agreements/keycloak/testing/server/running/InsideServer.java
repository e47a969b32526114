package io.agreements.keycloak.testing.server.running;

import io.agreements.keycloak.testing.http.BoundedHttp;
import io.agreements.keycloak.testing.server.KeycloakServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What the harness does inside a server, through the jar that it puts there. */
final class InsideServer {
    private InsideServer() {}

    /** @param what the id of a resource in that jar, or an address below it */
    static void set(KeycloakServer server, String what, String value) {
        HttpRequest.Builder request = request(server, what)
                .header("Content-Type", "text/plain")
                .PUT(HttpRequest.BodyPublishers.ofString(value));
        expect(204, BoundedHttp.send(request, HttpResponse.BodyHandlers.ofString()), what + " = " + value);
    }

    /** @param what as above */
    static String get(KeycloakServer server, String what) {
        return expect(200, BoundedHttp.send(request(server, what), HttpResponse.BodyHandlers.ofString()), what);
    }

    private static HttpRequest.Builder request(KeycloakServer server, String what) {
        return HttpRequest.newBuilder(URI.create(server.url() + "/realms/master/" + what));
    }

    private static String expect(int status, HttpResponse<String> response, String what) {
        if (response.statusCode() != status) {
            throw new IllegalStateException(what + ": " + response.statusCode());
        }
        return response.body();
    }
}
