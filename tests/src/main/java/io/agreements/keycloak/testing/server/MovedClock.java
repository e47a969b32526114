package io.agreements.keycloak.testing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A server's time ahead of the machine's, until it is closed. Whoever else uses the server meanwhile is ahead too. */
public final class MovedClock implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final KeycloakServer server;

    private MovedClock(KeycloakServer server) {
        this.server = server;
    }

    /** The clock of a server, not moved yet. */
    public static MovedClock of(KeycloakServer server) {
        return new MovedClock(server);
    }

    /** Takes the server's time that far ahead of the machine's, wherever it was. */
    public void ahead(Duration offset) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/realms/master/testing-clock"))
                .header("Content-Type", "text/plain")
                .PUT(HttpRequest.BodyPublishers.ofString(String.valueOf(offset.toSeconds())))
                .build();
        try {
            int status =
                    HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 204) {
                throw new IllegalStateException("The clock could not be moved: " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        ahead(Duration.ZERO);
    }
}
