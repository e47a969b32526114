package io.agreements.keycloak.rest.admin.ledger;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.rest.admin.TableField;
import io.agreements.keycloak.rest.admin.ledger.RecordRepresentation.RecordPresentation;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keycloak.util.JsonSerialization;

/** Writes records as CSV (RFC 4180, UTF-8), a line for each. */
final class RecordTable {

    private static final String[] HEADER = {
        "id",
        "occurredAt",
        "recordedAt",
        "type",
        "decision",
        "method",
        "clientId",
        "agreementKey",
        "version",
        "locale",
        "userId",
        "username",
        "textDigest",
        "wordingDigest",
        "settingsDigest",
        "sessionId",
        "ipAddress",
        "userAgent",
        "details"
    };
    private static final String LINE_END = "\r\n";

    private final RecordReading records;
    private final ZoneId zone;

    /** @param zone in which times are told */
    RecordTable(RecordReading records, ZoneId zone) {
        this.records = records;
        this.zone = zone;
    }

    /** Leaves the stream open. */
    void write(OutputStream stream) throws IOException {
        OutputStreamWriter text = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        // Closing it would close the stream, which is the server's to close.
        @SuppressWarnings("resource")
        ICSVWriter table = new CSVWriterBuilder(text).withLineEnd(LINE_END).build();
        table.writeNext(HEADER);
        records.each(batch -> {
            for (LedgerRecord entry : batch) {
                table.writeNext(row(entry));
            }
            if (table.checkError()) {
                throw new IOException("the table could not be written", table.getException());
            }
        });
        table.flush();
    }

    private String[] row(LedgerRecord entry) throws IOException {
        RecordRepresentation told = RecordRepresentation.of(entry);
        return new String[] {
            TableField.of(told.id()),
            TableField.of(entry.occurredAt(), zone),
            TableField.of(entry.recordedAt(), zone),
            TableField.of(told.type()),
            TableField.of(told.decision()),
            TableField.of(told.method()),
            TableField.of(told.clientId()),
            TableField.of(told.agreementKey()),
            TableField.of(told.version()),
            TableField.of(told.locale()),
            TableField.of(told.userId()),
            TableField.of(told.username()),
            TableField.of(told.textDigest()),
            TableField.of(Optional.ofNullable(told.presentation())
                    .map(RecordPresentation::wordingDigest)
                    .orElse(null)),
            TableField.of(told.settingsDigest()),
            TableField.of(told.sessionId()),
            TableField.of(told.ipAddress()),
            TableField.of(told.userAgent()),
            TableField.of(json(told.details()))
        };
    }

    private static String json(Map<String, Object> details) throws IOException {
        return details.isEmpty() ? "" : JsonSerialization.writeValueAsString(new TreeMap<>(details));
    }
}
