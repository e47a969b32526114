package io.agreements.proof.ledger.check.erasure;

import io.agreements.proof.ledger.Row;
import java.util.ArrayList;
import java.util.List;

/** What has expired, as records of erasures say. Times are in ms. */
final class Expiries {

    /** A run may begin before a hold and end, with its record, after it has come. */
    private static final long LONGEST_RUN = 3_600_000;

    private final List<Expiry> all = new ArrayList<>();
    private long before = Long.MIN_VALUE;

    /**
     * @param at when that was
     * @param expiredBefore what occurred before has expired
     */
    void add(long at, long expiredBefore) {
        all.add(new Expiry(at, expiredBefore));
        before = Math.max(before, expiredBefore);
    }

    /** Whether one of them took from the record what expires; a hold has it passed over. */
    boolean cover(Row record, HoldBook holds) {
        long occurredAt = record.number("OCCURRED_AT");
        if (occurredAt >= before) {
            return false;
        }
        return !holds.kept(record)
                || all.stream()
                        .anyMatch(one -> occurredAt < one.before
                                && !(holds.keeps(record, one.at) && holds.keeps(record, one.at - LONGEST_RUN)));
    }

    private record Expiry(long at, long before) {}
}
