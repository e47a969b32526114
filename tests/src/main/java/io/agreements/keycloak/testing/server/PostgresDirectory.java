package io.agreements.keycloak.testing.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The data of a PostgreSQL server, kept from start to start. */
final class PostgresDirectory {
    private static final long STOPPED_WITHIN_SECONDS = 30;

    private final Path data;

    PostgresDirectory(Path data) {
        this.data = data;
    }

    /** Starts a server with these settings on a free port, in place of one that a killed program left behind. */
    EmbeddedPostgres start(Map<String, String> settings) throws IOException {
        stopLeftover();
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
        settings.forEach(builder::setServerConfig);
        return builder.start();
    }

    private void stopLeftover() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
            ProcessHandle.of(pid).filter(this::servesThisDirectory).ifPresent(PostgresDirectory::stop);
        }
    }

    private boolean servesThisDirectory(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains(data.toString()))
                .isPresent();
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(STOPPED_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("PostgreSQL of an earlier run does not stop: process " + process.pid(), e);
        }
    }
}
