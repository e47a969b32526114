package io.agreements.keycloak.jpa.ledger.record;

import io.agreements.keycloak.ledger.FoundRecords;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.RecordQuery;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds records by how they came about, which no index begins with. It goes along the index that the rest of the query has, a
 * stretch at a time: where a stretch ends is found along that index, and no record behind that is looked at. The first stretch is
 * some pages long, so that what many records have costs little more than what is on the page. After so many records it stops, so
 * that a search for what is not there costs no more than one for what is.
 */
public final class BoundedFinding {

    /** Records that are looked at by one statement at most. */
    private static final int LONGEST = 50_000;

    /** All that are looked at, in the longest stretches. */
    private static final int STRETCHES = 2;

    /** Pages in the first one. */
    private static final int FIRST = 5;

    private final RecordFinding records;
    private final int longest;

    public BoundedFinding(RecordFinding records) {
        this(records, LONGEST);
    }

    /** @param longest how many records are looked at by one statement at most */
    BoundedFinding(RecordFinding records, int longest) {
        this.records = records;
        this.longest = longest;
    }

    public FoundRecords find(RecordQuery query) {
        return query.circumstances().equals(RecordQuery.Circumstances.ANY)
                        || !query.userIds().isEmpty()
                ? FoundRecords.all(records.find(query))
                : alongTheIndex(query);
    }

    private FoundRecords alongTheIndex(RecordQuery query) {
        List<LedgerRecord> found = new ArrayList<>();
        RecordQuery.Place reached = query.after();
        int left = STRETCHES * longest;
        int stretch = Math.min(longest, FIRST * query.max());
        while (left > 0) {
            RecordQuery.Place end = end(query, reached, stretch);
            found.addAll(records.find(query.part(0, query.max() - found.size(), reached), end));
            if (end == null || found.size() == query.max()) {
                return FoundRecords.all(found);
            }
            reached = end;
            left -= stretch;
            stretch = Math.min(longest, left);
        }
        return new FoundRecords(found, reached);
    }

    /** The last record of the stretch that begins behind that one; null where the list ends before. */
    private RecordQuery.Place end(RecordQuery query, RecordQuery.Place reached, int stretch) {
        return records.places(query.under(RecordQuery.Circumstances.ANY).part(stretch - 1, 1, reached)).stream()
                .findFirst()
                .orElse(null);
    }
}
