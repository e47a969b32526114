package io.agreements.proof.ledger.check.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Reading;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Rows;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.check.stored.StoredRecord;
import io.agreements.proof.ledger.outcome.Finding;
import io.agreements.proof.ledger.outcome.Finding.Kind;
import io.agreements.proof.ledger.outcome.Findings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What rows have to be where clocks differ, where there are many of them, and where users have gone before. */
final class StateCheckTest {

    private static final int ROOM = 1000;
    private static final int SOME = 1000;
    private static final long BEGIN = 1_900_000_000_000L;
    private static final long DAY = 86_400_000;

    private final Ledger ledger = new Ledger();

    @Test
    void whatIsGoneIsSeenBehindMuchThatWentWithItsUser() {
        for (String user : List.of("ann", "ben", "cat", "dan")) {
            ledger.add(restriction("of-" + user, user, "imposed", BEGIN, BEGIN + DAY));
        }
        for (String user : List.of("ann", "ben", "cat")) {
            ledger.add(deletion(user, BEGIN + 1));
        }

        assertThat(look(new RestrictionCourse(), ROOM, 1))
                .extracting(Finding::kind, Finding::row)
                .containsExactly(tuple(Kind.MISSING, "of-dan"));
    }

    @Test
    void whatGoesWithAUserStoreIsOfItsUsers() {
        ledger.add(restriction("of-ann", "f:ldap:ann", "imposed", BEGIN, BEGIN + DAY));
        ledger.add(restriction("of-ben", "f:other:ben", "imposed", BEGIN, BEGIN + DAY));
        ledger.add(record("DELETION", null, BEGIN + 1, "{\"scope\":\"userStore\",\"stage\":\"executed\"}"));
        ledger.add(record("ERASURE", null, BEGIN + 1, "{\"scope\":\"userStore\",\"userStoreId\":\"ldap\"}"));

        assertThat(look(new RestrictionCourse(), ROOM, SOME))
                .extracting(Finding::kind, Finding::row)
                .containsExactly(tuple(Kind.MISSING, "of-ben"));
    }

    @Test
    void whereThereIsNoRoomForAllTheSameIsFoundInParts() {
        for (int number = 0; number < 20; number++) {
            ledger.add(restriction("id-" + number, "ann", "imposed", BEGIN, BEGIN + DAY));
            if (number != 3) {
                ledger.add(notice("id-" + number, BEGIN + (number == 5 ? 2 : 1) * DAY, BEGIN + DAY, 0));
            }
        }
        ledger.add(notice("another", BEGIN + DAY, BEGIN + DAY, 0));

        assertThat(look(new RestrictionCourse(), 2, 1))
                .extracting(Finding::kind, Finding::row, Finding::column)
                .containsExactlyInAnyOrder(
                        tuple(Kind.MISSING, "id-3", null),
                        tuple(Kind.CHANGED, "id-5", "UNTIL_AT"),
                        tuple(Kind.SURPLUS, "another", null));
    }

    /** Records of a user who has gone are held by one hold, and by another that is placed later. */
    @Test
    void aHoldThatIsOverIsGoneThoughItsUserWentLongBefore() {
        ledger.add(deletion("ann", BEGIN));
        ledger.add(hold("over", "ann", "placed", BEGIN + DAY));
        ledger.add(hold("over", "ann", "ended", BEGIN + 2 * DAY));
        ledger.add(hold("in-force", "ann", "placed", BEGIN + DAY));

        assertThat(look(new HoldCourse(), ROOM, SOME))
                .extracting(Finding::kind, Finding::row)
                .containsExactly(tuple(Kind.MISSING, "in-force"));
    }

    @Test
    void aHoldOfAUserWhoIsThereIsNotGone() {
        ledger.add(hold("over", "ann", "placed", BEGIN));
        ledger.add(hold("over", "ann", "ended", BEGIN + DAY));

        assertThat(look(new HoldCourse(), ROOM, SOME))
                .extracting(Finding::kind, Finding::row)
                .containsExactly(tuple(Kind.MISSING, "over"));
    }

    @Test
    void aChangeCountsThoughTheClockBeforeItWasAhead() {
        ledger.add(restriction("a", "ann", "changed", BEGIN - 3000, BEGIN + 2 * DAY));
        ledger.add(restriction("a", "ann", "imposed", BEGIN, BEGIN + DAY));
        ledger.add(notice("a", BEGIN + 2 * DAY, BEGIN + 2 * DAY, 1));

        assertThat(look(new RestrictionCourse(), ROOM, SOME)).isEmpty();
    }

    @Test
    void ofTwoChangesThatClocksDoNotTellApartEitherMayBeTheLast() {
        ledger.add(restriction("a", "ann", "imposed", BEGIN, BEGIN + DAY));
        ledger.add(restriction("a", "ann", "changed", BEGIN + 13_000, BEGIN + 2 * DAY));
        ledger.add(restriction("a", "ann", "changed", BEGIN + 10_000, BEGIN + 3 * DAY));
        ledger.add(notice("a", BEGIN + 3 * DAY, BEGIN + 3 * DAY, 2));

        assertThat(look(new RestrictionCourse(), ROOM, SOME)).isEmpty();
    }

