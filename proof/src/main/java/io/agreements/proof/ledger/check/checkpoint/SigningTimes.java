package io.agreements.proof.ledger.check.checkpoint;

import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.outcome.Finding;
import io.agreements.proof.ledger.outcome.Finding.Kind;
import io.agreements.proof.ledger.outcome.Findings;
import io.agreements.proof.ledger.outcome.Saying;

/** When checkpoints say to have been signed: one after the other, and soon after the records they are about. */
final class SigningTimes {

    /** Clocks of nodes differ, and may be put right. */
    private static final long SLACK = 3_600_000;

    private final Findings findings;
    private final long now;
    private long recordedAt;
    private Long before;
    private Row row;
    private long rowRecordedAt;

    SigningTimes(Findings findings, long now) {
        this.findings = findings;
        this.now = now;
    }

    /** Of a record that the next checkpoint is about. */
    void recordedAt(long time) {
        recordedAt = Math.max(recordedAt, time);
    }

    void signed(Row next) {
        look(next.number("SIGNED_AT"));
        row = next;
        rowRecordedAt = recordedAt;
        recordedAt = 0;
    }

    void end() {
        look(now);
        row = null;
    }

    private void look(long after) {
        if (row == null) {
            return;
        }
        long signedAt = row.number("SIGNED_AT");
        long earliest = before == null ? rowRecordedAt : before;
        boolean fitsRecords = rowRecordedAt > 0 && Math.abs(signedAt - rowRecordedAt) <= SLACK;
        boolean fitsNeighbours = signedAt >= earliest - SLACK && signedAt <= after + SLACK;
        if (!fitsRecords && !fitsNeighbours) {
            findings.add(Finding.of(Kind.CHANGED, row, "SIGNED_AT", Saying.SIGNED_AT_UNFIT.of()));
        } else {
            before = signedAt;
        }
    }
}
