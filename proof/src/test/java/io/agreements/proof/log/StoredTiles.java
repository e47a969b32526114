package io.agreements.proof.log;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A log kept in memory: of each tile and bundle the widest. */
final class StoredTiles implements TileSource {

    private final Map<String, byte[]> all = new HashMap<>();
    private long size;

    Growth append(List<Entry> entries) {
        Growth growth = Growth.of(size, this, entries);
        growth.tiles().forEach(tile -> all.put(key(tile.path()), tile.bytes()));
        growth.bundles().forEach(bundle -> all.put(key(bundle.path()), bundle.bytes()));
        size = growth.size();
        return growth;
    }

    long size() {
        return size;
    }

    int count() {
        return all.size();
    }

    @Override
    public List<byte[]> read(List<TilePath> paths) {
        return paths.stream().map(path -> all.get(key(path))).toList();
    }

    private static String key(TilePath path) {
        return path.level() + " " + path.index();
    }
}
