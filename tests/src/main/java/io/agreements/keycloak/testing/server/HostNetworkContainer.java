package io.agreements.keycloak.testing.server;

import dasniko.testcontainers.keycloak.ExtendableKeycloakContainer;
import java.time.Duration;
import java.util.List;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * Keycloak in a container that shares the network of this machine: it reaches the database, the mailbox and the clients of a
 * test where they are, and is reached at a port of its own.
 */
final class HostNetworkContainer extends ExtendableKeycloakContainer<HostNetworkContainer> {
    private static final String HOST = "localhost";

    HostNetworkContainer(String image, int port, int managementPort, Duration readyWithin) {
        super(image);
        // What it listens on is not mapped to anything.
        setExposedPorts(List.of());
        withNetworkMode("host");
        withProductionMode();
        withEnabledMetrics();
        withEnv("KC_HTTP_PORT", String.valueOf(port));
        withEnv("KC_HTTP_MANAGEMENT_PORT", String.valueOf(managementPort));
        waitingFor(Wait.forHttp("/health/ready").forPort(managementPort).withStartupTimeout(readyWithin));
    }

    @Override
    public String getHost() {
        return HOST;
    }

    @Override
    public Integer getMappedPort(int port) {
        return port;
    }
}
