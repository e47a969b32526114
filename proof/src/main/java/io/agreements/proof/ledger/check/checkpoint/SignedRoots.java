package io.agreements.proof.ledger.check.checkpoint;

import io.agreements.proof.ledger.KeptCheckpoint;
import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Outside;
import io.agreements.proof.ledger.Reading;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Rows;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.check.stored.StoredLog;
import io.agreements.proof.ledger.check.tree.Leaves;
import io.agreements.proof.ledger.outcome.Finding;
import io.agreements.proof.ledger.outcome.Finding.Kind;
import io.agreements.proof.ledger.outcome.Findings;
import io.agreements.proof.ledger.outcome.Saying;
import io.agreements.proof.merkle.Frontier;
import io.agreements.proof.merkle.Hash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Computes the root of the log at each size for which there is a checkpoint, stored or kept elsewhere. */
public final class SignedRoots implements Leaves, AutoCloseable {

    private static final long MOST_ORIGINS = 1000;
    private static final int MOST_PENDING = 4096;

    private final LedgerSource source;
    private final StoredLog log;
    private final Findings findings;
    private final Trust trust;
    private final SigningTimes times;
    private final List<Stored> stored = new ArrayList<>();
    private final Deque<KeptCheckpoint> kept;
    private final Set<String> origins = new HashSet<>();
    private final List<KeptCheckpoint> notStored = new ArrayList<>();

    /** Texts of checkpoints that are stored at a wrong place. */
    private final Set<String> strayTexts = new HashSet<>();

    private final List<Hash> pending = new ArrayList<>();
    private Frontier frontier = Frontier.EMPTY;
    private long size;
    private long storedUpTo;
    private long keptUpTo;
    private boolean disagrees;
    private Trust.Signed last;
    private Row lastRow;

    /** @param now in ms */
    public SignedRoots(LedgerSource source, StoredLog log, Outside outside, Findings findings, long now) {
        this.source = source;
        this.log = log;
        this.findings = findings;
        this.trust = new Trust(outside, log, findings);
        this.times = new SigningTimes(findings, now);
        this.kept = new ArrayDeque<>(outside.checkpoints().stream()
                .sorted(Comparator.comparingLong(one -> one.checkpoint().size()))
                .toList());
        for (long number = 1; number <= Math.min(log.originNumber(), MOST_ORIGINS); number++) {
            stored.add(new Stored(source.rows(Reading.checkpoints(number))));
        }
        numbersThatAreNone();
        look();
    }

    private void numbersThatAreNone() {
        for (Reading.Beyond beyond :
                List.of(new Reading.Beyond(true, log.originNumber()), new Reading.Beyond(false, 1))) {
            try (Rows rows = source.rows(Reading.where(Table.CHECKPOINT, Map.of("ORIGIN_NUMBER", beyond)))) {
                rows.forEachRemaining(row -> {
                    trust.look(row)
                            .ifPresent(found -> strayTexts.add(found.note().text()));
                    findings.add(
                            log.row() == null
                                    ? Finding.of(Kind.SURPLUS, row, null, Saying.CHECKPOINT_WITHOUT_LOG.of())
                                    : Finding.of(Kind.CHANGED, row, "ORIGIN_NUMBER", Saying.ORIGIN_NEVER_HAD.of()));
                });
            }
        }
    }

    /** When the log was signed last; null if it never was. */
    public Long signedAt() {
        return lastRow == null ? null : lastRow.number("SIGNED_AT");
    }

    @Override
    public void append(Hash leaf, long recordedAt) {
        pending.add(leaf);
        size++;
        times.recordedAt(recordedAt);
        if (pending.size() >= MOST_PENDING) {
            flush();
        }
        look();
    }

    private void flush() {
        frontier = frontier.append(pending);
        pending.clear();
    }

    /** At checkpoints of the size there is now. */
    private void look() {
        Set<String> texts = new HashSet<>();
        for (Stored one : stored) {
            while (one.size() <= size) {
                take(one.next(), texts);
            }
        }
        while (!kept.isEmpty() && kept.peek().checkpoint().size() <= size) {
            take(kept.poll(), texts);
        }
    }

