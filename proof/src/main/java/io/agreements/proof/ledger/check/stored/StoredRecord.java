package io.agreements.proof.ledger.check.stored;

import io.agreements.proof.MalformedException;
import io.agreements.proof.canonical.FieldChecks;
import io.agreements.proof.canonical.LooseJson;
import io.agreements.proof.canonical.RecordColumns;
import io.agreements.proof.canonical.RecordForm;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Table;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A record as it is stored. */
public record StoredRecord(Row row) {

    /** What its log ought to have, in hexadecimal; empty if it cannot be written down at all. */
    public Optional<String> entry() {
        return entry(row);
    }

    /** The same if a column had another value. */
    public Optional<String> entryWith(String column, Object value) {
        Map<String, Object> values = new LinkedHashMap<>(row.values());
        if (value == null) {
            values.remove(column);
        } else {
            values.put(column, value);
        }
        return entry(new Row(Table.RECORD, values));
    }

    private static Optional<String> entry(Row row) {
        try {
            return Optional.of(HexFormat.of().formatHex(form(row).entry()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static RecordForm form(Row row) {
        return new RecordForm(
                row.text("ID"),
                row.text("REALM_ID"),
                row.text("TYPE"),
                row.number("OCCURRED_AT"),
                row.number("RECORDED_AT"),
                row.text("AGREEMENT_KEY"),
                integer(row, "VERSION_NUMBER"),
                row.text("LOCALE"),
                row.hex("TEXT_DIGEST"),
                row.text("DECISION"),
                row.text("METHOD"),
                row.text("CLIENT_ID"),
                row.hex("WORDING_DIGEST"),
                row.flag("END_REACHED"),
                integer(row, "DIFF_FROM"),
                row.hex("SETTINGS_DIGEST"),
                row.text("DETAILS"),
                row.hex("SUBJECT_COMMITMENT"),
                row.hex("IDENTITY_COMMITMENT"),
                row.hex("CONNECTION_COMMITMENT"),
                row.hex("ACTOR_COMMITMENT"),
                row.hex("FREE_TEXT_COMMITMENT"));
    }

    private static Integer integer(Row row, String column) {
        Long number = row.numberOrNull(column);
        return number == null ? null : Math.toIntExact(number);
    }

    /** Columns that are not what they were when the record was written, as far as its checks tell. */
    public List<String> changedColumns() {
        byte[] checks = row.bytes("FIELD_CHECKS");
        if (checks == null) {
            return List.of();
        }
        Map<String, String> values = new LinkedHashMap<>();
        RecordColumns.FORM.forEach(column -> values.put(column, row.words(column)));
        RecordColumns.ERASABLE.forEach((salt, columns) -> {
            values.put(salt, row.hex(salt));
            columns.forEach(column -> values.put(column, row.words(column)));
        });
        return FieldChecks.of(values).differing(checks);
    }

    /** Whether there are checks by which that can be told. */
    public boolean hasChecks() {
        return FieldChecks.areChecks(row.bytes("FIELD_CHECKS"));
    }

    /** Moments that no record can have. */
    public List<String> unfitNumbers() {
        return List.of("OCCURRED_AT", "RECORDED_AT").stream()
                .filter(column -> !RecordForm.isNumber(row.number(column)))
                .toList();
    }

    /** Words that no record has. */
    public List<String> unknownWords() {
        return List.of("TYPE", "DECISION", "METHOD").stream()
                .filter(column -> !RecordColumns.isKnown(column, row.text(column)))
                .toList();
    }

    /** Whether a log can have it. */
    public boolean isFit() {
        return entry().isPresent() && unknownWords().isEmpty();
    }

    public Map<String, Object> details() {
        return details(row);
    }

    public static Map<String, Object> details(Row row) {
        try {
            return row.text("DETAILS") == null ? Map.of() : LooseJson.read(row.text("DETAILS"), "The details");
        } catch (MalformedException e) {
            return Map.of();
        }
    }

    public boolean isDecision() {
        return row.text("DECISION") != null;
    }

    /** Whether it still says who that was. */
    public boolean isIdentified() {
        return row.text("USERNAME") != null || row.text("SESSION_ID") != null;
    }
}
