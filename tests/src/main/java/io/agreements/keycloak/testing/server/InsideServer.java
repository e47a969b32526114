package io.agreements.keycloak.testing.server;

import io.agreements.keycloak.testing.http.BoundedHttp;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What the harness does inside a server, through the jar that it puts there. */
final class InsideServer {
    private InsideServer() {}

    /** @param what the id of a resource in that jar */
    static void set(KeycloakServer server, String what, String value) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + "/realms/master/" + what))
                .header("Content-Type", "text/plain")
                .PUT(HttpRequest.BodyPublishers.ofString(value));
        int status = BoundedHttp.send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
        if (status != 204) {
            throw new IllegalStateException(what + " could not be set to " + value + ": " + status);
        }
    }
}
