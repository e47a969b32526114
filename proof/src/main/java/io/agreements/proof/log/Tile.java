package io.agreements.proof.log;

import io.agreements.proof.MalformedException;
import io.agreements.proof.merkle.Frontier;
import io.agreements.proof.merkle.Hash;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Hashes that stand side by side in a tree (C2SP tlog-tiles).
 *
 * @param path where it stands
 * @param hashes as many as its path says
 */
public record Tile(TilePath path, List<Hash> hashes) {

    public Tile {
        hashes = List.copyOf(hashes);
        if (path.isOfEntries() || path.width() != hashes.size()) {
            throw new MalformedException("%s has other than %d hashes".formatted(path, hashes.size()));
        }
    }

    /** Reads one of this width, or a wider one to its beginning. */
    public static Tile parse(TilePath path, byte[] bytes) {
        if (bytes.length % Hash.LENGTH != 0
                || bytes.length < path.width() * Hash.LENGTH
                || bytes.length > TilePath.FULL * Hash.LENGTH) {
            throw new MalformedException("%s does not have %d bytes".formatted(path, bytes.length));
        }
        return new Tile(
                path,
                IntStream.range(0, path.width())
                        .mapToObj(number -> Hash.at(bytes, number * Hash.LENGTH))
                        .toList());
    }

    /** What is stored and sent. */
    public byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(hashes.size() * Hash.LENGTH);
        hashes.forEach(hash -> hash.writeTo(buffer));
        return buffer.array();
    }

    /** The hash above these, from one on, as many as a power of two. */
    Hash above(int from, int count) {
        return count == 1
                ? hashes.get(from)
                : Frontier.EMPTY.append(hashes.subList(from, from + count)).root();
    }
}
