package io.agreements.proof.ledger.check.erasure;

import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.UserStores;
import io.agreements.proof.ledger.check.stored.Group;
import io.agreements.proof.ledger.outcome.Finding;
import io.agreements.proof.ledger.outcome.Finding.Kind;
import io.agreements.proof.ledger.outcome.Findings;
import io.agreements.proof.ledger.outcome.Saying;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What is gone from records without a record of its erasure; whether that is still to come is asked of the database. */
public final class UnexplainedErasures {

    private static final int BATCH = 500;

    /** How long it may take until the task comes that erases with users who are gone, in ms. */
    private static final long WEEK = 7 * 86_400_000L;

    private final LedgerSource source;
    private final ErasureBook logged;
    private final Findings findings;
    private final long now;
    private final List<One> batch = new ArrayList<>();

    /** @param now in ms */
    public UnexplainedErasures(LedgerSource source, ErasureBook logged, Findings findings, long now) {
        this.source = source;
        this.logged = logged;
        this.findings = findings;
        this.now = now;
    }

    public void add(Row row, Group group) {
        batch.add(new One(row, group));
        if (batch.size() >= BATCH) {
            resolve();
        }
    }

    public void resolve() {
        Set<String> absent = source.absent(batch.stream()
                .map(one -> one.row.text("USER_ID"))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        batch.forEach(one -> resolve(one, absent));
        batch.clear();
    }

    private void resolve(One one, Set<String> absent) {
        String userId = one.row.text("USER_ID");
        boolean gone = userId != null && absent.contains(userId) && !UserStores.isPseudonym(userId);
        boolean spoken = logged.speaksOf(one.group, one.row);
        if (spoken && (gone || !source.knowsUsers())) {
            return;
        }
        boolean free = !logged.isHeld(one.row);
        if (gone && free && one.group != Group.ACTOR && !isOverdue(one.row)) {
            findings.add(
                    Finding.of(Kind.UNDER_WAY, one.row, one.group.saltColumn(), Saying.ERASURE_OF_USER_TO_COME.of()));
        } else {
            findings.add(Finding.of(
                    Kind.ERASED,
                    one.row,
                    String.join(", ", one.group.columns()) + ", " + one.group.saltColumn(),
                    (free ? Saying.ERASED_UNSPOKEN : Saying.ERASED_HELD).of()));
        }
    }

    /** Whoever has decided is found by the task; of others nothing may be left by which it finds them. */
    private boolean isOverdue(Row row) {
        return row.text("DECISION") != null && row.number("RECORDED_AT") < now - WEEK;
    }

    private record One(Row row, Group group) {}
}
