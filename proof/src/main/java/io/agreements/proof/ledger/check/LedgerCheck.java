package io.agreements.proof.ledger.check;

import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Outside;
import io.agreements.proof.ledger.Progress;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.check.checkpoint.SignedRoots;
import io.agreements.proof.ledger.check.erasure.ErasureBook;
import io.agreements.proof.ledger.check.erasure.UnexplainedErasures;
import io.agreements.proof.ledger.check.record.Misfits;
import io.agreements.proof.ledger.check.record.RecordCheck;
import io.agreements.proof.ledger.check.record.Vocabulary;
import io.agreements.proof.ledger.check.reference.KeptBook;
import io.agreements.proof.ledger.check.reference.TextBook;
import io.agreements.proof.ledger.check.state.StateCheck;
import io.agreements.proof.ledger.check.stored.StoredLog;
import io.agreements.proof.ledger.check.stored.StoredRecord;
import io.agreements.proof.ledger.outcome.Finding;
import io.agreements.proof.ledger.outcome.Finding.Kind;
import io.agreements.proof.ledger.outcome.Findings;
import io.agreements.proof.ledger.outcome.Saying;
import io.agreements.proof.ledger.outcome.Verification;
import java.time.Clock;
import java.util.List;

/** Looks at all of a ledger. */
public final class LedgerCheck {

    private final LedgerSource source;
    private final Outside outside;
    private final Findings findings;
    private final Progress progress;
    private final Clock clock;

    public LedgerCheck(LedgerSource source, Outside outside, Findings findings, Progress progress, Clock clock) {
        this.source = source;
        this.outside = outside;
        this.findings = findings;
        this.progress = progress;
        this.clock = clock;
    }

    /** @throws io.agreements.proof.ledger.UnreadableException if it cannot be read */
    public Verification run() {
        StoredLog log = StoredLog.read(source, findings);
        KeptBook wordings = KeptBook.read(Table.WORDING, source, findings);
        KeptBook settings = KeptBook.read(Table.SETTINGS, source, findings);
        TextBook texts = TextBook.read(source, findings);
        ErasureBook logged = ErasureBook.read(source, true);
        ErasureBook waiting = ErasureBook.read(source, false);
        long now = clock.instant().toEpochMilli();
        UnexplainedErasures unexplained = new UnexplainedErasures(source, logged, findings, now);
        RecordCheck check = new RecordCheck(wordings, settings, texts, logged, waiting, findings, unexplained::add);
        Vocabulary vocabulary = new Vocabulary();
        Misfits misfits = new Misfits(findings, vocabulary, check);
        StandingsCheck standings = new StandingsCheck(source, texts, findings, log.size());
        List<StateCheck> states = StateCheck.all(source, findings);
        long records;
        try (SignedRoots roots = new SignedRoots(source, log, outside, findings, now)) {
            records = new RecordsWalk(
                            source,
                            log.size(),
                            null,
                            outside.entries(),
                            misfits,
                            check,
                            vocabulary,
                            roots,
                            record -> {
                                add(record, standings, states);
                                tellIfOneTooMany(record, logged, waiting);
                            },
                            progress)
                    .walk();
            roots.end();
            misfits.resolve(source, roots.signedAt());
        }
        unexplained.resolve();
        wordings.tellTheRest();
        settings.tellTheRest();
        texts.tellTheRest();
        texts.compareVersions();
        standings.look();
        states.forEach(StateCheck::look);
        return new Verification(
                log.origin(), log.size(), records, findings.wrong(), findings.counts(), findings.kept());
    }

    private void tellIfOneTooMany(StoredRecord record, ErasureBook logged, ErasureBook waiting) {
        if (logged.isOneTooMany(record.row(), waiting)) {
            findings.add(Finding.of(Kind.CHANGED, record.row(), "USER_ID", Saying.PSEUDONYM_OF_MORE.of()));
        }
    }

    private static void add(StoredRecord record, StandingsCheck standings, List<StateCheck> states) {
        if (record.isDecision()) {
            standings.add(record);
        } else {
            states.forEach(check -> check.add(record));
        }
    }
}
