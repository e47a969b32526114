package io.agreements.proof.ledger.check;

import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Span;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.check.record.Misfits;
import io.agreements.proof.ledger.check.stored.StoredRecord;
import io.agreements.proof.ledger.check.tree.Leaves;
import io.agreements.proof.ledger.check.tree.TreeWalk;
import io.agreements.proof.ledger.outcome.Finding;
import io.agreements.proof.ledger.outcome.Finding.Kind;
import io.agreements.proof.ledger.outcome.Saying;
import io.agreements.proof.log.Entry;
import io.agreements.proof.log.EntryBundle;
import io.agreements.proof.log.TilePath;
import io.agreements.proof.merkle.Hash;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;

/** 256 places of a log, and which records stand there. */
final class Block {

    private final long number;
    private final Span span;
    private final TreeWalk.Stored stored;
    private final Misfits misfits;
    private final Consumer<StoredRecord> look;
    private final Entry[] entries;
    private final Hash[] leaves;
    private final Entry[] keptEntries;
    private final long[] recordedAt;

    /**
     * @param span which places are looked at; the others are taken as they are stored
     * @param kept entries that somebody has kept
     * @param look takes the records that fit
     */
    Block(
            long number,
            Span span,
            TreeWalk.Stored stored,
            Optional<EntryBundle> kept,
            Misfits misfits,
            Consumer<StoredRecord> look) {
        this.number = number;
        this.span = span;
        this.stored = stored;
        this.misfits = misfits;
        this.look = look;
        this.entries = new Entry[stored.entries().length];
        this.leaves = new Hash[entries.length];
        this.keptEntries = new Entry[entries.length];
        this.recordedAt = new long[entries.length];
        kept.ifPresent(bundle -> bundle.entries().toArray(keptEntries));
    }

    /** The first place behind it that is looked at. */
    long end() {
        return Math.min(number * TilePath.FULL + entries.length, span.to());
    }

    void add(Row row) {
        StoredRecord record = new StoredRecord(row);
        int place = (int) (row.number("LOG_INDEX") - number * TilePath.FULL);
        Optional<Entry> entry =
                record.entry().map(hex -> Entry.of(HexFormat.of().parseHex(hex)));
        if (entry.isPresent() && entries[place] == null && isRight(place, entry.get())) {
            entries[place] = entry.get();
            recordedAt[place] = row.number("RECORDED_AT");
            look.accept(record);
        } else {
            misfits.add(record);
        }
    }

    private boolean isRight(int place, Entry entry) {
        return keptEntries[place] == null ? stored.has(place, entry) : entry.equals(keptEntries[place]);
    }

    /** Once all are added. */
    void finish(TreeWalk tree, Leaves target) {
        for (int place = 0; place < entries.length; place++) {
            if (!span.contains(index(place))) {
                take(place);
            } else if (entries[place] == null) {
                miss(place);
            }
            if (leaves[place] == null) {
                leaves[place] = entries[place].leaf();
            }
        }
        tree.add(number, entries, leaves);
        for (int place = 0; place < leaves.length; place++) {
            if (span.contains(index(place))) {
                target.append(leaves[place], recordedAt[place]);
            }
        }
    }

    private long index(int place) {
        return number * TilePath.FULL + place;
    }

    /** What is not looked at is as it is stored. */
    private void take(int place) {
        entries[place] = stored.entries()[place];
        leaves[place] = stored.leaves()[place];
        if (leaves[place] == null && entries[place] == null) {
            leaves[place] = Hash.OF_NOTHING;
        }
    }

    /** No record fits here. */
    private void miss(int place) {
        entries[place] = keptEntries[place] != null
                ? keptEntries[place]
                : stored.agreed(place).orElse(stored.entries()[place]);
        if (entries[place] == null) {
            leaves[place] = Optional.ofNullable(stored.leaves()[place]).orElse(Hash.OF_NOTHING);
            misfits.findings()
                    .add(new Finding(Kind.MISSING, Table.RECORD, null, index(place), null, Saying.PLACE_EMPTY.of()));
        } else {
            misfits.addEmpty(index(place), entries[place].toString());
        }
    }
}
