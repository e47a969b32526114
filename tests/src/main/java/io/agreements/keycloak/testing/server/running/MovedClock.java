package io.agreements.keycloak.testing.server.running;

import io.agreements.keycloak.testing.server.KeycloakServer;
import java.time.Duration;

/** A server's time ahead of the machine's, until it is closed. Whoever else uses the server meanwhile is ahead too. */
public final class MovedClock implements AutoCloseable {

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
        InsideServer.set(server, "testing-clock", String.valueOf(offset.toSeconds()));
    }

    @Override
    public void close() {
        ahead(Duration.ZERO);
    }
}
