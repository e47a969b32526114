package io.agreements.proof.ledger.check;

import io.agreements.proof.ledger.KeptEntries;
import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Progress;
import io.agreements.proof.ledger.Reading;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Rows;
import io.agreements.proof.ledger.Span;
import io.agreements.proof.ledger.check.record.Misfits;
import io.agreements.proof.ledger.check.record.RecordCheck;
import io.agreements.proof.ledger.check.record.Vocabulary;
import io.agreements.proof.ledger.check.stored.StoredRecord;
import io.agreements.proof.ledger.check.tree.Leaves;
import io.agreements.proof.ledger.check.tree.StrayTiles;
import io.agreements.proof.ledger.check.tree.TreeWalk;
import io.agreements.proof.log.EntryBundle;
import io.agreements.proof.log.TilePath;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Goes along the records of a log with its tiles beside them, each looked at once. */
final class RecordsWalk {

    private final LedgerSource source;
    private final long size;

    /** What is looked at, where that is a part of the log; null for all of it and what waits for a place. */
    private final Span part;

    private final Optional<KeptEntries> kept;
    private final Misfits misfits;
    private final RecordCheck check;
    private final Vocabulary vocabulary;
    private final Leaves roots;
    private final Consumer<StoredRecord> others;
    private final Progress progress;

    /**
     * @param part what is looked at of the log; null for all of it and what waits for a place
     * @param others takes every record besides
     */
    RecordsWalk(
            LedgerSource source,
            long size,
            Span part,
            Optional<KeptEntries> kept,
            Misfits misfits,
            RecordCheck check,
            Vocabulary vocabulary,
            Leaves roots,
            Consumer<StoredRecord> others,
            Progress progress) {
        this.source = source;
        this.size = size;
        this.part = part;
        this.kept = kept;
        this.misfits = misfits;
        this.check = check;
        this.vocabulary = vocabulary;
        this.roots = roots;
        this.others = others;
        this.progress = progress;
    }

    /** @return how many records there are */
    long walk() {
        return part == null ? all() : part();
    }

    private long all() {
        Span all = new Span(0, size);
        long count = 0;
        StrayTiles strays = new StrayTiles(misfits.findings());
        try (TreeWalk tree = new TreeWalk(source, size, strays);
                Rows rows = source.rows(Reading.logged())) {
            Records records = new Records(rows);
            count += records.before(0, misfits::add);
            count += blocks(all, tree, records);
            tree.end();
            count += records.before(Long.MAX_VALUE, misfits::add);
        }
        count += waiting();
        strays.resolve(source);
        return count;
    }

    private long part() {
        StrayTiles strays = new StrayTiles(misfits.findings());
        long count;
        try (TreeWalk tree = TreeWalk.from(part.from() / TilePath.FULL, source, size, strays);
                Rows rows = source.rows(Reading.loggedFrom(part.from()))) {
            count = blocks(part, tree, new Records(rows));
            tree.end();
        }
        strays.resolve(source);
        return count;
    }

    private long blocks(Span span, TreeWalk tree, Records records) {
        long count = 0;
        for (long number = span.from() / TilePath.FULL; number * TilePath.FULL < span.to(); number++) {
            Block block = new Block(
                    number,
                    span,
                    tree.read(number),
                    kept(number),
                    misfits,
                    record -> look(record, record.changedColumns()));
            count += records.beforeRow(block.end(), block::add);
            block.finish(tree, roots);
            progress.at(block.end() - span.from(), span.count());
        }
        return count;
    }

    private Optional<EntryBundle> kept(long block) {
        return kept.flatMap(entries -> entries.read(TilePath.at(TilePath.ENTRIES, block, size)));
    }

    private long waiting() {
        long count = 0;
        try (Rows rows = source.rows(Reading.waiting())) {
            while (rows.hasNext()) {
                StoredRecord stored = new StoredRecord(rows.next());
                count++;
                if (!stored.isFit()) {
                    misfits.tellUnfit(stored);
                    continue;
                }
                misfits.addWaiting(stored);
                look(stored, stored.changedColumns());
            }
        }
        return count;
    }

    private void look(StoredRecord stored, List<String> checked) {
        vocabulary.learn(stored.row());
        check.look(stored, List.of(), checked);
        others.accept(stored);
    }

    /** Rows of records in the order of the log. */
    private static final class Records {

        private final Rows rows;
        private Row next;

        Records(Rows rows) {
            this.rows = rows;
            this.next = rows.hasNext() ? rows.next() : null;
        }

        long before(long index, Consumer<StoredRecord> consumer) {
            return beforeRow(index, row -> consumer.accept(new StoredRecord(row)));
        }

        /** @return how many there were */
        long beforeRow(long index, Consumer<Row> consumer) {
            long count = 0;
            while (next != null && next.number("LOG_INDEX") < index) {
                consumer.accept(next);
                count++;
                next = rows.hasNext() ? rows.next() : null;
            }
            return count;
        }
    }
}
