package io.agreements.proof.log;

import io.agreements.proof.merkle.Frontier;
import io.agreements.proof.merkle.Hash;
import java.util.ArrayList;
import java.util.List;

/**
 * What a log becomes with more entries.
 *
 * @param size how many it has then
 * @param root that of its tree
 * @param tiles those that are new or wider than before
 * @param bundles those that are new or wider than before
 */
public record Growth(long size, Hash root, List<Tile> tiles, List<EntryBundle> bundles) {

    public Growth {
        tiles = List.copyOf(tiles);
        bundles = List.copyOf(bundles);
    }

    /** Appends to a log of this size; of what it has, only its right edge is read, and at once. */
    public static Growth of(long size, TileSource stored, List<Entry> entries) {
        TileSource source = rightEdge(size, stored);
        List<Hash> leaves = entries.stream().map(Entry::leaf).toList();
        Frontier frontier = Frontier.read(size, new TileHashes(size, source)).append(leaves);
        List<Tile> tiles = new ArrayList<>();
        List<Hash> hashes = leaves;
        for (int level = 0; !hashes.isEmpty(); level++) {
            List<Tile> ofLevel = tiles(level, size, source, hashes);
            tiles.addAll(ofLevel);
            hashes = ofLevel.stream()
                    .filter(tile -> tile.path().isFull())
                    .map(tile -> tile.above(0, TilePath.FULL))
                    .toList();
        }
        return new Growth(frontier.size(), frontier.root(), tiles, bundles(size, source, entries));
    }

    /** All that is not full. */
    private static TileSource rightEdge(long size, TileSource stored) {
        List<TilePath> paths = new ArrayList<>();
        for (int level = TilePath.ENTRIES; TilePath.count(level, size) > 0; level++) {
            int width = (int) (TilePath.count(level, size) % TilePath.FULL);
            if (width > 0) {
                paths.add(new TilePath(level, TilePath.count(level, size) / TilePath.FULL, width));
            }
        }
        List<byte[]> bytes = paths.isEmpty() ? List.of() : stored.read(paths);
        if (bytes.size() != paths.size()) {
            throw new IllegalStateException(
                    "%d tiles were asked for, and %d were read".formatted(paths.size(), bytes.size()));
        }
        return asked ->
                asked.stream().map(path -> bytes.get(paths.indexOf(path))).toList();
    }

    private static List<Tile> tiles(int level, long size, TileSource source, List<Hash> hashes) {
        long before = TilePath.count(level, size);
        return new Edge<Hash>(level, before, source)
                .extend(hashes, (path, bytes) -> Tile.parse(path, bytes).hashes(), Tile::new);
    }

    private static List<EntryBundle> bundles(long size, TileSource source, List<Entry> entries) {
        return new Edge<Entry>(TilePath.ENTRIES, size, source)
                .extend(entries, (path, bytes) -> EntryBundle.parse(path, bytes).entries(), EntryBundle::new);
    }
}
