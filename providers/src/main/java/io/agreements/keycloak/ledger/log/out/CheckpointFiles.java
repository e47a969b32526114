package io.agreements.keycloak.ledger.log.out;

import io.agreements.keycloak.ledger.log.LogAnchors;
import io.agreements.keycloak.ledger.log.store.LogState;
import io.agreements.proof.MalformedException;
import io.agreements.proof.UnverifiedException;
import io.agreements.proof.log.Checkpoint;
import io.agreements.proof.note.SignedNote;
import io.agreements.proof.note.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * Files that checkpoints are appended to, one for each realm: the signed notes one after the other, with an empty line
 * between them. A note that was not written to its end is passed over by whoever reads them.
 */
public final class CheckpointFiles implements LogAnchors {

    /** More than two checkpoints with all their cosignatures. */
    private static final int TAIL = 64 * 1024;

    private static final String BETWEEN = "\n\n";

    private final Path directory;

    /** @param directory null for none */
    public CheckpointFiles(Path directory) {
        this.directory = directory;
    }

    boolean areKept() {
        return directory != null;
    }

    @Override
    public List<Anchor> of(LogState log, List<VerifierKey> keys) {
        if (directory == null) {
            return List.of();
        }
        return last(log, keys).map(last -> new Anchor("The file " + file(log.realmId()), last)).stream()
                .toList();
    }

    /** @throws UncheckedIOException if it cannot be told */
    Optional<Checkpoint> last(LogState log, List<VerifierKey> keys) {
        String[] parts = tail(file(log.realmId())).split(BETWEEN);
        for (int i = parts.length - 1; i > 0; i--) {
            Optional<Checkpoint> checkpoint = read(parts[i - 1] + BETWEEN + parts[i].stripTrailing() + "\n", keys);
            if (checkpoint.isPresent()) {
                return checkpoint.filter(known -> known.origin().equals(log.origin()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Checkpoint> read(String note, List<VerifierKey> keys) {
        try {
            SignedNote signed = SignedNote.parse(note);
            signed.verify(keys);
            return Optional.of(Checkpoint.parse(signed.text()));
        } catch (MalformedException | UnverifiedException e) {
            return Optional.empty();
        }
    }

    private String tail(Path file) {
        try {
            if (!Files.isDirectory(directory)) {
                throw new NotDirectoryException(directory.toString());
            }
            if (!Files.exists(file)) {
                return "";
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                channel.position(Math.max(0, channel.size() - TAIL));
                ByteBuffer bytes = ByteBuffer.allocate(TAIL);
                while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
                return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoints in " + file + " cannot be read", e);
        }
    }

    /** It is on the disk when this comes back. */
    void append(LogState log, String note) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file(log.realmId()), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            // After a note that was not written to its end, a new one begins.
            String separated = (channel.size() == 0 ? "" : "\n") + note;
            ByteBuffer bytes = ByteBuffer.wrap(separated.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private Path file(String realmId) {
        return directory.resolve(URLEncoder.encode(realmId, StandardCharsets.UTF_8) + ".checkpoints");
    }
}