    private void take(Row row, Set<String> texts) {
        times.signed(row);
        Optional<Trust.Signed> signed = trust.look(row);
        signed.ifPresent(found -> {
            origins.add(found.checkpoint().origin());
            texts.add(found.note().text());
            lastRow = row;
            last = found;
            if (found.checkpoint().size() != row.number("LOG_SIZE")) {
                strayTexts.add(found.note().text());
                findings.add(Finding.of(
                        Kind.CHANGED,
                        row,
                        "LOG_SIZE",
                        Saying.NOTE_OF_SIZE.of(found.checkpoint().size())));
            } else {
                compare(found.checkpoint().root(), row, null);
            }
            boolean current = row.number("ORIGIN_NUMBER") == log.originNumber();
            if (current != found.checkpoint().origin().equals(log.origin())) {
                findings.add(Finding.of(
                        Kind.CHANGED,
                        row,
                        "ORIGIN_NUMBER",
                        Saying.NOTE_OF_ORIGIN.of(found.checkpoint().origin(), log.origin())));
            }
        });
        if (signed.isEmpty()) {
            lastRow = row;
            last = null;
        }
    }

    private void take(KeptCheckpoint one, Set<String> texts) {
        if (!trust.takes(one)) {
            return;
        }
        compare(one.checkpoint().root(), null, one);
        if (!texts.contains(one.note().text())) {
            notStored.add(one);
        }
    }

    private void compare(Hash root, Row row, KeptCheckpoint one) {
        flush();
        if (frontier.root().equals(root)) {
            if (row == null) {
                keptUpTo = size;
            } else {
                storedUpTo = size;
            }
            return;
        }
        if (row == null) {
            findings.add(Finding.of(Kind.CONTRADICTION, Saying.KEPT_OTHER_ENTRIES.of(keptUpTo, size, one.place())));
        } else if (!disagrees) {
            findings.add(Finding.of(Kind.CONTRADICTION, row, "NOTE", Saying.OTHER_ENTRIES.of(storedUpTo, size)));
        }
        disagrees = true;
    }

    /** After the last entry. */
    public void end() {
        for (Stored one : stored) {
            while (one.hasNext()) {
                beyond(one.next());
            }
        }
        kept.forEach(one -> {
            if (trust.takes(one)) {
                findings.add(Finding.of(
                        Kind.CONTRADICTION,
                        Saying.KEPT_BEYOND.of(one.place(), one.checkpoint().size(), size)));
            }
        });
        notStored.stream()
                .filter(one -> !strayTexts.contains(one.note().text()))
                .forEach(this::tellNotStored);
        times.end();
        lastOne();
    }

    private void tellNotStored(KeptCheckpoint one) {
        if (!origins.contains(one.checkpoint().origin())) {
            findings.add(Finding.of(
                    Kind.CONTRADICTION,
                    Saying.KEPT_OF_ORIGIN.of(one.place(), one.checkpoint().origin())));
        } else if (!isInAnotherRealm(one)) {
            findings.add(new Finding(
                    Kind.MISSING,
                    Table.CHECKPOINT,
                    String.valueOf(one.checkpoint().size()),
                    null,
                    null,
                    Saying.KEPT_NOT_STORED.of(one.place())));
        }
    }

    private boolean isInAnotherRealm(KeptCheckpoint one) {
        for (Row row : source.elsewhere(
                Table.CHECKPOINT, Map.of("LOG_SIZE", one.checkpoint().size()))) {
            if (new String(row.bytes("NOTE"), StandardCharsets.UTF_8)
                    .startsWith(one.note().text())) {
                findings.add(Finding.of(
                        Kind.CHANGED,
                        row,
                        "REALM_ID",
                        Saying.REALM_CHANGED.of(row.text("REALM_ID"), source.realmId())));
                return true;
            }
        }
        return false;
    }

    private void beyond(Row row) {
        Optional<Trust.Signed> signed = trust.look(row);
        signed.ifPresent(found -> strayTexts.add(found.note().text()));
        boolean moved = signed.isPresent() && signed.get().checkpoint().size() != row.number("LOG_SIZE");
        findings.add(
                moved
                        ? Finding.of(
                                Kind.CHANGED,
                                row,
                                "LOG_SIZE",
                                Saying.NOTE_OF_SIZE.of(signed.get().checkpoint().size()))
                        : Finding.of(Kind.CONTRADICTION, row, null, Saying.CHECKPOINT_BEYOND.of(size)));
    }

    private void lastOne() {
        if (log.row() == null || lastRow == null) {
            if (size > 0) {
                findings.add(new Finding(
                        Kind.MISSING, Table.CHECKPOINT, String.valueOf(size), null, null, Saying.CHECKPOINT_NONE.of()));
            }
            return;
        }
        if (last != null && last.checkpoint().size() < size) {
            findings.add(new Finding(
                    Kind.MISSING,
                    Table.CHECKPOINT,
                    log.originNumber() + "/" + size,
                    null,
                    null,
                    Saying.CHECKPOINT_BEHIND.of(last.checkpoint().size(), size)));
        }
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

        boolean hasNext() {
            return next != null;
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
