package io.agreements.keycloak.ledger;

import java.util.List;

/**
 * What a search that looks at no more than so many records has found.
 *
 * @param records the latest first
 * @param lookedUpTo where it stopped before there were as many as wanted, to go on behind; null if it did not
 */
public record FoundRecords(List<LedgerRecord> records, RecordQuery.Place lookedUpTo) {

    public FoundRecords {
        records = List.copyOf(records);
    }

    /** All that was wanted, or all there is. */
    public static FoundRecords all(List<LedgerRecord> records) {
        return new FoundRecords(records, null);
    }

    /**
     * Where what was not found yet begins; null at the end.
     *
     * @param max how many were wanted
     */
    public RecordQuery.Place next(int max) {
        if (lookedUpTo != null || records.size() < max) {
            return lookedUpTo;
        }
        return RecordQuery.Place.of(records.get(records.size() - 1));
    }
}
