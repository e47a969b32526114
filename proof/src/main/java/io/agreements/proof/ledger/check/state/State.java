package io.agreements.proof.ledger.check.state;

import io.agreements.proof.ledger.check.memory.HashTable;
import java.util.List;

/** What one row has to hold: of each column eight bytes of the hash of its words, and a few numbers besides. */
final class State {

    /** When what may be said again was said last, in ms. */
    static final int SAID_AT = 0;

    /** The latest date of which it was noticed that it has come, in ms. */
    static final int MISSED = 1;

    /** How often something was said anew. */
    static final int CHANGES = 2;

    /** What is known of it: bits. */
    static final int FLAGS = 3;

    /** The record with which it came to be is there. */
    static final long BEGUN = 1;

    static final long ENDED = 2;

    /** Its row, or that there is none, was looked at. */
    static final long MATCHED = 4;

    private static final int NUMBERS = 4;
    private static final long NOTHING = 0;
    private static final long UNKNOWN = 1;

    private final HashTable table;
    private final List<String> columns;
    private final int place;
    private final boolean isOpen;

    State(HashTable table, List<String> columns, int place) {
        this(table, columns, place, false);
    }

    private State(HashTable table, List<String> columns, int place, boolean isOpen) {
        this.table = table;
        this.columns = columns;
        this.place = place;
        this.isOpen = isOpen;
    }

    /** The same where it is open whether what is said now counts or what was before: what differs cannot be told. */
    State open() {
        return new State(table, columns, place, true);
    }

    static int width(List<String> columns) {
        return NUMBERS + columns.size();
    }

    /** @param words null or empty for none: some databases keep no empty ones */
    void set(String column, String words) {
        put(column, hash(words));
    }

    private static long hash(String words) {
        return words == null || words.isEmpty() ? NOTHING : HashTable.hash(words);
    }

    /** It cannot be told any more. */
    void unknown(String column) {
        put(column, UNKNOWN);
    }

    boolean isUnknown(String column) {
        return table.get(place, index(column)) == UNKNOWN;
    }

    void copy(String column, String from) {
        put(column, table.get(place, index(from)));
    }

    boolean has(String column, String words) {
        long kept = table.get(place, index(column));
        return kept == UNKNOWN || kept == hash(words);
    }

    private void put(String column, long value) {
        int index = index(column);
        table.set(place, index, isOpen && table.get(place, index) != value ? UNKNOWN : value);
    }

    private int index(String column) {
        return NUMBERS + columns.indexOf(column);
    }

    long number(int which) {
        return table.get(place, which);
    }

    void number(int which, long value) {
        table.set(place, which, value);
    }

    boolean is(long flag) {
        return (number(FLAGS) & flag) != 0;
    }

    void mark(long flag) {
        number(FLAGS, number(FLAGS) | flag);
    }
}
