package io.agreements.keycloak.jpa.ledger;

import io.agreements.keycloak.ledger.FoundRecords;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.RecordQuery;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds records by how they came about, which no index begins with. It goes along the index that the rest of the query has, a
 * stretch at a time: where a stretch ends is read of the index alone, and no record behind that is looked at. After some
 * stretches it stops, so that a search for what is not there costs no more than one for what is.
 */
final class BoundedFinding {

    private static final int STRETCH = 50_000;
    private static final int STRETCHES = 2;

    private final RecordFinding records;
    private final int stretch;

    BoundedFinding(RecordFinding records) {
        this(records, STRETCH);
    }

    /** @param stretch how many records are looked at by one statement */
    BoundedFinding(RecordFinding records, int stretch) {
        this.records = records;
        this.stretch = stretch;
    }

    FoundRecords find(RecordQuery query) {
        return query.circumstances().equals(RecordQuery.Circumstances.ANY)
                        || !query.userIds().isEmpty()
                ? FoundRecords.all(records.find(query))
                : alongTheIndex(query);
    }

    private FoundRecords alongTheIndex(RecordQuery query) {
        List<LedgerRecord> found = new ArrayList<>();
        RecordQuery.Place reached = query.after();
        for (int passed = 0; passed < STRETCHES; passed++) {
            RecordQuery.Place end = end(query, reached);
            found.addAll(records.find(query.part(0, query.max() - found.size(), reached), end));
            if (end == null || found.size() == query.max()) {
                return FoundRecords.all(found);
            }
            reached = end;
        }
        return new FoundRecords(found, reached);
    }

    /** The last record of the stretch that begins behind that one; null where the list ends before. */
    private RecordQuery.Place end(RecordQuery query, RecordQuery.Place reached) {
        return records.places(query.under(RecordQuery.Circumstances.ANY).part(stretch - 1, 1, reached)).stream()
                .findFirst()
                .orElse(null);
    }
}
