package io.agreements.proof.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes a ledger down as lines, row by row, so that it can be verified where its database is not. */
public final class LedgerExport {

    private static final List<Table> BEFORE =
            List.of(Table.LOG, Table.LOG_KEY, Table.CHECKPOINT, Table.AGREEMENT, Table.VERSION, Table.TEXT, Table.TILE);

    /** What records refer to, and what explains that something is gone from them, is read when they are. */
    private static final List<Table> AFTER =
            List.of(Table.STANDING, Table.RETENTION, Table.FOREIGN_ERASURE, Table.ABSENT);

    private final LedgerSource source;
    private final OutputStream target;
    private final Set<String> wordings = new HashSet<>();
    private final Set<String> settings = new HashSet<>();
    private long rows;

    private LedgerExport(LedgerSource source, OutputStream target) {
        this.source = source;
        this.target = target;
    }

    /**
     * @param target stays open
     * @throws IOException if it cannot be written to
     */
    public static void write(LedgerSource source, OutputStream target) throws IOException {
        try {
            new LedgerExport(source, target).write();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write() {
        Map<String, Object> begin = new LinkedHashMap<>();
        begin.put(ExportFormat.BEGIN, ExportFormat.VERSION);
        begin.put(ExportFormat.REALM, source.realmId());
        line(ExportFormat.write(begin));
        BEFORE.forEach(table -> rows(Reading.all(table)));
        rows(Reading.logged());
        rows(Reading.waiting());
        kept(Table.WORDING, wordings);
        kept(Table.SETTINGS, settings);
        AFTER.forEach(table -> rows(Reading.all(table)));
        line(ExportFormat.write(Map.of(ExportFormat.END, rows)));
    }

    private void rows(Reading reading) {
        try (Rows read = source.rows(reading)) {
            while (read.hasNext()) {
                Row row = read.next();
                if (row.table() == Table.RECORD) {
                    remember(row.hex("WORDING_DIGEST"), wordings);
                    remember(row.hex("SETTINGS_DIGEST"), settings);
                }
                row(row);
            }
        }
    }

    private static void remember(String digest, Set<String> digests) {
        if (digest != null) {
            digests.add(digest);
        }
    }

    /** All realms have theirs in one table. */
    private void kept(Table table, Set<String> digests) {
        try (Rows read = source.rows(Reading.all(table))) {
            while (read.hasNext()) {
                Row row = read.next();
                if (digests.contains(row.hex("DIGEST"))) {
                    row(row);
                }
            }
        }
    }

    private void row(Row row) {
        rows++;
        line(ExportFormat.write(row));
    }

    private void line(byte[] json) {
        try {
            target.write(json);
            target.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
