package io.agreements.proof.ledger.check.checkpoint;

import io.agreements.proof.MalformedException;
import io.agreements.proof.ledger.KeptCheckpoint;
import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Outside;
import io.agreements.proof.ledger.Reading;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Rows;
import io.agreements.proof.ledger.Span;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.check.stored.StoredLog;
import io.agreements.proof.ledger.check.stored.StoredTiles;
import io.agreements.proof.ledger.check.tree.Leaves;
import io.agreements.proof.ledger.outcome.Finding;
import io.agreements.proof.ledger.outcome.Finding.Kind;
import io.agreements.proof.ledger.outcome.Findings;
import io.agreements.proof.ledger.outcome.Saying;
import io.agreements.proof.ledger.outcome.Statement;
import io.agreements.proof.log.TileHashes;
import io.agreements.proof.merkle.Frontier;
import io.agreements.proof.merkle.Hash;
import io.agreements.proof.merkle.MerkleTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds a part of a log against the checkpoints that were signed within it, the next one, which covers it, and those that
 * somebody kept. What lies beside the part is taken from the tiles.
 */
public final class SpanRoots implements Leaves, AutoCloseable {

    private static final long MOST_ORIGINS = 1000;
    private static final int MOST_PENDING = 4096;

    private final LedgerSource source;
    private final StoredLog log;
    private final Span span;
    private final Outside outside;
    private final Findings findings;
    private final Trust trust;
    private final TileHashes hashes;
    private final List<Stored> stored = new ArrayList<>();
    private final List<Hash> pending = new ArrayList<>();

    /** Null if the tiles before the part are not there. */
    private Frontier frontier;

    private long size;
    private boolean disagrees;

    /** One that covers the part is there, and it was said what is wrong with it. */
    private boolean isRefused;

    private Long signedSize;
    private Long keptSize;

    public SpanRoots(LedgerSource source, StoredLog log, Span span, Outside outside, Findings findings) {
        this.source = source;
        this.log = log;
        this.span = span;
        this.outside = outside;
        this.findings = findings;
        this.trust = new Trust(outside, log, findings);
        this.hashes = new TileHashes(log.size(), new StoredTiles(source));
        this.size = span.from();
        try {
            this.frontier = Frontier.read(span.from(), hashes);
        } catch (MalformedException e) {
            tellLost(e);
        }
        for (long number = 1; number <= Math.min(log.originNumber(), MOST_ORIGINS); number++) {
            stored.add(new Stored(source.rows(Reading.checkpointsBeyond(number, span.from()))));
        }
    }

    @Override
    public void append(Hash leaf, long recordedAt) {
        pending.add(leaf);
        size++;
        if (pending.size() >= MOST_PENDING) {
            flush();
        }
        for (Stored one : stored) {
            while (one.size() <= size) {
                take(one.next());
            }
        }
    }

    private void flush() {
        if (frontier != null) {
            frontier = frontier.append(pending);
        }
        pending.clear();
    }

    private void take(Row row) {
        look(row).ifPresent(signed -> {
            flush();
            if (frontier != null) {
                compare(signed.checkpoint().root(), frontier.root(), row);
            }
        });
    }

    private Optional<Trust.Signed> look(Row row) {
        Optional<Trust.Signed> right =
                trust.look(row).filter(signed -> isOfItsSize(signed, row) && isOfItsLog(signed, row));
        isRefused |= right.isEmpty() && row.number("LOG_SIZE") >= span.to();
        return right;
    }

    private boolean isOfItsSize(Trust.Signed signed, Row row) {
        boolean is = signed.checkpoint().size() == row.number("LOG_SIZE");
        if (!is) {
            findings.add(Finding.of(
                    Kind.CHANGED,
                    row,
                    "LOG_SIZE",
                    Saying.NOTE_OF_SIZE.of(signed.checkpoint().size())));
        }
        return is;
    }

    private boolean isOfItsLog(Trust.Signed signed, Row row) {
        boolean isCurrent = row.number("ORIGIN_NUMBER") == log.originNumber();
        boolean is = isCurrent == signed.checkpoint().origin().equals(log.origin());
        if (!is) {
            findings.add(Finding.of(
                    Kind.CHANGED,
                    row,
                    "ORIGIN_NUMBER",
                    Saying.NOTE_OF_ORIGIN.of(signed.checkpoint().origin(), log.origin())));
        }
        return is;
    }

