package io.agreements.keycloak.testing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The harness's directory under {@code target}: what lasts from run to run, and one directory for each server. */
final class WorkDirectory implements AutoCloseable {
    private static final Duration FREE_WITHIN = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Path root;
    private final FileChannel lockFile;
    private int runs;

    private WorkDirectory(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /** Takes the directory for this JVM alone, waiting for another test run to end, and clears what that one left. */
    static WorkDirectory open(Path root) {
        try {
            Files.createDirectories(root);
            FileChannel lockFile =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock(lockFile, root);
            clear(root.resolve("runs"));
            return new WorkDirectory(root, lockFile);
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
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void lock(FileChannel lockFile, Path root) throws IOException {
        if (lockFile.tryLock() != null) {
            return;
        }
        Progress.say("Another test run is using " + root + ": waiting for it to end");
        long deadline = System.nanoTime() + FREE_WITHIN.toNanos();
        while (lockFile.tryLock() == null) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Another test run is using " + root + " for " + FREE_WITHIN);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
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
