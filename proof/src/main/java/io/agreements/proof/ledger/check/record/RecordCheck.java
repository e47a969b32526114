package io.agreements.proof.ledger.check.record;

import io.agreements.proof.canonical.RecordKeys;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.UserStores;
import io.agreements.proof.ledger.check.erasure.ErasureBook;
import io.agreements.proof.ledger.check.reference.KeptBook;
import io.agreements.proof.ledger.check.reference.TextBook;
import io.agreements.proof.ledger.check.stored.Group;
import io.agreements.proof.ledger.check.stored.StoredRecord;
import io.agreements.proof.ledger.outcome.Finding;
import io.agreements.proof.ledger.outcome.Finding.Kind;
import io.agreements.proof.ledger.outcome.Findings;
import io.agreements.proof.ledger.outcome.Saying;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Looks at what a record refers to, at what it is committed to, and at what was erased of it. */
public final class RecordCheck {

    private final KeptBook wordings;
    private final KeptBook settings;
    private final TextBook texts;
    private final ErasureBook logged;
    private final ErasureBook waiting;
    private final Findings findings;
    private final BiConsumer<Row, Group> unexplained;

    /** @param unexplained takes what no erasure speaks of */
    public RecordCheck(
            KeptBook wordings,
            KeptBook settings,
            TextBook texts,
            ErasureBook logged,
            ErasureBook waiting,
            Findings findings,
            BiConsumer<Row, Group> unexplained) {
        this.wordings = wordings;
        this.settings = settings;
        this.texts = texts;
        this.logged = logged;
        this.waiting = waiting;
        this.findings = findings;
        this.unexplained = unexplained;
    }

    /**
     * @param changed columns of which it is known that they are wrong
     * @param checked what the checks of the record tell
     */
    public void look(StoredRecord stored, Collection<String> changed, List<String> checked) {
        Row row = stored.row();
        if (changed.isEmpty()) {
            references(stored);
            numbers(row);
        }
        boolean told = !changed.isEmpty();
        for (Group group : Group.values()) {
            if (!changed.contains(group.commitmentColumn())) {
                told |= look(group, row, checked);
            }
        }
        if (!told && !stored.hasChecks()) {
            findings.add(Finding.of(Kind.CHANGED, row, "FIELD_CHECKS", Saying.CHECKS_GONE.of()));
        } else if (!told) {
            checked.stream()
                    .filter(column -> isThere(column, row))
                    .findFirst()
                    .ifPresent(column -> findings.add(
                            Finding.of(Kind.CHANGED, row, "FIELD_CHECKS", Saying.CHECKS_UNFIT.of(column))));
        }
    }

    /** What was erased since has no check any more. */
    private static boolean isThere(String column, Row row) {
        for (Group group : Group.values()) {
            if (column.equals(group.saltColumn()) || group.columns().contains(column)) {
                return row.hex(group.saltColumn()) != null || row.hex(group.commitmentColumn()) == null;
            }
        }
        return true;
    }

    private void references(StoredRecord stored) {
        Row row = stored.row();
        wordings.require(row.hex("WORDING_DIGEST"), row);
        settings.require(row.hex("SETTINGS_DIGEST"), row);
        if (stored.isDecision()) {
            texts.require(
                    row.text("AGREEMENT_KEY"),
                    row.numberOrNull("VERSION_NUMBER"),
                    row.text("LOCALE"),
                    row.hex("TEXT_DIGEST"),
                    row);
        } else if ("PUBLICATION".equals(row.text("TYPE"))) {
            texts.add(stored);
        }
    }

    /** By which records are found in the database, and which no export has: they follow from what a record says in words. */
    private void numbers(Row row) {
        String realm = row.text("REALM_ID");
        number(row, "REALM_KEY", RecordKeys.ofRealm(realm), "REALM_ID");
        number(
                row,
                "LIST_KEY",
                RecordKeys.ofList(realm, row.text("TYPE"), row.text("AGREEMENT_KEY")),
                "REALM_ID, TYPE, AGREEMENT_KEY");
    }

    private void number(Row row, String column, long due, String words) {
        Long stored = row.numberOrNull(column);
        if (stored != null && stored != due) {
            findings.add(Finding.of(Kind.CHANGED, row, column, Saying.NUMBER_UNFIT.of(words)));
        }
    }

    /** @return whether something is wrong */
    private boolean look(Group group, Row row, List<String> checked) {
        boolean committed = row.hex(group.commitmentColumn()) != null;
        boolean salted = row.hex(group.saltColumn()) != null;
        if (!committed) {
            return uncommitted(group, row);
        }
        if (salted) {
            return !group.opens(row) && changed(group, row, checked);
        }
        if (group.isId() && !group.hasValues(row)) {
            findings.add(Finding.of(Kind.CHANGED, row, group.columns().get(0), Saying.PSEUDONYM_GONE.of()));
            return true;
        }
        if (isLeft(group, row)) {
            findings.add(Finding.of(Kind.CHANGED, row, group.saltColumn(), Saying.SALT_GONE.of()));
            return true;
        }
        if (logged.speaksOf(group, row)) {
            if (logged.needsKeycloak(group, row)) {
                unexplained.accept(row, group);
            }
        } else if (waiting.speaksOf(group, row)) {
            findings.add(Finding.of(Kind.UNDER_WAY, row, group.saltColumn(), Saying.ERASURE_NOT_YET_IN_LOG.of()));
        } else {
            unexplained.accept(row, group);
        }
        return false;
    }

    private boolean uncommitted(Group group, Row row) {
        if (row.hex(group.saltColumn()) != null) {
            findings.add(Finding.of(Kind.CHANGED, row, group.saltColumn(), Saying.SALT_WITHOUT_COMMITMENT.of()));
            return true;
        }
        List<String> columns = group.columns().stream()
                .filter(column -> row.text(column) != null)
                .toList();
        columns.forEach(column -> findings.add(Finding.of(Kind.CHANGED, row, column, Saying.BOUND_TO_NONE.of())));
        return !columns.isEmpty();
    }

    private boolean changed(Group group, Row row, List<String> checked) {
        Set<String> known = new LinkedHashSet<>(group.columns());
        known.add(group.saltColumn());
        known.retainAll(checked);
        String all = String.join(", ", group.columns()) + ", " + group.saltColumn();
        if (known.isEmpty()) {
            known.add(all);
        }
        known.forEach(column -> findings.add(Finding.of(Kind.CHANGED, row, column, Saying.OTHER_THAN_BOUND.of())));
        return true;
    }

    private static boolean isLeft(Group group, Row row) {
        return group.isId()
                ? group.columns().stream()
                        .anyMatch(column -> row.text(column) != null && !UserStores.isPseudonym(row.text(column)))
                : group.hasValues(row);
    }
}
