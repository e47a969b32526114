package io.agreements.proof.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.proof.merkle.MerkleTree;
import io.agreements.proof.note.KeyType;
import io.agreements.proof.note.SignedNote;
import io.agreements.proof.note.Signer;
import io.agreements.proof.note.TestKeys;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What others keep can be read for ever, so what is written never changes. */
final class GoldenTest {

    private static final Signer LOG = TestKeys.signer("log.example/realms/shop", KeyType.NOTE, 1);
    private static final Signer WITNESS = TestKeys.signer("witness.example/w1", KeyType.COSIGNATURE, 2);

    @ParameterizedTest
    @MethodSource("files")
    void whatIsWrittenIsWhatWasEverWritten(String name) throws IOException {
        assertThat(made().get(name)).isEqualTo(resource(name));
    }

    @Test
    void whatWasEverWrittenStillProves() throws Exception {
        Witnessed witnessed =
                LogProof.parse(resource("270.tlog-proof")).verify(entry(270), Policy.parse(resource("policy")));

        assertThat(witnessed.checkpoint())
                .isEqualTo(Checkpoint.parse(
                        SignedNote.parse(resource("checkpoint")).text()));
        assertThat(witnessed.witnesses()).isEqualTo(Map.of("W1", Instant.parse("2026-11-29T12:00:00Z")));
    }

    static List<String> files() {
        return List.copyOf(made().keySet());
    }

    static Map<String, byte[]> made() {
        StoredTiles tiles = new StoredTiles();
        Growth growth =
                tiles.append(IntStream.range(0, 300).mapToObj(GoldenTest::entry).toList());
        MerkleTree tree = new MerkleTree(growth.size(), new TileHashes(growth.size(), tiles));
        SignedNote checkpoint = SignedNote.sign(
                new Checkpoint(LOG.key().name(), growth.size(), growth.root()).text(),
                Instant.parse("2026-11-29T12:00:00Z"),
                LOG,
                WITNESS);
        Policy policy = new Policy(
                List.of(new Policy.Log(LOG.key(), Optional.of("https://log.example/realms/shop"))),
                List.of(new Policy.Witness("W1", WITNESS.key(), Optional.empty())),
                List.of(new Policy.Group("all-of-them", 1, List.of("W1"))),
                "all-of-them");
        Map<String, byte[]> made = new TreeMap<>(Map.of(
                "vkeys", bytes(LOG.key() + "\n" + WITNESS.key() + "\n"),
                "checkpoint", bytes(checkpoint.toString()),
                "policy", bytes(policy.toString()),
                "270.tlog-proof", bytes(new LogProof(270, tree.inclusion(270).hashes(), checkpoint).toString()),
                "add-checkpoint",
                        bytes(new AddCheckpoint(256, tree.consistency(256).hashes(), checkpoint).toString())));
        growth.tiles().stream()
                .filter(tile -> !tile.path().isFull())
                .forEach(tile -> made.put(tile.path().toString(), tile.bytes()));
        growth.bundles().stream()
                .filter(bundle -> !bundle.path().isFull())
                .forEach(bundle -> made.put(bundle.path().toString(), bundle.bytes()));
        return made;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = GoldenTest.class.getResourceAsStream("/golden/" + name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Entry entry(int number) {
        byte[] bytes = new byte[Entry.LENGTH];
        bytes[0] = (byte) number;
        bytes[1] = (byte) (number >> 8);
        return Entry.of(bytes);
    }
}
