package io.agreements.keycloak.conduct.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * The server's own list, which counts in every realm. It is read when the server starts, and again when the file is another
 * one; as long as a new one cannot be read, the old one stays.
 */
public final class WordFile {

    private static final Logger LOG = Logger.getLogger(WordFile.class);
    private static final Duration TRUSTED = Duration.ofSeconds(10);

    private final Path file;
    private final Clock clock;

    private volatile Read read;

    /**
     * @param file where it is
     * @throws IllegalArgumentException if it cannot be read, with what is wrong in words for an operator
     */
    public WordFile(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
        try {
            this.read = read();
        } catch (IOException e) {
            throw new IllegalArgumentException("The list of prohibited words " + file + " cannot be read.", e);
        }
    }

    public WordList list() {
        Read known = read;
        if (Duration.between(known.lookedAt(), clock.instant()).abs().compareTo(TRUSTED) < 0) {
            return known.list();
        }
        return lookAgain();
    }

    private synchronized WordList lookAgain() {
        try {
            boolean same = Files.getLastModifiedTime(file).equals(read.modified()) && Files.size(file) == read.size();
            read = same ? new Read(read.list(), read.modified(), read.size(), clock.instant()) : read();
        } catch (IOException | IllegalArgumentException e) {
            LOG.errorf("The list of prohibited words %s cannot be read; the one read before counts: %s", file, e);
            read = new Read(read.list(), read.modified(), read.size(), clock.instant());
        }
        return read.list();
    }

    private Read read() throws IOException {
        FileTime modified = Files.getLastModifiedTime(file);
        byte[] content = Files.readAllBytes(file);
        return new Read(WordListReader.read(content), modified, content.length, clock.instant());
    }

    private record Read(WordList list, FileTime modified, long size, Instant lookedAt) {}
}
