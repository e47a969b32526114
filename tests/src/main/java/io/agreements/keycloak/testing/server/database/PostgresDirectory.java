package io.agreements.keycloak.testing.server.database;

import io.agreements.keycloak.testing.limit.ProcessTree;
import io.agreements.keycloak.testing.limit.TimeLimit;
import io.agreements.keycloak.testing.server.machine.FileTrees;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The data of a PostgreSQL server, kept from start to start. */
final class PostgresDirectory {
    private static final Duration STARTED_WITHIN = Duration.ofMinutes(2);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(30);

    private final Path data;

    PostgresDirectory(Path data) {
        this.data = data;
    }

    /** Starts a server with these settings on a free port, in place of one that a killed program left behind. */
    EmbeddedPostgres start(Map<String, String> settings) throws IOException {
        return start(settings, OptionalInt.empty());
    }

    /** The same on this port, where one is named. */
    EmbeddedPostgres start(Map<String, String> settings, OptionalInt port) throws IOException {
        stopLeftover();
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
        settings.forEach(builder::setServerConfig);
        port.ifPresent(builder::setPort);
        return builder.setPGStartupWait(STARTED_WITHIN).start();
    }

    /** Stops the server that was started; one that does not stop in time is killed. */
    void stop(EmbeddedPostgres postgres) {
        Optional<ProcessTree> processes = running().map(ProcessTree::new);
        TimeLimit.within(
                STOPPED_WITHIN,
                () -> {
                    try {
                        postgres.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                () -> processes.ifPresent(ProcessTree::kill));
    }

    /** Leaves a copy there, whole or not at all; no server runs on this one meanwhile. */
    void copyTo(Path copy) {
        Path unfinished = copy.resolveSibling(copy.getFileName() + ".unfinished");
        try {
            FileTrees.delete(unfinished);
            FileTrees.delete(copy);
            FileTrees.copy(data, unfinished);
            Files.move(unfinished, copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Becomes a copy of another one; no server runs on either meanwhile. */
    void replaceBy(Path other) {
        try {
            FileTrees.delete(data);
            FileTrees.copy(other, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stopLeftover() {
        running().ifPresent(postgres -> new ProcessTree(postgres).end(STOPPED_WITHIN));
    }

    private Optional<ProcessHandle> running() {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
            return ProcessHandle.of(pid).filter(this::servesThisDirectory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean servesThisDirectory(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains(data.toString()))
                .isPresent();
    }
}
