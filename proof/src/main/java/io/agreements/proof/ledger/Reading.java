package io.agreements.proof.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rows of a table are read.
 *
 * @param where what columns have to be; {@link #ANYTHING} for whatever is not null, {@link #NOTHING} for null
 * @param order by which columns
 */
public record Reading(Table table, Map<String, Object> where, List<String> order) {

    /** A condition: there is a value. */
    public static final Object ANYTHING = new Object();

    /** A condition: there is no value. */
    public static final Object NOTHING = new Object();

    public Reading {
        where = new LinkedHashMap<>(where);
        order = List.copyOf(order);
    }

    /** All of the realm. */
    public static Reading all(Table table) {
        return new Reading(table, Map.of(), table.order());
    }

    public static Reading where(Table table, Map<String, Object> where) {
        return new Reading(table, where, table.order());
    }

    /** Records in the order of the log. */
    public static Reading logged() {
        return where(Table.RECORD, Map.of("LOG_INDEX", ANYTHING));
    }

    /** Records in the order of the log, from one place on. */
    public static Reading loggedFrom(long index) {
        return where(Table.RECORD, Map.of("LOG_INDEX", new Beyond(true, index - 1)));
    }

    /** Records of one type, wherever they are in the log. */
    public static Reading ofType(String type) {
        return new Reading(Table.RECORD, Map.of("TYPE", type), List.of("OCCURRED_AT", "ID"));
    }

    /** Records that are not in the log. */
    public static Reading waiting() {
        return new Reading(Table.RECORD, Map.of("LOG_INDEX", NOTHING), List.of("ID"));
    }

    /** Records that say that something was erased. */
    public static Reading erasures() {
        return ofType("ERASURE");
    }

    /** Records of legal holds. */
    public static Reading holds() {
        return ofType("HOLD");
    }

    /** Tiles of one level, or bundles of entries, in their order. */
    public static Reading tiles(int level) {
        return new Reading(Table.TILE, Map.of("TILE_LEVEL", (long) level), List.of("TILE_INDEX"));
    }

    /** The same from one on. */
    public static Reading tilesFrom(int level, long index) {
        Map<String, Object> where = new LinkedHashMap<>();
        where.put("TILE_LEVEL", (long) level);
        where.put("TILE_INDEX", new Beyond(true, index - 1));
        return new Reading(Table.TILE, where, List.of("TILE_INDEX"));
    }

    /** One of them. */
    public static Reading tile(int level, long index) {
        return where(Table.TILE, Map.of("TILE_LEVEL", (long) level, "TILE_INDEX", index));
    }

    /** Checkpoints of one origin that have more entries than that, the smallest first. */
    public static Reading checkpointsBeyond(long originNumber, long size) {
        Map<String, Object> where = new LinkedHashMap<>();
        where.put("ORIGIN_NUMBER", originNumber);
        where.put("LOG_SIZE", new Beyond(true, size));
        return new Reading(Table.CHECKPOINT, where, List.of("LOG_SIZE"));
    }

    /** Checkpoints of one origin, the smallest first. */
    public static Reading checkpoints(long originNumber) {
        return new Reading(Table.CHECKPOINT, Map.of("ORIGIN_NUMBER", originNumber), List.of("LOG_SIZE"));
    }

    public boolean takes(Row row) {
        return where.entrySet().stream().allMatch(one -> {
            Object value = row.values().get(one.getKey());
            if (one.getValue() == ANYTHING) {
                return value != null;
            }
            if (one.getValue() instanceof Beyond beyond) {
                return beyond.takes((Long) value);
            }
            return one.getValue() == NOTHING ? value == null : one.getValue().equals(value);
        });
    }

    /**
     * A condition: a number beyond another.
     *
     * @param above whether it is above or below
     */
    public record Beyond(boolean above, long number) {

        boolean takes(Long value) {
            return value != null && (above ? value > number : value < number);
        }
    }
}
