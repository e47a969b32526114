package io.agreements.proof.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.proof.UnverifiedException;
import io.agreements.proof.merkle.Hash;
import io.agreements.proof.merkle.MerkleTree;
import io.agreements.proof.note.KeyType;
import io.agreements.proof.note.SignedNote;
import io.agreements.proof.note.Signer;
import io.agreements.proof.note.TestKeys;
import io.agreements.proof.note.VerifierKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Go's {@code sumdb/note} and {@code sumdb/tlog}, which this project did not write, find the same. */
@Tag("long")
final class GoTest {

    private static final Path PROGRAM = Path.of("src/test/go/check.go").toAbsolutePath();
    private static final Path CACHE = Path.of("target/go-cache").toAbsolutePath();
    private static final String ORIGIN = "log.example/realms/shop";
    private static final List<Integer> SIZES = List.of(1, 2, 255, 256, 257, 511, 512, 4000, 66_000);

    private final Random random = new Random(2019);
    private final Signer log = TestKeys.signer(ORIGIN, KeyType.NOTE, 1);
    private final Signer witness = TestKeys.signer("witness.example/w1", KeyType.COSIGNATURE, 2);
    private final StoredTiles tiles = new StoredTiles();

    @TempDir
    private Path directory;

    @Test
    void goVerifiesWhatIsMadeHereAndIsVerifiedHere() throws Exception {
        writeLog(SIZES);

        assertThat(check())
                .isEqualTo("%d checkpoints, %d entries, %d inclusion proofs, %d consistency proofs"
                        .formatted(
                                SIZES.size(),
                                SIZES.stream().mapToInt(Integer::intValue).sum(),
                                count("proofs"),
                                count("consistency")));
        assertGoesNoteIsVerified();
    }

    @ParameterizedTest
    @CsvSource({
        "vkeys, 30",
        "checkpoints/300, 30",
        "tile/0/000, 100",
        "tile/0/001.p/44, 0",
        "tile/1/000.p/1, 0",
        "tile/entries/000, 2",
        "consistency/5-300, 10"
    })
    void goRefusesWhatWasChanged(String file, int at) throws Exception {
        writeLog(List.of(5, 300));
        assertThat(check()).startsWith("2 checkpoints, 305 entries");
        byte[] bytes = Files.readAllBytes(directory.resolve(file));
        bytes[at] = (byte) (bytes[at] == 'A' ? 'B' : 'A');
        Files.write(directory.resolve(file), bytes);

        assertThat(check()).doesNotContain("checkpoints");
    }

    private void writeLog(List<Integer> sizes) throws IOException {
        write("vkeys", log.key() + "\n" + witness.key() + "\n");
        long before = 0;
        for (int size : sizes) {
            Growth growth = tiles.append(entries(size - (int) before));
            writeTiles(growth);
            MerkleTree tree = new MerkleTree(size, new TileHashes(size, tiles));
            SignedNote checkpoint = SignedNote.sign(
                    new Checkpoint(ORIGIN, size, growth.root()).text(), Instant.ofEpochSecond(size), log, witness);
            write("checkpoints/" + size, checkpoint.toString());
            for (int index : some(size)) {
                write(
                        "proofs/%d-%d.tlog-proof".formatted(size, index),
                        new LogProof(index, tree.inclusion(index).hashes(), checkpoint).toString());
            }
            for (int earlier : sizes) {
                if (earlier < size) {
                    write(
                            "consistency/%d-%d".formatted(earlier, size),
                            base64(tree.consistency(earlier).hashes()));
                }
            }
            before = size;
        }
    }

    private void writeTiles(Growth growth) throws IOException {
        for (Tile tile : growth.tiles()) {
            write(tile.path().toString(), tile.bytes());
        }
        for (EntryBundle bundle : growth.bundles()) {
            write(bundle.path().toString(), bundle.bytes());
        }
    }

    private void assertGoesNoteIsVerified() throws IOException, UnverifiedException {
        VerifierKey key = VerifierKey.parse(Files.readString(directory.resolve("go/vkey")));
        SignedNote note = SignedNote.parse(Files.readAllBytes(directory.resolve("go/note")));

        assertThat(note.text()).isEqualTo("Made\n\nby Go.\n");
        assertThat(note.verify(List.of(key))).hasSize(1);
        assertThat(note).hasToString(Files.readString(directory.resolve("go/note")));
    }

    private int count(String name) {
        return directory.resolve(name).toFile().list().length;
    }

    /** What Go says: what it checked, or what is wrong. */
    private String check() throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        ProcessBuilder builder = new ProcessBuilder("go", "run", PROGRAM.toString(), directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("GO111MODULE", "off");
        builder.environment().put("GOPATH", System.getenv().getOrDefault("GOPATH", "/usr/share/gocode"));
        builder.environment().put("GOCACHE", CACHE.toString());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("Go ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(output).trim();
        assertThat(process.exitValue() == 0).as(said).isEqualTo(said.contains("checkpoints"));
        return said;
    }

    private List<Entry> entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    byte[] entry = new byte[Entry.LENGTH];
                    random.nextBytes(entry);
                    return Entry.of(entry);
                })
                .toList();
    }

    private int[] some(int size) {
        return IntStream.concat(IntStream.of(0, size - 1), random.ints(5, 0, size))
                .distinct()
                .toArray();
    }

    private static String base64(List<Hash> hashes) {
        return hashes.stream().map(hash -> hash.base64() + "\n").collect(Collectors.joining());
    }

    private void write(String name, String content) throws IOException {
        write(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String name, byte[] content) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
