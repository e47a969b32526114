package io.agreements.keycloak.ledger.log;

import io.agreements.keycloak.ledger.log.store.LogStore;
import io.agreements.proof.MalformedException;
import io.agreements.proof.log.Entry;
import io.agreements.proof.log.EntryBundle;
import io.agreements.proof.log.Growth;
import io.agreements.proof.log.Tile;
import io.agreements.proof.log.TileHashes;
import io.agreements.proof.log.TileSource;
import io.agreements.proof.merkle.ConsistencyProof;
import io.agreements.proof.merkle.Hash;
import io.agreements.proof.merkle.InclusionProof;
import io.agreements.proof.merkle.MerkleTree;
import java.util.List;
import java.util.function.Supplier;

/** The Merkle tree over the entries of a log, in the tiles that are stored of it. */
final class LogTree {

    private final LogStore store;
    private final String realmId;
    private final TileSource tiles;

    LogTree(LogStore store, String realmId) {
        this.store = store;
        this.realmId = realmId;
        this.tiles = paths -> paths.stream()
                .map(path -> store.tile(realmId, path).orElseThrow(() -> new DamagedLogException(path + " is missing")))
                .toList();
    }

    /**
     * The root of the tree at a size it has or had.
     *
     * @throws DamagedLogException if a tile is not whole
     */
    Hash root(long size) {
        return reading(() -> tree(size).root());
    }

    /**
     * That it only grew between two sizes.
     *
     * @throws DamagedLogException if a tile is not whole
     */
    ConsistencyProof consistency(long earlier, long size) {
        return reading(() -> tree(size).consistency(earlier));
    }

    /**
     * That an entry is in the tree of a size it has or had.
     *
     * @throws DamagedLogException if a tile is not whole
     */
    InclusionProof inclusion(long index, long size) {
        return reading(() -> tree(size).inclusion(index));
    }

    private MerkleTree tree(long size) {
        return new MerkleTree(size, new TileHashes(size, tiles));
    }

    /** Appends entries to a tree of this size, and writes the tiles that are others then. */
    Growth grow(long size, List<Entry> entries) {
        Growth growth = Growth.of(size, tiles, entries);
        for (Tile tile : growth.tiles()) {
            store.write(realmId, tile.path(), tile.bytes());
        }
        for (EntryBundle bundle : growth.bundles()) {
            store.write(realmId, bundle.path(), bundle.bytes());
        }
        return growth;
    }

    private static <T> T reading(Supplier<T> reader) {
        try {
            return reader.get();
        } catch (MalformedException e) {
            throw new DamagedLogException(e.getMessage());
        }
    }
}
