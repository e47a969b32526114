package io.agreements.proof.ledger.export;

import io.agreements.proof.MalformedException;
import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Reading;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Rows;
import io.agreements.proof.ledger.Span;
import io.agreements.proof.ledger.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/** A ledger in an export: lines, as they are or packed by gzip, or as the one file of a ZIP. */
public final class ExportedLedger implements LedgerSource {

    private static final int MOST_ABSENT = 1_000_000;

    private final Lines.Opener opener;
    private final String realmId;

    /** Null for all of the log. */
    private final Span part;

    private Set<String> absent;

    private ExportedLedger(Lines.Opener opener, String realmId, Span part) {
        this.opener = opener;
        this.realmId = realmId;
        this.part = part;
    }

    /**
     * Reads it once from the beginning to the end, to see that it is whole.
     *
     * @param opener opens the lines, again and again
     * @throws MalformedException if it is no export
     */
    public static ExportedLedger open(Lines.Opener opener) {
        try (Lines lines = Lines.open(opener)) {
            Map<String, Object> begin = ExportFormat.read(required(lines.next()));
            boolean isPart = begin.get(ExportFormat.FROM) instanceof Long && begin.get(ExportFormat.TO) instanceof Long;
            if (begin.size() != (isPart ? 4 : 2)
                    || !Long.valueOf(ExportFormat.VERSION).equals(begin.get(ExportFormat.BEGIN))
                    || !(begin.get(ExportFormat.REALM) instanceof String realm)) {
                throw new MalformedException("That is no export of a ledger, or one of a later version");
            }
            long count = 0;
            byte[] last = null;
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                if (last != null && !ExportFormat.isRow(last)) {
                    throw new MalformedException("The export has a line that is none");
                }
                last = line;
                count++;
            }
            Map<String, Object> end = ExportFormat.read(required(last));
            if (!Long.valueOf(count - 1).equals(end.get(ExportFormat.END))) {
                throw new MalformedException("The export is not whole");
            }
            return new ExportedLedger(opener, realm, isPart ? part(begin) : null);
        }
    }

    private static Span part(Map<String, Object> begin) {
        try {
            return new Span((Long) begin.get(ExportFormat.FROM), (Long) begin.get(ExportFormat.TO));
        } catch (IllegalArgumentException e) {
            throw new MalformedException("That is no export of a ledger: " + e.getMessage());
        }
    }

    @Override
    public Optional<Span> part() {
        return Optional.ofNullable(part);
    }

    private static byte[] required(byte[] line) {
        if (line == null) {
            throw new MalformedException("The export is not whole");
        }
        return line;
    }

    @Override
    public String realmId() {
        return realmId;
    }

    @Override
    public Rows rows(Reading reading) {
        return new Filtered(reading, realmId, Lines.open(opener));
    }

    @Override
    public List<Row> find(Reading reading, int max) {
        List<Row> found = new ArrayList<>();
        try (Rows rows = rows(reading)) {
            while (found.size() < max && rows.hasNext()) {
                found.add(rows.next());
            }
        }
        return found;
    }

    @Override
    public List<Row> elsewhere(Table table, Map<String, Object> where) {
        return List.of();
    }

    @Override
    public boolean knowsUsers() {
        return false;
    }

    @Override
    public Set<String> absent(Collection<String> userIds) {
        if (absent == null) {
            absent = new HashSet<>();
            find(Reading.all(Table.ABSENT), MOST_ABSENT).forEach(row -> absent.add(row.text("USER_ID")));
        }
        Set<String> found = new HashSet<>(userIds);
        found.retainAll(absent);
        return found;
    }

    @Override
    public void close() {
        // Nothing is open but what is being read.
    }

    /** Rows of a table that are meant. */
    private static final class Filtered implements Rows {

        private final Reading reading;
        private final String realmId;
        private final byte[] prefix;
        private final Lines lines;
        private Row next;

        Filtered(Reading reading, String realmId, Lines lines) {
            this.reading = reading;
            this.realmId = realmId;
            this.prefix = ExportFormat.utf8(ExportFormat.prefix(reading.table()));
            this.lines = lines;
        }

        @Override
        public boolean hasNext() {
            while (next == null) {
                byte[] line = lines.next();
                if (line == null) {
                    return false;
                }
                if (ExportFormat.begins(line, prefix)) {
                    Row row = ExportFormat.row(reading.table(), line, realmId);
                    next = reading.takes(row) ? row : null;
                }
            }
            return true;
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Row row = next;
            next = null;
            return row;
        }

        @Override
        public void close() {
            lines.close();
        }
    }
}
