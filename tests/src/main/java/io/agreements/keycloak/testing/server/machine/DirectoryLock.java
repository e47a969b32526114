package io.agreements.keycloak.testing.server.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A directory that one JVM has for itself, until this is closed. */
public final class DirectoryLock implements AutoCloseable {
    private static final Duration FREE_WITHIN = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(200);

    private final FileChannel file;

    private DirectoryLock(FileChannel file) {
        this.file = file;
    }

    /** Takes the directory, which is made if it is not there, waiting for whoever has it. */
    public static DirectoryLock on(Path directory) {
        try {
            Files.createDirectories(directory);
            FileChannel file =
                    FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            await(file, directory);
            return new DirectoryLock(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(FileChannel file, Path directory) throws IOException {
        if (file.tryLock() != null) {
            return;
        }
        Progress.say("Waiting for others to be done with " + directory);
        long deadline = System.nanoTime() + FREE_WITHIN.toNanos();
        while (file.tryLock() == null) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Others are not done with " + directory + " after " + FREE_WITHIN);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }
}
