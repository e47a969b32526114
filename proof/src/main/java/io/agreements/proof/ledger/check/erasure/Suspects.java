package io.agreements.proof.ledger.check.erasure;

import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.check.stored.Group;
import io.agreements.proof.ledger.outcome.Finding;
import io.agreements.proof.ledger.outcome.Finding.Kind;
import io.agreements.proof.ledger.outcome.Findings;
import io.agreements.proof.ledger.outcome.Saying;
import java.util.ArrayList;
import java.util.List;

/**
 * What is gone from records without a record of its erasure that had been read before: it may have been erased since. So it is
 * looked for once more, behind the record, in what is on record by then.
 */
public final class Suspects {

    private static final int MOST = 5000;

    private final LedgerSource source;
    private final Findings findings;
    private final long now;
    private final List<One> all = new ArrayList<>();

    /** @param now in ms */
    public Suspects(LedgerSource source, Findings findings, long now) {
        this.source = source;
        this.findings = findings;
        this.now = now;
    }

    public void add(Row row, Group group) {
        all.add(new One(row, group));
        if (all.size() >= MOST) {
            resolve();
        }
    }

    public void resolve() {
        if (all.isEmpty()) {
            return;
        }
        ErasureBook waiting = ErasureBook.read(source, false);
        ErasureBook logged = ErasureBook.read(source, true);
        UnexplainedErasures unexplained = new UnexplainedErasures(source, logged, findings, now);
        for (One one : all) {
            if (!logged.speaksOf(one.group, one.row) && waiting.speaksOf(one.group, one.row)) {
                findings.add(Finding.of(
                        Kind.UNDER_WAY, one.row, one.group.saltColumn(), Saying.ERASURE_NOT_YET_IN_LOG.of()));
            } else if (!logged.speaksOf(one.group, one.row) || logged.needsKeycloak(one.group, one.row)) {
                unexplained.add(one.row, one.group);
            }
        }
        unexplained.resolve();
        all.clear();
    }

    private record One(Row row, Group group) {}
}
