package io.agreements.proof.ledger.check;

import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Reading;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Rows;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.check.memory.HashTable;
import io.agreements.proof.ledger.check.reference.TextBook;
import io.agreements.proof.ledger.check.state.DepartureBook;
import io.agreements.proof.ledger.check.stored.StoredRecord;
import io.agreements.proof.ledger.outcome.Finding;
import io.agreements.proof.ledger.outcome.Finding.Kind;
import io.agreements.proof.ledger.outcome.Findings;
import io.agreements.proof.ledger.outcome.Saying;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Holds standings against the latest decisions on record. Of each decision some thirty bytes are kept; where there are too
 * many for the memory, only a part of the users is looked at with each reading.
 */
final class StandingsCheck {

    private static final int AT = 0;
    private static final int CONTENT = 1;
    private static final int FLAGS = 2;
    private static final long IDENTIFIED = 1;
    private static final long MATCHED = 2;

    /** Decisions without a standing, whose users are looked for at once. */
    private static final int SOME = 10_000;

    private static final int MOST_DECISIONS = 10_000;

    /** While the table doubles: four numbers, in places of which two thirds are taken, beside twice as many. */
    private static final int BYTES_OF_DECISION = 4 * Long.BYTES * 3 * 3 / 2;

    private final LedgerSource source;
    private final TextBook texts;
    private final Findings findings;
    private final int parts;
    private final Set<String> explained = new HashSet<>();
    private HashTable latest = new HashTable(3);
    private int part;

    /** @param records how many there are, about */
    StandingsCheck(LedgerSource source, TextBook texts, Findings findings, long records) {
        this.source = source;
        this.texts = texts;
        this.findings = findings;
        long room = Math.max(1, Runtime.getRuntime().maxMemory() / 4 / BYTES_OF_DECISION);
        this.parts = (int) Math.max(1, (records + room - 1) / room);
    }

    /** A decision on record. */
    void add(StoredRecord decision) {
        Row row = decision.row();
        long hash = hash(row.text("USER_ID"), row.text("AGREEMENT_KEY"));
        if (!isOfPart(hash) || row.text("USER_ID") == null || !texts.hasKey(row.text("AGREEMENT_KEY"))) {
            return;
        }
        boolean isNew = latest.find(hash) < 0;
        int place = latest.findOrAdd(hash);
        long at = row.number("OCCURRED_AT");
        if (isNew || at > latest.get(place, AT)) {
            latest.set(place, AT, at);
            latest.set(place, CONTENT, content(due(row)));
            latest.set(place, FLAGS, decision.isIdentified() ? IDENTIFIED : 0);
        }
    }

    private boolean isOfPart(long hash) {
        return Math.floorMod(hash >>> 32, (long) parts) == part;
    }

    private static long hash(String userId, String agreement) {
        return HashTable.hash(userId + "\n" + agreement);
    }

    /** What the standing ought to be of a decision. */
    private static Map<String, String> due(Row record) {
        Map<String, String> due = new LinkedHashMap<>();
        due.put("VERSION_NUMBER", record.words("VERSION_NUMBER"));
        due.put("DECISION", record.text("DECISION"));
        due.put("LOCALE", record.text("LOCALE"));
        due.put("TEXT_DIGEST", record.hex("TEXT_DIGEST"));
        due.put("DECIDED_AT", record.words("OCCURRED_AT"));
        due.put("RECORD_ID", record.text("ID"));
        return due;
    }

    private static Map<String, String> kept(Row standing) {
        Map<String, String> kept = new LinkedHashMap<>();
        List.of("VERSION_NUMBER", "DECISION", "LOCALE", "TEXT_DIGEST", "DECIDED_AT", "RECORD_ID")
                .forEach(column -> kept.put(column, standing.words(column)));
        return kept;
    }

    private static long content(Map<String, String> values) {
        return HashTable.hash(values.toString());
    }

    /** Once all decisions are added. */
    void look() {
        lookAtPart();
        for (part = 1; part < parts; part++) {
            latest = new HashTable(3);
            eachDecision(this::add);
            lookAtPart();
        }
    }

    private void lookAtPart() {
        try (Rows rows = source.rows(Reading.all(Table.STANDING))) {
            while (rows.hasNext()) {
                look(rows.next());
            }
        }
        missing();
    }

    private void look(Row standing) {
        String key = texts.key(standing.text("AGREEMENT_ID"));
        long hash = hash(standing.text("USER_ID"), key);
        if (!isOfPart(hash)) {
            return;
        }
        int place = key == null ? -1 : latest.find(hash);
        if (place >= 0) {
            latest.set(place, FLAGS, latest.get(place, FLAGS) | MATCHED);
            if (latest.get(place, CONTENT) == content(kept(standing))) {
                return;
            }
        }
        lookCloser(standing, key);
    }

    private void lookCloser(Row standing, String key) {
        List<Row> due = key == null ? List.of() : latestOf(standing.text("USER_ID"), key);
        Map<String, String> kept = kept(standing);
        Row best = due.stream()
                .min(Comparator.comparingLong(row -> differing(kept, due(row)).size()))
                .orElse(null);
        if (best == null) {
            lookForItsRecord(standing, key);
            return;
        }
        explained.add(best.text("ID"));
        differing(kept, due(best))
                .forEach(column -> findings.add(Finding.of(
                        Kind.CHANGED,
                        standing,
                        column,
                        Saying.STANDING_DIFFERS.of(kept.get(column), due(best).get(column), best.name()))));
    }

