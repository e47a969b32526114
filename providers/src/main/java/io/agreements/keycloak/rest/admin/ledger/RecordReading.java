package io.agreements.keycloak.rest.admin.ledger;

import io.agreements.keycloak.ledger.FoundRecords;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.RecordQuery;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** Reads all records that a query means, one batch behind the other. */
final class RecordReading {

    private final Function<RecordQuery, FoundRecords> ledger;
    private final RecordQuery query;

    /**
     * @param ledger finds a part of them
     * @param query how many at most make a batch
     */
    RecordReading(Function<RecordQuery, FoundRecords> ledger, RecordQuery query) {
        this.ledger = ledger;
        this.query = query;
    }

    void each(Batch batch) throws IOException {
        RecordQuery.Place after = query.after();
        do {
            FoundRecords found = ledger.apply(query.part(0, query.max(), after));
            batch.write(found.records());
            after = found.next(query.max());
        } while (after != null);
    }

    /** Takes some of them, the latest first; may get none. */
    @FunctionalInterface
    interface Batch {
        void write(List<LedgerRecord> records) throws IOException;
    }
}