    private void compare(Hash signedFor, Hash computed, Row row) {
        long covered = row.number("LOG_SIZE");
        if (signedFor.equals(computed)) {
            if (covered >= span.to() && (signedSize == null || covered < signedSize)) {
                signedSize = covered;
            }
        } else if (!disagrees) {
            disagrees = true;
            findings.add(Finding.of(Kind.CONTRADICTION, row, "NOTE", Saying.OTHER_ENTRIES_BELOW.of(covered)));
        }
    }

    /** After the last entry. */
    public void end() {
        if (signedSize == null && span.count() > 0) {
            cover();
        }
        outside.checkpoints().forEach(this::take);
    }

    /** The next checkpoint; of each origin, where there were several. */
    private void cover() {
        boolean any = false;
        for (Stored one : stored) {
            if (one.size() <= log.size()) {
                any = true;
                Row row = one.next();
                look(row).ifPresent(signed -> {
                    try {
                        compare(signed.checkpoint().root(), root(row.number("LOG_SIZE")), row);
                    } catch (MalformedException e) {
                        tellLost(e);
                    }
                });
            }
        }
        if (!any && !isRefused && !disagrees) {
            findings.add(new Finding(
                    Kind.MISSING,
                    Table.CHECKPOINT,
                    log.originNumber() + "/" + log.size(),
                    null,
                    null,
                    Saying.CHECKPOINT_NOT_COVERING.of()));
        }
    }

    private Hash root(long ofSize) {
        return new MerkleTree(ofSize, hashes).root();
    }

    private void take(KeptCheckpoint one) {
        if (!trust.takes(one)) {
            return;
        }
        long kept = one.checkpoint().size();
        if (kept > log.size()) {
            contradicts(Saying.KEPT_BEYOND.of(one.place(), kept, log.size()));
            return;
        }
        try {
            if (!root(kept).equals(one.checkpoint().root())) {
                contradicts(Saying.KEPT_OTHER_ENTRIES_BELOW.of(kept, one.place()));
                return;
            }
        } catch (MalformedException e) {
            tellLost(e);
            return;
        }
        keptSize = keptSize == null ? kept : Long.valueOf(Math.max(keptSize, kept));
        if (source.part().isEmpty() && !isStored(one)) {
            findings.add(new Finding(
                    Kind.MISSING,
                    Table.CHECKPOINT,
                    String.valueOf(kept),
                    null,
                    null,
                    Saying.KEPT_NOT_STORED.of(one.place())));
        }
    }

    private boolean isStored(KeptCheckpoint one) {
        return source
                .find(
                        Reading.where(
                                Table.CHECKPOINT,
                                Map.of("LOG_SIZE", one.checkpoint().size())),
                        (int) MOST_ORIGINS)
                .stream()
                .anyMatch(row -> new String(row.bytes("NOTE"), StandardCharsets.UTF_8)
                        .startsWith(one.note().text()));
    }

    private void contradicts(Statement said) {
        findings.add(Finding.of(Kind.CONTRADICTION, said));
    }

    /** An export has only what its own part needs. */
    private void tellLost(MalformedException problem) {
        findings.addOnce(new Finding(
                source.part().isPresent() ? Kind.UNVERIFIED : Kind.MISSING,
                Table.TILE,
                null,
                null,
                null,
                Saying.TILES_LOST.of(problem.getMessage())));
    }

    /** How many entries the smallest checkpoint has that covers the part and is right; null if there is none. */
    public Long signedSize() {
        return signedSize;
    }

    /** How many entries the largest kept one has that the log agrees with; null if there is none. */
    public Long keptSize() {
        return keptSize;
    }

    @Override
    public void close() {
        stored.forEach(Stored::close);
    }

    /** Checkpoints of one origin. */
    private static final class Stored {

        private final Rows rows;
        private Row next;

        Stored(Rows rows) {
            this.rows = rows;
            this.next = rows.hasNext() ? rows.next() : null;
        }

        long size() {
            return next == null ? Long.MAX_VALUE : next.number("LOG_SIZE");
        }

        Row next() {
            Row row = next;
            next = rows.hasNext() ? rows.next() : null;
            return row;
        }

        void close() {
            rows.close();
        }
    }
}
