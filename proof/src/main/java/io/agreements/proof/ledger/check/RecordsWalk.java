package io.agreements.proof.ledger.check;

import io.agreements.proof.ledger.Finding;
import io.agreements.proof.ledger.Finding.Kind;
import io.agreements.proof.ledger.KeptEntries;
import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Progress;
import io.agreements.proof.ledger.Reading;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Rows;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.log.Entry;
import io.agreements.proof.log.EntryBundle;
import io.agreements.proof.log.TilePath;
import io.agreements.proof.merkle.Hash;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Goes along the records of a log with its tiles beside them, each looked at once. */
final class RecordsWalk {

    private final LedgerSource source;
    private final long size;
    private final Optional<KeptEntries> kept;
    private final Misfits misfits;
    private final RecordCheck check;
    private final Vocabulary vocabulary;
    private final SignedRoots roots;
    private final Consumer<StoredRecord> decisions;
    private final Progress progress;

    /** @param decisions takes every record of a decision */
    RecordsWalk(
            LedgerSource source,
            long size,
            Optional<KeptEntries> kept,
            Misfits misfits,
            RecordCheck check,
            Vocabulary vocabulary,
            SignedRoots roots,
            Consumer<StoredRecord> decisions,
            Progress progress) {
        this.source = source;
        this.size = size;
        this.kept = kept;
        this.misfits = misfits;
        this.check = check;
        this.vocabulary = vocabulary;
        this.roots = roots;
        this.decisions = decisions;
        this.progress = progress;
    }

    /** @return how many records there are in the log and out of it */
    long walk() {
        long count = 0;
        StrayTiles strays = new StrayTiles(misfits.findings());
        try (TreeWalk tree = new TreeWalk(source, size, strays);
                Rows rows = source.rows(Reading.logged())) {
            Row next = rows.hasNext() ? rows.next() : null;
            while (next != null && next.number("LOG_INDEX") < 0) {
                misfits.add(new StoredRecord(next));
                count++;
                next = rows.hasNext() ? rows.next() : null;
            }
            for (long block = 0; block * TilePath.FULL < size; block++) {
                Block stored = new Block(block, tree.read(block), kept(block));
                while (next != null && next.number("LOG_INDEX") < stored.end()) {
                    stored.add(next);
                    count++;
                    next = rows.hasNext() ? rows.next() : null;
                }
                stored.finish(tree);
                progress.at(Math.min(stored.end(), size), size);
            }
            tree.end();
            while (next != null) {
                misfits.add(new StoredRecord(next));
                count++;
                next = rows.hasNext() ? rows.next() : null;
            }
        }
        count += waiting();
        strays.resolve(source);
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
                misfits.addWaiting(stored);
                look(stored, stored.changedColumns());
                count++;
            }
        }
        return count;
    }

    private void look(StoredRecord stored, List<String> checked) {
        vocabulary.learn(stored.row());
        check.look(stored, List.of(), checked);
        if (stored.isDecision()) {
            decisions.accept(stored);
        }
    }

    /** 256 places of the log. */
    private final class Block {

        private final long number;
        private final TreeWalk.Stored stored;
        private final Entry[] entries;
        private final Hash[] leaves;
        private final Entry[] keptEntries;
        private final long[] recordedAt;

        Block(long number, TreeWalk.Stored stored, Optional<EntryBundle> kept) {
            this.number = number;
            this.stored = stored;
            this.entries = new Entry[stored.entries().length];
            this.leaves = new Hash[entries.length];
            this.keptEntries = new Entry[entries.length];
            this.recordedAt = new long[entries.length];
            kept.ifPresent(bundle -> bundle.entries().toArray(keptEntries));
        }

        long end() {
            return number * TilePath.FULL + entries.length;
        }

        void add(Row row) {
            StoredRecord record = new StoredRecord(row);
            int place = (int) (row.number("LOG_INDEX") - number * TilePath.FULL);
            Optional<Entry> entry =
                    record.entry().map(hex -> Entry.of(HexFormat.of().parseHex(hex)));
            if (entry.isPresent() && entries[place] == null && isRight(place, entry.get())) {
                entries[place] = entry.get();
                recordedAt[place] = row.number("RECORDED_AT");
                look(record, record.changedColumns());
            } else {
                misfits.add(record);
            }
        }

        private boolean isRight(int place, Entry entry) {
            return keptEntries[place] == null ? stored.has(place, entry) : entry.equals(keptEntries[place]);
        }

        void finish(TreeWalk tree) {
            for (int place = 0; place < entries.length; place++) {
                if (entries[place] == null) {
                    miss(place);
                }
                if (entries[place] != null) {
                    leaves[place] = entries[place].leaf();
                }
            }
            tree.add(number, entries, leaves);
            for (int place = 0; place < leaves.length; place++) {
                roots.append(leaves[place], recordedAt[place]);
            }
        }

        /** No record fits here. */
        private void miss(int place) {
            long index = number * TilePath.FULL + place;
            entries[place] = keptEntries[place] != null
                    ? keptEntries[place]
                    : stored.agreed(place).orElse(stored.entries()[place]);
            if (entries[place] == null) {
                leaves[place] = Optional.ofNullable(stored.leaves()[place]).orElse(Hash.OF_NOTHING);
                misfits.findings()
                        .add(new Finding(
                                Kind.MISSING,
                                Table.RECORD,
                                null,
                                index,
                                null,
                                "neither a record nor an entry is left at this place"));
            } else {
                misfits.addEmpty(index, entries[place].toString());
            }
        }
    }
}
