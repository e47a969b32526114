package io.agreements.proof.ledger.check.erasure;

import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.check.stored.Group;
import java.util.List;
import java.util.Map;

/**
 * An erasure that went with accounts, as its record says.
 *
 * @param at when, in ms
 * @param groups what was erased: a bit for each
 * @param any whether there was anything to erase
 * @param all whether no legal hold kept anything from it
 */
record Deletion(long at, int groups, boolean any, boolean all) {

    /** Clocks of nodes differ, and what was being written when an account went is erased with it. */
    private static final long SLACK = 3_600_000;

    /** What was being written then, where nothing was there before. */
    private static final long WRITING = 60_000;

    private static final int ANY = 1 << 8;
    private static final int ALL = 1 << 9;
    private static final int GROUPS = ANY - 1;

    static Deletion of(Row row, Map<String, Object> details) {
        int groups = 0;
        if (details.get("groups") instanceof List<?> words) {
            for (Group group : Group.values()) {
                groups |= words.contains(group.word()) ? bit(group) : 0;
            }
        }
        return new Deletion(
                row.number("OCCURRED_AT"),
                groups,
                !Long.valueOf(0).equals(details.get("records")),
                details.get("held") == null && details.get("requestedAt") == null && details.get("underHold") == null);
    }

    /** What {@link #flags()} made. */
    static Deletion of(long at, long flags) {
        return new Deletion(at, (int) flags & GROUPS, (flags & ANY) != 0, (flags & ALL) != 0);
    }

    /** All but the time; never 0. */
    long flags() {
        return groups | (any ? ANY : 0) | (all ? ALL : 0) | (long) ALL << 1;
    }

    /** The same of a realm, whose names are erased later, without more records. */
    Deletion ofRealm() {
        return new Deletion(at, groups, true, all);
    }

    private static int bit(Group group) {
        return 1 << group.ordinal();
    }

    boolean has(Group group) {
        return (groups & bit(group)) != 0;
    }

    /** Whether the record was there when something was erased, in ms. */
    static boolean isUpTo(long at, Row record) {
        return record.number("RECORDED_AT") - SLACK <= at;
    }

    /** Whether it took that from the record. */
    boolean covers(Group group, Row record, HoldBook holds) {
        long recordedAt = record.number("RECORDED_AT");
        return has(group)
                && isUpTo(at, record)
                && (any || recordedAt >= at - WRITING)
                && (all || !holds.keeps(record, at));
    }

    /**
     * Whether the user whom it is about was gone when the record was written: then nothing is kept of what could be erased. A
     * user who is gone decides nothing any more, while others may write about the user.
     */
    boolean precedes(Group group, Row record) {
        return has(group) && record.text("DECISION") == null && record.number("RECORDED_AT") >= at;
    }
}
