package io.agreements.proof.ledger.check;

import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Outside;
import io.agreements.proof.ledger.Progress;
import io.agreements.proof.ledger.Reading;
import io.agreements.proof.ledger.Rows;
import io.agreements.proof.ledger.Span;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.UnreadableException;
import io.agreements.proof.ledger.check.checkpoint.SpanRoots;
import io.agreements.proof.ledger.check.erasure.ErasureBook;
import io.agreements.proof.ledger.check.erasure.Suspects;
import io.agreements.proof.ledger.check.record.Misfits;
import io.agreements.proof.ledger.check.record.RecordCheck;
import io.agreements.proof.ledger.check.record.Vocabulary;
import io.agreements.proof.ledger.check.reference.KeptBook;
import io.agreements.proof.ledger.check.reference.TextBook;
import io.agreements.proof.ledger.check.stored.StoredLog;
import io.agreements.proof.ledger.check.stored.StoredRecord;
import io.agreements.proof.ledger.check.stored.StoredRecords;
import io.agreements.proof.ledger.outcome.Findings;
import io.agreements.proof.ledger.outcome.SpanVerification;
import java.time.Clock;

/**
 * Looks at a part of a log: records, entries, tiles and checkpoints, and what the records refer to. All of that is fixed once it
 * is in the log, but for what is lawfully erased; so the ledger may be read a piece at a time, while the server writes. What is
 * not fixed is not looked at: standings, and records that wait for a place.
 */
public final class SpanCheck {

    private static final long MOST_WAITING = 10_000;

    private final LedgerSource source;
    private final Span span;
    private final Outside outside;
    private final Findings findings;
    private final Progress progress;
    private final Clock clock;

    /** @param progress may throw something to end it */
    public SpanCheck(
            LedgerSource source, Span span, Outside outside, Findings findings, Progress progress, Clock clock) {
        this.source = source;
        this.span = span;
        this.outside = outside;
        this.findings = findings;
        this.progress = progress;
        this.clock = clock;
    }

    /** @throws UnreadableException if it cannot be read, or the log has not so many entries */
    public SpanVerification run() {
        // How large the log is comes before all else: what it has by then, and what that refers to, is there.
        StoredLog log = StoredLog.read(source, findings);
        if (span.to() > log.size()) {
            throw new UnreadableException("The log has only %d entries".formatted(log.size()));
        }
        KeptBook wordings = KeptBook.read(Table.WORDING, source, findings);
        KeptBook settings = KeptBook.read(Table.SETTINGS, source, findings);
        TextBook texts = TextBook.read(source, findings);
        ErasureBook waiting = ErasureBook.read(source, false);
        ErasureBook logged = ErasureBook.read(source, true);
        Suspects suspects = new Suspects(source, findings, clock.instant().toEpochMilli());
        RecordCheck check = new RecordCheck(wordings, settings, texts, logged, waiting, findings, suspects::add);
        Vocabulary vocabulary = new Vocabulary();
        Misfits misfits = new Misfits(findings, vocabulary, check);
        try (SpanRoots roots = new SpanRoots(source, log, span, outside, findings)) {
            long records = new RecordsWalk(
                            source,
                            log.size(),
                            span,
                            outside.entries(),
                            misfits,
                            check,
                            vocabulary,
                            roots,
                            record -> {},
                            progress)
                    .walk();
            roots.end();
            lookAmongWaiting(misfits);
            misfits.resolve(source, null);
            suspects.resolve();
            lookForCancelled(texts);
            wordings.tellTheRest();
            settings.tellTheRest();
            texts.tellTheRest();
            return new SpanVerification(
                    log.origin(),
                    span,
                    records,
                    roots.signedSize(),
                    roots.keptSize(),
                    findings.wrong(),
                    findings.counts(),
                    findings.kept());
        }
    }

    /** A record may have lost its place. */
    private void lookAmongWaiting(Misfits misfits) {
        if (!misfits.hasEmptyPlaces()) {
            return;
        }
        try (Rows rows = source.rows(Reading.waiting())) {
            for (long count = 0; count < MOST_WAITING && rows.hasNext(); count++) {
                misfits.addWaiting(new StoredRecord(rows.next()));
            }
        }
    }

    /** A publication may have been cancelled later than the part. */
    private void lookForCancelled(TextBook texts) {
        StoredRecords.each(source, Reading.ofType("PUBLICATION"), row -> {
            StoredRecord record = new StoredRecord(row);
            if ("cancelled".equals(record.details().get("action"))) {
                texts.add(record);
            }
        });
    }
}
