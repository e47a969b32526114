package io.agreements.proof.log;

import java.util.List;

/** Where the tiles and entry bundles of a log are kept. */
@FunctionalInterface
public interface TileSource {

    /**
     * Their bytes, in the order in which they are asked for. For one that is not full, a wider one with the same index
     * will do: what a log has once had stands at its beginning.
     */
    List<byte[]> read(List<TilePath> paths);
}