    private List<Row> latestOf(String userId, String key) {
        Map<String, Object> where = new LinkedHashMap<>();
        where.put("USER_ID", userId);
        where.put("AGREEMENT_KEY", key);
        where.put("DECISION", Reading.ANYTHING);
        List<Row> all = source.find(new Reading(Table.RECORD, where, List.of("OCCURRED_AT", "ID")), MOST_DECISIONS);
        long last =
                all.stream().mapToLong(row -> row.number("OCCURRED_AT")).max().orElse(0);
        return all.stream().filter(row -> row.number("OCCURRED_AT") == last).toList();
    }

    private static List<String> differing(Map<String, String> kept, Map<String, String> due) {
        return kept.keySet().stream()
                .filter(column -> !Objects.equals(kept.get(column), due.get(column)))
                .toList();
    }

    /** The user has decided nothing on this agreement. */
    private void lookForItsRecord(Row standing, String key) {
        List<Row> records =
                source.find(new Reading(Table.RECORD, Map.of("ID", standing.text("RECORD_ID")), List.of("ID")), 1);
        if (records.isEmpty()) {
            findings.add(Finding.of(Kind.SURPLUS, standing, null, Saying.STANDING_WITHOUT_DECISION.of()));
            return;
        }
        Row record = records.get(0);
        explained.add(record.text("ID"));
        boolean otherUser = !standing.text("USER_ID").equals(record.text("USER_ID"));
        if (otherUser) {
            tell(standing, "USER_ID", record);
        }
        if (!Objects.equals(record.words("AGREEMENT_KEY"), key)) {
            tell(standing, "AGREEMENT_ID", record);
        } else if (!otherUser) {
            findings.add(Finding.of(Kind.SURPLUS, standing, null, Saying.STANDING_OF_NO_DECISION.of()));
        }
    }

    private void tell(Row standing, String column, Row record) {
        findings.add(Finding.of(Kind.CHANGED, standing, column, Saying.STANDING_OF_OTHER_RECORD.of(record.name())));
    }

    /** Decisions that have no standing. */
    private void missing() {
        boolean any = false;
        for (int place = 0; place < latest.places() && !any; place++) {
            any = isMissing(place);
        }
        if (!any) {
            return;
        }
        List<Row> some = new ArrayList<>();
        eachDecision(decision -> {
            Row row = decision.row();
            long hash = hash(row.text("USER_ID"), row.text("AGREEMENT_KEY"));
            int place = isOfPart(hash) ? latest.find(hash) : -1;
            if (place >= 0 && isMissing(place) && latest.get(place, AT) == row.number("OCCURRED_AT")) {
                latest.set(place, FLAGS, latest.get(place, FLAGS) | MATCHED);
                some.add(row);
            }
            if (some.size() >= SOME) {
                tellMissing(some);
                some.clear();
            }
        });
        tellMissing(some);
    }

    /** Where a legal hold keeps their names, records alone say of users of a store that is there that they are gone. */
    private void tellMissing(List<Row> decisions) {
        Set<String> absent = source.absent(userIds(decisions));
        List<Row> left = decisions.stream()
                .filter(row -> !absent.contains(row.text("USER_ID")) && !explained.contains(row.text("ID")))
                .toList();
        if (left.isEmpty()) {
            return;
        }
        DepartureBook departures = DepartureBook.read(source, userIds(left));
        left.stream()
                .filter(row -> !departures.isAnythingGoneSince(row.text("USER_ID"), row.number("RECORDED_AT")))
                .forEach(this::tellMissing);
    }

    private static List<String> userIds(List<Row> records) {
        return records.stream().map(row -> row.text("USER_ID")).distinct().toList();
    }

    private boolean isMissing(int place) {
        return latest.isTaken(place) && latest.get(place, FLAGS) == IDENTIFIED;
    }

    private void tellMissing(Row record) {
        for (Row row : source.elsewhere(Table.STANDING, Map.of("USER_ID", record.text("USER_ID")))) {
            if (row.text("RECORD_ID").equals(record.text("ID"))) {
                findings.add(Finding.of(
                        Kind.CHANGED,
                        row,
                        "REALM_ID",
                        Saying.REALM_CHANGED.of(row.text("REALM_ID"), source.realmId())));
                return;
            }
        }
        findings.add(new Finding(
                Kind.MISSING,
                Table.STANDING,
                record.text("USER_ID") + "/" + record.text("AGREEMENT_KEY"),
                null,
                null,
                Saying.STANDING_GONE.of(record.name())));
    }

    private void eachDecision(Consumer<StoredRecord> consumer) {
        for (Reading reading : List.of(Reading.logged(), Reading.waiting())) {
            try (Rows rows = source.rows(reading)) {
                while (rows.hasNext()) {
                    StoredRecord record = new StoredRecord(rows.next());
                    if (record.isDecision()) {
                        consumer.accept(record);
                    }
                }
            }
        }
    }
}
