package io.agreements.proof.ledger.export;

import io.agreements.proof.MalformedException;
import io.agreements.proof.ledger.UnreadableException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Lines of a file, none longer than an export may have them. */
public final class Lines implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final InputStream stream;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;

    private Lines(InputStream stream) {
        this.stream = stream;
    }

    static Lines open(Opener opener) {
        try {
            return new Lines(unpacked(new BufferedInputStream(opener.open(), BUFFER)));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Whatever it is packed in. */
    private static InputStream unpacked(BufferedInputStream stream) throws IOException {
        stream.mark(2);
        int first = stream.read();
        int second = stream.read();
        stream.reset();
        if (first == 0x1f && second == 0x8b) {
            return new GZIPInputStream(stream, BUFFER);
        }
        if (first == 'P' && second == 'K') {
            ZipInputStream zip = new ZipInputStream(stream);
            ZipEntry entry = zip.getNextEntry();
            if (entry == null) {
                throw new MalformedException("The ZIP has no file");
            }
            return zip;
        }
        return stream;
    }

    /** The next one without its end; null if there is none. */
    byte[] next() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, from, end - from);
            if (line.size() > ExportFormat.LONGEST_LINE) {
                throw new MalformedException("A line of the export is too long");
            }
            if (end < to) {
                from = end + 1;
                return line.toByteArray();
            }
            if (!fill()) {
                if (line.size() > 0) {
                    throw new MalformedException("The export is not whole");
                }
                return null;
            }
        }
    }

    private boolean fill() {
        try {
            from = 0;
            to = Math.max(0, stream.read(buffer));
            return to > 0;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static UnreadableException unreadable(IOException e) {
        return new UnreadableException("The export cannot be read: " + e.getMessage(), e);
    }

    /** A file. */
    public static Opener of(Path file) {
        return () -> Files.newInputStream(file);
    }

    /** Opens the file, from its beginning. */
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }
}
