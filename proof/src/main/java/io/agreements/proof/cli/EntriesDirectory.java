package io.agreements.proof.cli;

import io.agreements.proof.ledger.KeptEntries;
import io.agreements.proof.ledger.UnreadableException;
import io.agreements.proof.log.Entry;
import io.agreements.proof.log.EntryBundle;
import io.agreements.proof.log.TilePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Bundles of entries as {@code docs/log.md} has them copied: a file for each, and a directory for one that is not full. */
final class EntriesDirectory implements KeptEntries {

    private static final String ROOT = "tile/entries/";
    private static final int ENTRY_BYTES = Short.BYTES + Entry.LENGTH;

    private final Path directory;

    private EntriesDirectory(Path directory) {
        this.directory = directory;
    }

    static EntriesDirectory of(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new UnreadableException("There is no directory " + directory);
        }
        return new EntriesDirectory(directory);
    }

    @Override
    public Optional<EntryBundle> read(TilePath path) {
        TilePath full = new TilePath(TilePath.ENTRIES, path.index(), TilePath.FULL);
        Path file = directory.resolve(full.toString().substring(ROOT.length()));
        try {
            Optional<Path> found = Files.isRegularFile(file) ? Optional.of(file) : widest(Path.of(file + ".p"));
            return found.isPresent() ? parse(path, Files.readAllBytes(found.get())) : Optional.empty();
        } catch (IOException e) {
            throw new UnreadableException("Kept entries cannot be read: " + e.getMessage(), e);
        }
    }

    private static Optional<Path> widest(Path parts) throws IOException {
        if (!Files.isDirectory(parts)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(parts)) {
            return files.filter(file -> file.getFileName().toString().matches("[1-9]\\d{0,2}"))
                    .max(Comparator.comparingInt(
                            file -> Integer.parseInt(file.getFileName().toString())));
        }
    }

    private static Optional<EntryBundle> parse(TilePath path, byte[] bytes) {
        int width = Math.min(path.width(), bytes.length / ENTRY_BYTES);
        return width == 0
                ? Optional.empty()
                : Optional.of(EntryBundle.parse(
                        new TilePath(TilePath.ENTRIES, path.index(), width),
                        Arrays.copyOf(bytes, width * ENTRY_BYTES)));
    }
}
