package io.agreements.keycloak.rest.admin.ledger;

import io.agreements.keycloak.ledger.LedgerRecord;
import java.io.IOException;
import java.io.OutputStream;
import org.keycloak.util.JsonSerialization;

/** Writes records as NDJSON: each as the list has it, on a line of its own. */
final class RecordLines {

    private final RecordReading records;

    RecordLines(RecordReading records) {
        this.records = records;
    }

    /** Leaves the stream open. */
    void write(OutputStream stream) throws IOException {
        records.each(batch -> {
            for (LedgerRecord entry : batch) {
                stream.write(JsonSerialization.writeValueAsBytes(RecordRepresentation.of(entry)));
                stream.write('\n');
            }
            stream.flush();
        });
    }
}
