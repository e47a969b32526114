package io.agreements.proof.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * A complete subtree: it has 2<sup>level</sup> leaves, and so many of its like stand before it.
 *
 * @param level 0 for a leaf
 * @param index from 0 on, within its level
 */
public record Node(int level, long index) {

    /** No tree has more levels: its leaves are counted by a long. */
    private static final int LEVELS = 63;

    public Node {
        if (level < 0 || level >= LEVELS || index < 0) {
            throw new IllegalArgumentException("There is no node %d on level %d".formatted(index, level));
        }
    }

    /** The complete subtrees that make up a tree of this size, from the left and so the largest first. */
    public static List<Node> ofTree(long size) {
        return ofRange(0, size);
    }

    /** Those that make up the leaves from one on up to another, where a tree divides itself there. */
    static List<Node> ofRange(long from, long to) {
        List<Node> nodes = new ArrayList<>();
        long next = from;
        while (next < to) {
            int level = LEVELS - Long.numberOfLeadingZeros(to - next);
            nodes.add(new Node(level, next >>> level));
            next += 1L << level;
        }
        return nodes;
    }
}
