package io.agreements.proof.ledger;

/**
 * A part of a log.
 *
 * @param from index of the first entry
 * @param to index of the first entry that does not belong to it any more
 */
public record Span(long from, long to) {

    public Span {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("There are no entries from %d to %d".formatted(from, to));
        }
    }

    public boolean contains(long index) {
        return index >= from && index < to;
    }

    /** How many entries there are. */
    public long count() {
        return to - from;
    }
}
