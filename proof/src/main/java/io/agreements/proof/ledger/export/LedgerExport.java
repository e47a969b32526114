package io.agreements.proof.ledger.export;

import io.agreements.proof.MalformedException;
import io.agreements.proof.canonical.LooseJson;
import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Reading;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Rows;
import io.agreements.proof.ledger.Span;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.UserStores;
import io.agreements.proof.log.TilePath;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** Writes a ledger down as lines, row by row, so that it can be verified where its database is not. */
public final class LedgerExport {

    private static final List<Table> BEFORE =
            List.of(Table.LOG, Table.LOG_KEY, Table.CHECKPOINT, Table.AGREEMENT, Table.VERSION, Table.TEXT, Table.TILE);

    /** What records refer to, and what explains that something is gone from them, is read when they are. */
    private static final List<Table> AFTER = List.of(
            Table.STANDING, Table.HOLD, Table.RESTRICTION, Table.DISCLOSURE, Table.FOREIGN_ERASURE, Table.ABSENT);

    private static final String ANY_NAME = "f:";

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

    /**
     * A part of the log with all that is needed to verify it, which may be read while the server is in use. Standings, holds,
     * restrictions and disclosures are not in it, nor records that wait for their place: they belong to all of the ledger.
     *
     * @param part of what is in the log
     * @param target stays open
     * @throws IOException if it cannot be written to
     */
    public static void write(LedgerSource source, Span part, OutputStream target) throws IOException {
        try {
            new LedgerExport(source, target).write(part);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write(Span part) {
        Map<String, Object> begin = new LinkedHashMap<>();
        begin.put(ExportFormat.BEGIN, ExportFormat.VERSION);
        begin.put(ExportFormat.REALM, source.realmId());
        begin.put(ExportFormat.FROM, part.from());
        begin.put(ExportFormat.TO, part.to());
        line(ExportFormat.write(begin));
        List<Row> log = source.find(Reading.all(Table.LOG), 1);
        log.forEach(this::row);
        long originNumber = log.isEmpty() ? 0 : log.get(0).number("ORIGIN_NUMBER");
        rows(Reading.all(Table.LOG_KEY));
        long signed = checkpoints(part, originNumber);
        List.of(Table.AGREEMENT, Table.VERSION, Table.TEXT).forEach(table -> rows(Reading.all(table)));
        tiles(part, signed);
        rowsWhile(Reading.loggedFrom(part.from()), row -> row.number("LOG_INDEX") < part.to());
        kept(Table.WORDING, wordings);
        kept(Table.SETTINGS, settings);
        List.of("ERASURE", "HOLD", "PUBLICATION")
                .forEach(type -> rowsIf(Reading.ofType(type), row -> !isIn(part, row.numberOrNull("LOG_INDEX"))));
        List.of(Table.FOREIGN_ERASURE, Table.ABSENT).forEach(table -> rows(Reading.all(table)));
        line(ExportFormat.write(Map.of(ExportFormat.END, rows)));
    }

    private static boolean isIn(Span part, Long index) {
        return index != null && part.contains(index);
    }

    /**
     * Those of the part, and of each origin the next one, which covers it.
     *
     * @return how many entries the largest of them has
     */
    private long checkpoints(Span part, long originNumber) {
        AtomicLong largest = new AtomicLong(part.to());
        for (long number = 1; number <= originNumber; number++) {
            AtomicBoolean covered = new AtomicBoolean();
            rowsWhile(Reading.checkpointsBeyond(number, part.from()), row -> {
                boolean more = !covered.getAndSet(row.number("LOG_SIZE") >= part.to());
                if (more) {
                    largest.accumulateAndGet(row.number("LOG_SIZE"), Math::max);
                }
                return more;
            });
        }
        return largest.get();
    }

    /** Their entries and hashes, and all hashes above. */
    private void tiles(Span part, long signed) {
        long first = part.from() / TilePath.FULL;
        rowsWhile(
                Reading.tilesFrom(TilePath.ENTRIES, first),
                row -> row.number("TILE_INDEX") * TilePath.FULL < part.to());
        rowsWhile(Reading.tilesFrom(0, first), row -> row.number("TILE_INDEX") * TilePath.FULL <= signed);
        rows(Reading.where(Table.TILE, Map.of("TILE_LEVEL", new Reading.Beyond(true, 0))));
    }

    private void rowsWhile(Reading reading, Predicate<Row> isMeant) {
        try (Rows read = source.rows(reading)) {
            boolean more = true;
            while (more && read.hasNext()) {
                Row row = read.next();
                more = isMeant.test(row);
                if (more) {
                    write(row);
                }
            }
        }
    }

    private void rowsIf(Reading reading, Predicate<Row> isMeant) {
        try (Rows read = source.rows(reading)) {
            while (read.hasNext()) {
                Row row = read.next();
                if (isMeant.test(row)) {
                    write(row);
                }
            }
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
        rowsIf(reading, any -> true);
    }

    private void write(Row row) {
        if (row.table() == Table.RECORD) {
            remember(row.hex("WORDING_DIGEST"), wordings);
            remember(row.hex("SETTINGS_DIGEST"), settings);
        }
        row(row);
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
        line(ExportFormat.write(row.table() == Table.FOREIGN_ERASURE ? bare(row) : row));
    }

    /** Of another realm's erasure only what it explains in this one: whom it is about, by kind, and whether it is about many. */
    private static Row bare(Row erasure) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("ID", erasure.text("ID"));
        String userId = erasure.text("USER_ID");
        if (userId != null) {
            values.put("USER_ID", UserStores.isPseudonym(userId) ? userId : ANY_NAME);
        }
        values.put("OCCURRED_AT", 0L);
        values.put("DETAILS", isOfMany(erasure) ? "{\"scope\":\"realm\"}" : "{}");
        return new Row(erasure.table(), values);
    }

    private static boolean isOfMany(Row erasure) {
        String details = erasure.text("DETAILS");
        try {
            return details != null && LooseJson.read(details, "The details").containsKey("scope");
        } catch (MalformedException e) {
            // Verifying takes such details for none, too.
            return false;
        }
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
