package io.agreements.proof.ledger.check.erasure;

import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Reading;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Table;

/**
 * How far an expiry of connections is that has no record yet. Nothing vouches for what is stored of it; so it is believed only
 * of what is as old as the realm has connections expire.
 *
 * @param before what occurred before, in ms, may have been erased by it
 */
record ExpiryUnderWay(long before) {

    private static final ExpiryUnderWay NONE = new ExpiryUnderWay(Long.MIN_VALUE);

    /** Clocks of nodes differ. */
    private static final long SLACK = 3_600_000;

    private static final long DAY = 86_400_000;
    private static final int DEFAULT_DAYS = 180;
    private static final int MOST_DAYS = 3650;

    /** @param now in ms */
    static ExpiryUnderWay read(LedgerSource source, long now) {
        return source.find(Reading.all(Table.RETENTION), 1).stream()
                .findFirst()
                .filter(row -> row.number("UNRECORDED") > 0)
                .map(row ->
                        new ExpiryUnderWay(Math.min(row.number("EXPIRED_BEFORE"), now - days(source) * DAY + SLACK)))
                .orElse(NONE);
    }

    /** As the realm's attribute says; 180 where it says none, or no number from 1 to 3650. */
    private static long days(LedgerSource source) {
        return source.find(Reading.all(Table.CONNECTION_DAYS), 1).stream()
                .findFirst()
                .map(row -> row.text("KEPT_DAYS"))
                .filter(days -> days.matches("[1-9]\\d{0,3}") && Integer.parseInt(days) <= MOST_DAYS)
                .map(Integer::parseInt)
                .orElse(DEFAULT_DAYS);
    }

    boolean reaches(Row record) {
        return record.number("OCCURRED_AT") < before;
    }
}