    @Test
    void ofTwoChangesThatAreApartTheLaterCounts() {
        ledger.add(restriction("a", "ann", "imposed", BEGIN, BEGIN + DAY));
        ledger.add(restriction("a", "ann", "changed", BEGIN + 20_000, BEGIN + 2 * DAY));
        ledger.add(restriction("a", "ann", "changed", BEGIN + 10_000, BEGIN + 3 * DAY));
        ledger.add(notice("a", BEGIN + 3 * DAY, BEGIN + 2 * DAY, 2));

        assertThat(look(new RestrictionCourse(), ROOM, SOME))
                .extracting(Finding::kind, Finding::column)
                .containsExactly(tuple(Kind.CHANGED, "UNTIL_AT"));
    }

    @Test
    void aNoticeThatWasMissedAndHasAnotherDateIsDueAgainThoughAClockWasBehind() {
        ledger.add(restriction("a", "ann", "imposed", BEGIN, BEGIN + DAY));
        ledger.add(restriction("a", "ann", "missed", BEGIN + DAY + 4000, BEGIN + DAY));
        ledger.add(restriction("a", "ann", "changed", BEGIN + DAY + 2000, BEGIN + 2 * DAY));
        ledger.add(notice("a", BEGIN + 2 * DAY, BEGIN + 2 * DAY, 1));

        assertThat(look(new RestrictionCourse(), ROOM, SOME)).isEmpty();
    }

    @Test
    void aNoticeThatWasMissedIsNotDue() {
        ledger.add(restriction("a", "ann", "imposed", BEGIN, BEGIN + DAY));
        ledger.add(restriction("a", "ann", "missed", BEGIN + DAY + 4000, BEGIN + DAY));
        ledger.add(notice("a", BEGIN + DAY, BEGIN + DAY, 0));

        assertThat(look(new RestrictionCourse(), ROOM, SOME))
                .extracting(Finding::kind, Finding::column)
                .containsExactly(tuple(Kind.CHANGED, "DUE_AT"));
    }

    @Test
    void wordsThatAreEmptyAndNoneAreTheSameToSomeDatabases() {
        Map<String, Object> imposed = new LinkedHashMap<>(
                restriction("a", "ann", "imposed", BEGIN, BEGIN + DAY).values());
        imposed.put("FREE_TEXT", "{\"appeal\":\"\",\"facts\":\"spam\"}");
        ledger.add(new Row(Table.RECORD, imposed));
        ledger.add(notice("a", BEGIN + DAY, BEGIN + DAY, 0));

        assertThat(look(new RestrictionCourse(), ROOM, SOME))
                .extracting(Finding::kind, Finding::column)
                .containsExactly(tuple(Kind.CHANGED, "FACTS"));
    }

    private List<Finding> look(Course course, int room, int some) {
        Findings findings = new Findings(finding -> {});
        StateCheck check = new StateCheck(ledger, findings, course, room, some);
        ledger.rows.stream()
                .filter(row -> row.table() == Table.RECORD)
                .map(StoredRecord::new)
                .forEach(check::add);
        check.look();
        return findings.kept();
    }

    private Row restriction(String id, String userId, String stage, long at, long until) {
        return record(
                "RESTRICTION",
                userId,
                at,
                "{\"kind\":\"NOTICE\",\"restriction\":\"" + id + "\",\"stage\":\"" + stage + "\",\"until\":" + until
                        + "}");
    }

    private Row hold(String id, String userId, String stage, long at) {
        return record("HOLD", userId, at, "{\"hold\":\"" + id + "\",\"stage\":\"" + stage + "\"}");
    }

    private Row deletion(String userId, long at) {
        return record("DELETION", userId, at, "{\"stage\":\"executed\"}");
    }

    private Row record(String type, String userId, long at, String details) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("ID", "record-" + ledger.rows.size());
        values.put("TYPE", type);
        if (userId != null) {
            values.put("USER_ID", userId);
        }
        values.put("OCCURRED_AT", at);
        values.put("DETAILS", details);
        return new Row(Table.RECORD, values);
    }

    private static Row notice(String id, long until, long due, long changes) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("ID", id);
        values.put("USER_ID", "ann");
        values.put("KIND", "NOTICE");
        values.put("FROM_AT", BEGIN);
        values.put("UNTIL_AT", until);
        values.put("DUE_AT", due);
        values.put("CHANGES", changes);
        return new Row(Table.RESTRICTION, values);
    }

    /** In memory, where nothing is known of users but what records say. */
    private static final class Ledger implements LedgerSource {

        private final List<Row> rows = new ArrayList<>();

        void add(Row row) {
            rows.add(row);
        }

        @Override
        public String realmId() {
            return "shop";
        }

        @Override
        public Rows rows(Reading reading) {
            return new Given(find(reading, Integer.MAX_VALUE).iterator());
        }

        @Override
        public List<Row> find(Reading reading, int max) {
            return rows.stream()
                    .filter(row -> row.table() == reading.table() && reading.takes(row))
                    .limit(max)
                    .toList();
        }

        @Override
        public List<Row> elsewhere(Table table, Map<String, Object> where) {
            return List.of();
        }

        @Override
        public boolean knowsUsers() {
            return false;
        }

        @Override
        public Set<String> absent(Collection<String> userIds) {
            return Set.of();
        }

        @Override
        public void close() {
            rows.clear();
        }
    }

    private record Given(Iterator<Row> rows) implements Rows {

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public Row next() {
            return rows.next();
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
