package io.agreements.keycloak.testing.server.running;

import io.agreements.keycloak.testing.server.KeycloakServer;

/** Nodes that start together on the database of a server. */
public final class StartingNodes {

    private StartingNodes() {}

    /** Has a server do at once as often what each of them does once the tables are there. */
    public static void start(KeycloakServer server, int nodes) {
        InsideServer.set(server, "testing-start", String.valueOf(nodes));
    }
}
