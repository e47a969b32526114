package io.agreements.proof.log;

import io.agreements.proof.merkle.Hash;
import io.agreements.proof.merkle.HashSource;
import io.agreements.proof.merkle.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The hashes of a log of one size, out of its tiles: what roots and proofs are made from. */
public final class TileHashes implements HashSource {

    private final long size;
    private final TileSource tiles;

    public TileHashes(long size, TileSource tiles) {
        this.size = size;
        this.tiles = tiles;
    }

    @Override
    public List<Hash> read(List<Node> nodes) {
        List<Place> places = nodes.stream().map(this::place).toList();
        List<TilePath> paths = places.stream().map(Place::tile).distinct().toList();
        List<byte[]> bytes = paths.isEmpty() ? List.of() : tiles.read(paths);
        if (bytes.size() != paths.size()) {
            throw new IllegalStateException(
                    "%d tiles were asked for, and %d were read".formatted(paths.size(), bytes.size()));
        }
        Map<TilePath, Tile> read = new HashMap<>();
        for (int number = 0; number < paths.size(); number++) {
            read.put(paths.get(number), Tile.parse(paths.get(number), bytes.get(number)));
        }
        return places.stream()
                .map(place -> read.get(place.tile).above(place.from, place.count))
                .toList();
    }

    private Place place(Node node) {
        int level = node.level() / TilePath.HEIGHT;
        int within = node.level() % TilePath.HEIGHT;
        long first = node.index() << within;
        TilePath tile = TilePath.at(level, first / TilePath.FULL, size);
        return new Place(tile, (int) (first % TilePath.FULL), 1 << within);
    }

    private record Place(TilePath tile, int from, int count) {}
}
