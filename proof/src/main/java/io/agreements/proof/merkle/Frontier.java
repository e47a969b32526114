package io.agreements.proof.merkle;

import java.util.ArrayList;
import java.util.List;

/** The right edge of a tree, which is all that is needed to append to it and to know its root: as many hashes as its size has bits. */
public final class Frontier {

    /** That of a tree without leaves. */
    public static final Frontier EMPTY = new Frontier(0, List.of());

    private final long size;

    /** Of complete subtrees, the largest first. */
    private final List<Hash> hashes;

    private Frontier(long size, List<Hash> hashes) {
        this.size = size;
        this.hashes = hashes;
    }

    /** That of a tree of this size. */
    public static Frontier read(long size, HashSource source) {
        List<Hash> hashes = source.read(Node.ofTree(size));
        if (hashes.size() != Long.bitCount(size)) {
            throw new IllegalStateException("The edge of a tree of size %d has %d hashes, and %d were read"
                    .formatted(size, Long.bitCount(size), hashes.size()));
        }
        return new Frontier(size, List.copyOf(hashes));
    }

    /** How many leaves the tree has. */
    public long size() {
        return size;
    }

    /** That of the tree with these leaves after its own. */
    public Frontier append(List<Hash> leaves) {
        List<Hash> edge = new ArrayList<>(hashes);
        long next = size;
        for (Hash leaf : leaves) {
            Hash hash = leaf;
            for (long left = next; (left & 1) == 1; left >>>= 1) {
                hash = Hash.ofNode(edge.remove(edge.size() - 1), hash);
            }
            edge.add(hash);
            next++;
        }
        return new Frontier(next, List.copyOf(edge));
    }

    public Hash root() {
        return rootOf(hashes);
    }

    /** The hash above complete subtrees that stand side by side, the largest first. */
    static Hash rootOf(List<Hash> hashes) {
        if (hashes.isEmpty()) {
            return Hash.OF_NOTHING;
        }
        Hash root = hashes.get(hashes.size() - 1);
        for (int next = hashes.size() - 2; next >= 0; next--) {
            root = Hash.ofNode(hashes.get(next), root);
        }
        return root;
    }
}
