package io.agreements.proof.ledger.check.record;

import io.agreements.proof.canonical.RecordColumns;
import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.check.stored.StoredRecord;
import io.agreements.proof.ledger.outcome.Finding;
import io.agreements.proof.ledger.outcome.Finding.Kind;
import io.agreements.proof.ledger.outcome.Findings;
import io.agreements.proof.ledger.outcome.Saying;
import io.agreements.proof.ledger.outcome.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Records that do not fit where they stand, and places where none fits: which belong together tells what was done. */
public final class Misfits {

    private static final int MOST = 10_000;
    private static final int MOST_EXPLAINED = 200;
    private static final int MOST_SOUGHT = 50;

    /** A record that is older than the log's last checkpoint by so much, and not in it, was not written by a server. */
    private static final long DAY = 86_400_000;

    private final Findings findings;
    private final Vocabulary vocabulary;
    private final RecordCheck check;
    private final List<StoredRecord> misfits = new ArrayList<>();
    private final Map<Long, String> empty = new TreeMap<>();
    private final Map<String, StoredRecord> waiting = new LinkedHashMap<>();
    private long countWaiting;
    private Row oldestWaiting;
    private int explained;

    public Misfits(Findings findings, Vocabulary vocabulary, RecordCheck check) {
        this.findings = findings;
        this.vocabulary = vocabulary;
        this.check = check;
    }

    public Findings findings() {
        return findings;
    }

    public void add(StoredRecord record) {
        if (misfits.size() < MOST) {
            misfits.add(record);
        } else {
            tellChanged(record, null);
        }
    }

    /** Whether there are places without their records. */
    public boolean hasEmptyPlaces() {
        return !empty.isEmpty();
    }

    /** A record that cannot be written down as the log has records, so that it never gets a place. */
    public void tellUnfit(StoredRecord record) {
        List<String> numbers = record.unfitNumbers();
        List<String> words = record.unknownWords();
        words.forEach(column -> findings.add(Finding.of(
                Kind.CHANGED,
                record.row(),
                column,
                Saying.WORD_OF_NO_RECORD.of(record.row().text(column)))));
        numbers.forEach(column ->
                findings.add(Finding.of(Kind.CHANGED, record.row(), column, Saying.NUMBER_OF_NO_RECORD.of())));
        if (numbers.isEmpty() && words.isEmpty()) {
            findings.add(Finding.of(Kind.SURPLUS, record.row(), null, Saying.NO_RECORD_OF_A_LOG.of()));
        }
    }

    /** A record that has no place yet. */
    public void addWaiting(StoredRecord record) {
        countWaiting++;
        if (oldestWaiting == null || record.row().number("RECORDED_AT") < oldestWaiting.number("RECORDED_AT")) {
            oldestWaiting = record.row();
        }
        if (waiting.size() < MOST) {
            record.entry().ifPresent(entry -> waiting.put(entry, record));
        }
    }

    /** A place of the log whose record is not there. */
    public void addEmpty(long index, String entry) {
        if (empty.size() < MOST) {
            empty.put(index, entry);
        } else {
            tellMissing(index);
        }
    }

    /** @param signedAt when the log was signed last, in ms; null if it never was */
    public void resolve(LedgerSource source, Long signedAt) {
        List<StoredRecord> left = new ArrayList<>();
        for (StoredRecord record : misfits) {
            Optional<Long> place = record.entry().flatMap(this::placeOf);
            if (place.isPresent()) {
                empty.remove(place.get());
                tellMoved(record, place.get());
            } else {
                left.add(record);
            }
        }
        for (StoredRecord record : left) {
            String entry = empty.remove(record.row().number("LOG_INDEX"));
            if (entry != null) {
                tellChanged(record, entry);
            } else {
                findings.add(Finding.of(Kind.SURPLUS, record.row(), null, Saying.NOT_IN_LOG.of()));
            }
        }
        tellWaiting(signedAt);
        int sought = 0;
        for (Map.Entry<Long, String> one : empty.entrySet()) {
            if (sought++ >= MOST_SOUGHT || !isInAnotherRealm(one.getKey(), one.getValue(), source)) {
                tellMissing(one.getKey());
            }
        }
    }

    private Optional<Long> placeOf(String entry) {
        return empty.entrySet().stream()
                .filter(one -> one.getValue().equals(entry))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private void tellMoved(StoredRecord record, long place) {
        findings.add(Finding.of(Kind.MOVED, record.row(), "LOG_INDEX", Saying.STANDS_ELSEWHERE.of(place)));
        check.look(record, List.of(), record.changedColumns());
    }

    private void tellWaiting(Long signedAt) {
        waiting.forEach((entry, record) -> placeOf(entry).ifPresent(place -> {
            empty.remove(place);
            countWaiting--;
            findings.add(Finding.of(Kind.MOVED, record.row(), "LOG_INDEX", Saying.PLACE_GONE.of(place)));
        }));
        if (countWaiting > 0) {
            findings.add(Finding.of(Kind.WAITING, oldestWaiting, null, Saying.NOT_YET_IN_LOG.of(countWaiting - 1)));
        }
        if (countWaiting > 0 && signedAt != null && oldestWaiting.number("RECORDED_AT") < signedAt - DAY) {
            findings.add(Finding.of(Kind.SURPLUS, oldestWaiting, null, Saying.OVERDUE.of()));
        }
    }

    /** @param entry that the log has at its place; null if that is not kept in mind */
    private void tellChanged(StoredRecord record, String entry) {
        List<String> checked = record.changedColumns();
        List<String> changed = new ArrayList<>(checked);
        changed.retainAll(RecordColumns.FORM);
        changed.forEach(column -> findings.add(Finding.of(Kind.CHANGED, record.row(), column, told(record, column))));
        if (changed.isEmpty()) {
            explain(record, entry, changed);
        }
        check.look(record, changed, checked);
    }

    private void explain(StoredRecord record, String entry, List<String> changed) {
        Optional<Vocabulary.Change> change =
                entry != null && explained++ < MOST_EXPLAINED ? vocabulary.explain(record, entry) : Optional.empty();
        change.ifPresent(found -> {
            changed.add(found.column());
            findings.add(Finding.of(
                    Kind.CHANGED,
                    record.row(),
                    found.column(),
                    found.before() == null
                            ? Saying.DIFFERS_BEFORE_EMPTY.of()
                            : Saying.DIFFERS_BEFORE.of(found.before())));
        });
        if (change.isEmpty()) {
            changed.add("");
            findings.add(Finding.of(Kind.CHANGED, record.row(), null, Saying.DIFFERS_SOMEWHERE.of()));
        }
    }

    private static Statement told(StoredRecord record, String column) {
        String words = record.row().words(column);
        return words == null
                ? Saying.DIFFERS_EMPTY.of()
                : Saying.DIFFERS_NOW.of(words.length() > 200 ? words.substring(0, 200) + "…" : words);
    }

    private boolean isInAnotherRealm(long index, String entry, LedgerSource source) {
        for (Row row : source.elsewhere(Table.RECORD, Map.of("LOG_INDEX", index))) {
            if (new StoredRecord(row)
                    .entryWith("REALM_ID", source.realmId())
                    .filter(entry::equals)
                    .isPresent()) {
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

    private void tellMissing(long index) {
        findings.add(new Finding(Kind.MISSING, Table.RECORD, null, index, null, Saying.RECORD_GONE.of()));
    }
}
