package io.agreements.keycloak.ledger.log;

import io.agreements.proof.merkle.Hash;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Merkle tree over the entries of a log (RFC 6962), which grows at its right edge. Of the tree only the tiles there are
 * read, one for each level.
 */
final class LogTree {

    private static final int BITS = 8;
    private static final int WIDTH = 1 << BITS;
    private static final int LEVELS = Long.SIZE / BITS;

    private final LogStore store;
    private final String realmId;
    private final Map<Integer, Edge> edges = new HashMap<>();
    private long size;

    LogTree(LogStore store, String realmId, long size) {
        this.store = store;
        this.realmId = realmId;
        this.size = size;
    }

    long size() {
        return size;
    }

    Hash root() {
        return root(size);
    }

    /**
     * The root of the tree when it had that size.
     *
     * @throws DamagedLogException if a tile is missing or too short
     */
    Hash root(long earlier) {
        List<Hash> peaks = new ArrayList<>();
        for (int level = LEVELS - 1; level >= 0; level--) {
            int width = width(earlier, level);
            if (width > 0) {
                addPeaks(hashes(level, index(earlier, level), width), peaks);
            }
        }
        if (peaks.isEmpty()) {
            return Hash.OF_NOTHING;
        }
        Hash root = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = Hash.ofNode(peaks.get(i), root);
        }
        return root;
    }

    /** Whole trees, the largest first, as the number of hashes has ones in binary. */
    private static void addPeaks(List<Hash> hashes, List<Hash> peaks) {
        int from = 0;
        for (int part = WIDTH; part > 0; part /= 2) {
            if ((hashes.size() & part) != 0) {
                peaks.add(whole(hashes.subList(from, from + part)));
                from += part;
            }
        }
    }

    /** @param hashes as many as a power of two */
    private static Hash whole(List<Hash> hashes) {
        List<Hash> nodes = hashes;
        while (nodes.size() > 1) {
            List<Hash> above = new ArrayList<>(nodes.size() / 2);
            for (int i = 0; i < nodes.size(); i += 2) {
                above.add(Hash.ofNode(nodes.get(i), nodes.get(i + 1)));
            }
            nodes = above;
        }
        return nodes.get(0);
    }

    /** Adds an entry of 32 bytes. */
    void append(byte[] entry) {
        add(0, Hash.of(entry));
        size++;
    }

    private void add(int level, Hash hash) {
        Edge edge = edges.computeIfAbsent(level, this::edge);
        edge.hashes.add(hash);
        if (edge.hashes.size() == WIDTH) {
            edge.write();
            add(level + 1, whole(edge.nodes()));
            edge.next();
        }
    }

    /** Keeps what was added. */
    void write() {
        edges.values().stream().filter(edge -> !edge.hashes.isEmpty()).forEach(Edge::write);
    }

    private Edge edge(int level) {
        int width = width(size, level);
        long index = index(size, level);
        List<Hash> hashes = new ArrayList<>(WIDTH);
        if (width > 0) {
            hashes.addAll(stored(level, index, width));
        }
        return new Edge(level, index, hashes);
    }

    /** The first hashes of a tile, those of entries computed. */
    private List<Hash> hashes(int level, long index, int width) {
        Edge edge = edges.get(level);
        List<Hash> hashes =
                edge != null && edge.index == index ? edge.hashes.subList(0, width) : stored(level, index, width);
        return level == 0 ? ofEntries(hashes) : hashes;
    }

    private static List<Hash> ofEntries(List<Hash> entries) {
        return entries.stream().map(Hash::bytes).map(Hash::ofEntry).toList();
    }

    private List<Hash> stored(int level, long index, int width) {
        byte[] bytes = store.tile(realmId, new TilePlace(level, index))
                .filter(tile -> tile.length >= width * Hash.LENGTH)
                .orElseThrow(() -> new DamagedLogException(
                        "tile " + index + " of level " + level + " has not the " + width + " hashes it had"));
        List<Hash> hashes = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            hashes.add(Hash.at(bytes, i * Hash.LENGTH));
        }
        return hashes;
    }

    private static int width(long size, int level) {
        return (int) (size >>> (BITS * level)) & (WIDTH - 1);
    }

    private static long index(long size, int level) {
        return level == LEVELS - 1 ? 0 : size >>> (BITS * (level + 1));
    }

    /** The last tile of a level, unless that is full. */
    private final class Edge {

        private final int level;
        private final List<Hash> hashes;
        private long index;

        Edge(int level, long index, List<Hash> hashes) {
            this.level = level;
            this.index = index;
            this.hashes = hashes;
        }

        List<Hash> nodes() {
            return level == 0 ? ofEntries(hashes) : hashes;
        }

        void write() {
            ByteBuffer bytes = ByteBuffer.allocate(hashes.size() * Hash.LENGTH);
            hashes.forEach(hash -> hash.writeTo(bytes));
            store.write(realmId, new TilePlace(level, index), bytes.array());
        }

        void next() {
            index++;
            hashes.clear();
        }
    }
}
