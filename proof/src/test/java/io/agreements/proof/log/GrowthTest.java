package io.agreements.proof.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.proof.merkle.Hash;
import io.agreements.proof.merkle.MerkleTree;
import io.agreements.proof.merkle.RecursiveTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class GrowthTest {

    private final Random random = new Random(14);
    private final StoredTiles stored = new StoredTiles();
    private final List<Entry> entries = new ArrayList<>();

    @Test
    void aLogThatGrowsInStepsHasTheTreeOfAllItsEntries() {
        for (int step : new int[] {1, 1, 253, 1, 1, 255, 700, 3, 2000, 1, 40, 513}) {
            Growth growth = append(step);

            assertThat(growth.size()).isEqualTo(entries.size());
            assertThat(growth.root())
                    .isEqualTo(definition(entries.size()).root())
                    .isEqualTo(tree(entries.size()).root());
            assertThat(bundled()).isEqualTo(entries);
        }
    }

    @Test
    void everyEarlierSizeStillHasItsTreeAndProofs() {
        append(300);
        append(70_000 - 300);
        for (int size : new int[] {1, 2, 255, 256, 257, 511, 512, 1000, 4096, 5001}) {
            MerkleTree tree = tree(size);
            int index = random.nextInt(size);

            assertThat(tree.root()).isEqualTo(definition(size).root());
            assertThat(tree.inclusion(index).hashes())
                    .isEqualTo(definition(size).path(index));
            assertThat(tree(70_000)
                            .consistency(size)
                            .proves(tree.root(), tree(70_000).root()))
                    .isTrue();
        }
    }

    /** The example of C2SP tlog-tiles. */
    @Test
    void seventyThousandEntriesHaveTheTilesThatTheFormatSays() {
        Growth growth = append(70_000);

        assertThat(growth.tiles().stream().map(Tile::path).filter(path -> path.level() == 0 && path.isFull()))
                .hasSize(273);
        assertThat(growth.tiles().stream().map(Tile::path).filter(path -> path.level() > 0 || !path.isFull()))
                .extracting(TilePath::toString)
                .containsExactly("tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1");
        assertThat(growth.bundles())
                .hasSize(274)
                .last()
                .extracting(bundle -> bundle.path().toString())
                .isEqualTo("tile/entries/273.p/112");
        assertThat(stored.count()).isEqualTo(274 + 2 + 1 + 274);
    }

    @Test
    void twoHundredAndFiftySixEntriesFillATileAndBeginTheNextLevel() {
        append(255);

        assertThat(append(1).tiles())
                .extracting(tile -> tile.path().toString())
                .containsExactly("tile/0/000", "tile/1/000.p/1");
        assertThat(append(1).tiles()).extracting(tile -> tile.path().toString()).containsExactly("tile/0/001.p/1");
    }

    @Test
    void nothingMoreChangesNothing() {
        append(300);
        Growth growth = append(0);

        assertThat(growth.tiles()).isEmpty();
        assertThat(growth.bundles()).isEmpty();
        assertThat(growth.root()).isEqualTo(definition(300).root());
        assertThat(Growth.of(0, new StoredTiles(), List.of()).root()).isEqualTo(Hash.OF_NOTHING);
    }

    private Growth append(int count) {
        List<Entry> more = IntStream.range(0, count)
                .mapToObj(number -> {
                    byte[] entry = new byte[Entry.LENGTH];
                    random.nextBytes(entry);
                    return Entry.of(entry);
                })
                .toList();
        entries.addAll(more);
        return stored.append(more);
    }

    private MerkleTree tree(long size) {
        return new MerkleTree(size, new TileHashes(size, stored));
    }

    private RecursiveTree definition(int size) {
        return new RecursiveTree(
                entries.subList(0, size).stream().map(Entry::bytes).toList());
    }

    private List<Entry> bundled() {
        List<Entry> all = new ArrayList<>();
        for (long index = 0; index * TilePath.FULL < stored.size(); index++) {
            TilePath path = TilePath.at(TilePath.ENTRIES, index, stored.size());
            all.addAll(
                    EntryBundle.parse(path, stored.read(List.of(path)).get(0)).entries());
        }
        return all;
    }
}
