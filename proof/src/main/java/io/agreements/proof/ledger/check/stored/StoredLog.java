package io.agreements.proof.ledger.check.stored;

import io.agreements.proof.MalformedException;
import io.agreements.proof.canonical.Sha256;
import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Reading;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Rows;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.outcome.Finding;
import io.agreements.proof.ledger.outcome.Finding.Kind;
import io.agreements.proof.ledger.outcome.Findings;
import io.agreements.proof.ledger.outcome.Saying;
import io.agreements.proof.note.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a log says of itself.
 *
 * @param row of {@code AGR_LOG}; null if there is none
 * @param keys that are stored
 */
public record StoredLog(Row row, List<VerifierKey> keys) {

    /** How many places at its end may have neither record nor checkpoint. */
    private static final long MOST_EMPTY = 1 << 20;

    public static StoredLog read(LedgerSource source, Findings findings) {
        List<Row> rows = source.find(Reading.all(Table.LOG), 1);
        Row row = rows.isEmpty() || rows.get(0).text("ORIGIN") == null ? null : rows.get(0);
        if (row != null && row.numberOrNull("HALTED_AT") != null) {
            findings.add(Finding.of(Kind.UNVERIFIED, row, "HALTED_AT", Saying.LOG_HALTED.of(row.text("HALT_REASON"))));
        }
        return new StoredLog(row == null ? null : sized(row, source, findings), keys(source, findings));
    }

    /** Whoever writes any number there has nobody look for records without end: it is as large as its largest checkpoint then. */
    private static Row sized(Row row, LedgerSource source, Findings findings) {
        long size = row.number("LOG_SIZE");
        Reading.Beyond near = new Reading.Beyond(true, size - MOST_EMPTY);
        if (size <= MOST_EMPTY
                || source.part().isPresent()
                || isAny(Reading.where(Table.CHECKPOINT, Map.of("LOG_SIZE", near)), source)
                || isAny(Reading.where(Table.RECORD, Map.of("LOG_INDEX", near)), source)) {
            return row;
        }
        long signed = 0;
        try (Rows rows = source.rows(Reading.all(Table.CHECKPOINT))) {
            while (rows.hasNext()) {
                signed = Math.max(signed, rows.next().number("LOG_SIZE"));
            }
        }
        findings.add(Finding.of(Kind.CHANGED, row, "LOG_SIZE", Saying.CHECKPOINT_BEHIND.of(signed, size)));
        Map<String, Object> values = new LinkedHashMap<>(row.values());
        values.put("LOG_SIZE", signed);
        return new Row(Table.LOG, values);
    }

    private static boolean isAny(Reading reading, LedgerSource source) {
        return !source.find(reading, 1).isEmpty();
    }

    private static List<VerifierKey> keys(LedgerSource source, Findings findings) {
        List<VerifierKey> keys = new ArrayList<>();
        try (Rows rows = source.rows(Reading.all(Table.LOG_KEY))) {
            while (rows.hasNext()) {
                Row row = rows.next();
                String key = row.text("VERIFIER_KEY");
                try {
                    keys.add(VerifierKey.parse(key));
                } catch (MalformedException e) {
                    findings.add(
                            Finding.of(Kind.CHANGED, row, "VERIFIER_KEY", Saying.KEY_UNREADABLE.of(e.getMessage())));
                    continue;
                }
                if (!Sha256.hex(key.getBytes(StandardCharsets.UTF_8)).equals(row.text("KEY_HASH"))) {
                    findings.add(Finding.of(Kind.CHANGED, row, "KEY_HASH", Saying.KEY_HASH_UNFIT.of()));
                }
            }
        }
        return keys;
    }

    public long size() {
        return row == null ? 0 : row.number("LOG_SIZE");
    }

    public long originNumber() {
        return row == null ? 0 : row.number("ORIGIN_NUMBER");
    }

    public String origin() {
        return row == null ? null : row.text("ORIGIN");
    }
}
