package io.agreements.keycloak.bench.load;

import io.agreements.keycloak.testing.server.KeycloakServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/** What the harness leaves of the one server that runs. */
final class ServerFiles {
    private ServerFiles() {}

    /** Its JVM: the newest that this one has started. */
    static ProcessHandle processOf() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info()
                        .command()
                        .filter(command -> command.endsWith("/java"))
                        .isPresent())
                .max(Comparator.comparing(
                        process -> process.info().startInstant().orElse(Instant.EPOCH)))
                .orElseThrow(() -> new IllegalStateException("No process of a server is found"));
    }

    /** What it logs: the newest of the logs, one of which is begun at each start. */
    static Path logOf(KeycloakServer server) {
        try (Stream<Path> files = Files.list(server.agreements().getParent())) {
            return files.filter(file -> file.getFileName().toString().matches("server.*\\.log"))
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .orElseThrow(() -> new IllegalStateException("No log of the server is found"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
