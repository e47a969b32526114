package io.agreements.proof.merkle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A tree at one size, whose hashes are kept somewhere: makes its root and its proofs, each with one reading. */
public final class MerkleTree {

    private final long size;
    private final HashSource source;

    public MerkleTree(long size, HashSource source) {
        if (size < 0) {
            throw new IllegalArgumentException("A tree has no negative size");
        }
        this.size = size;
        this.source = source;
    }

    public long size() {
        return size;
    }

    public Hash root() {
        return read(List.of(new Range(0, size))).get(0);
    }

    /** That the leaf with this index is in this tree. */
    public InclusionProof inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("A tree of size %d has no leaf %d".formatted(size, index));
        }
        List<Range> siblings = new ArrayList<>();
        Range within = new Range(0, size);
        while (within.length() > 1) {
            long middle = within.middle();
            if (index < middle) {
                siblings.add(new Range(middle, within.to));
                within = new Range(within.from, middle);
            } else {
                siblings.add(new Range(within.from, middle));
                within = new Range(middle, within.to);
            }
        }
        Collections.reverse(siblings);
        return new InclusionProof(index, size, read(siblings));
    }

    /** That this tree begins with all that was in the tree of an earlier size. */
    public ConsistencyProof consistency(long earlier) {
        if (earlier < 0 || earlier > size) {
            throw new IllegalArgumentException(
                    "A tree of size %d never had the size %d before".formatted(size, earlier));
        }
        List<Range> parts = new ArrayList<>();
        Range within = new Range(0, size);
        while (earlier > 0 && earlier < within.to) {
            long middle = within.middle();
            if (earlier <= middle) {
                parts.add(new Range(middle, within.to));
                within = new Range(within.from, middle);
            } else {
                parts.add(new Range(within.from, middle));
                within = new Range(middle, within.to);
            }
        }
        if (within.from > 0) {
            parts.add(within);
        }
        Collections.reverse(parts);
        return new ConsistencyProof(earlier, size, read(parts));
    }

    private List<Hash> read(List<Range> ranges) {
        List<Node> nodes =
                ranges.stream().flatMap(range -> range.nodes().stream()).toList();
        List<Hash> hashes = source.read(nodes);
        if (hashes.size() != nodes.size()) {
            throw new IllegalStateException(
                    "%d hashes were asked for, and %d were read".formatted(nodes.size(), hashes.size()));
        }
        List<Hash> roots = new ArrayList<>();
        int next = 0;
        for (Range range : ranges) {
            int count = range.nodes().size();
            roots.add(Frontier.rootOf(hashes.subList(next, next + count)));
            next += count;
        }
        return roots;
    }

    private record Range(long from, long to) {
        long length() {
            return to - from;
        }

        /** Where RFC 6962 divides it: after the largest power of two that is less than its length. */
        long middle() {
            return from + Long.highestOneBit(length() - 1);
        }

        List<Node> nodes() {
            return Node.ofRange(from, to);
        }
    }
}
