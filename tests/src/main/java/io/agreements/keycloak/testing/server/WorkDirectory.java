package io.agreements.keycloak.testing.server;

import io.agreements.keycloak.testing.server.machine.DirectoryLock;
import io.agreements.keycloak.testing.server.machine.FileTrees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The harness's directory under {@code target}: what lasts from run to run, and one directory for each server. */
final class WorkDirectory implements AutoCloseable {
    private final Path root;
    private final DirectoryLock lock;
    private int runs;

    private WorkDirectory(Path root, DirectoryLock lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Takes the directory for this JVM alone, waiting for another test run to end, and clears what that one left. */
    static WorkDirectory open(Path root) {
        try {
            DirectoryLock lock = DirectoryLock.on(root);
            clear(root.resolve("runs"));
            return new WorkDirectory(root, lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A directory that outlives the run. */
    Path directory(String name) {
        return create(root.resolve(name));
    }

    /** An empty directory for one server, kept until the next run. */
    synchronized Path newRunDirectory() {
        return create(root.resolve("runs").resolve(String.valueOf(++runs)));
    }

    @Override
    public void close() {
        lock.close();
    }

    private static void clear(Path runs) throws IOException {
        if (Files.exists(runs)) {
            ServerProcess.stopLeftovers(runs);
            FileTrees.delete(runs);
        }
    }

    private static Path create(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
