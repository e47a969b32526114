package io.agreements.proof.ledger.check.state;

import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Reading;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Rows;
import io.agreements.proof.ledger.check.memory.HashTable;
import io.agreements.proof.ledger.check.stored.StoredRecord;
import io.agreements.proof.ledger.outcome.Finding;
import io.agreements.proof.ledger.outcome.Finding.Kind;
import io.agreements.proof.ledger.outcome.Findings;
import io.agreements.proof.ledger.outcome.Saying;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Holds legal holds, restrictions and the register of disclosures against their records. Of each row some hundred bytes are
 * kept; where there are too many for the memory, only a part of them is looked at with each reading of their records.
 */
public final class StateCheck {

    /** Rows that are gone, whose users are looked for at once. */
    private static final int SOME = 10_000;

    private final LedgerSource source;
    private final Findings findings;
    private final Course course;
    private final int room;
    private final int some;
    private final Deque<Part> left = new ArrayDeque<>();
    private Part part = new Part(0, 1);
    private HashTable states;

    /**
     * @param room of how many rows something is kept at once
     * @param some how many that are gone are looked at with each reading of their records
     */
    StateCheck(LedgerSource source, Findings findings, Course course, int room, int some) {
        this.source = source;
        this.findings = findings;
        this.course = course;
        this.room = room;
        this.some = some;
        this.states = empty();
    }

    /** Of everything that is stored so. */
    public static List<StateCheck> all(LedgerSource source, Findings findings) {
        return Stream.of(new HoldCourse(), new RestrictionCourse(), new DisclosureCourse())
                .map(course -> new StateCheck(source, findings, course, room(course), SOME))
                .toList();
    }

    /** All of them together get a part of what there is. */
    private static int room(Course course) {
        // While the table doubles: in places of which two thirds are taken, beside twice as many.
        int bytes = (1 + State.width(course.columns())) * Long.BYTES * 3 * 3 / 2;
        return (int)
                Math.min(Integer.MAX_VALUE, Math.max(1000, Runtime.getRuntime().maxMemory() / 24 / bytes));
    }

    private HashTable empty() {
        return new HashTable(State.width(course.columns()));
    }

    /** Any record; once each. */
    public void add(StoredRecord record) {
        if (!course.type().equals(record.row().text("TYPE")) || isTooLarge() || course.idOf(record) == null) {
            return;
        }
        course.follow(record, this::state);
    }

    private State state(String id) {
        long hash = HashTable.hash(id);
        return part.has(hash) ? at(states.findOrAdd(hash)) : null;
    }

    private State at(int place) {
        return new State(states, course.columns(), place);
    }

    private boolean isTooLarge() {
        return states.size() > room;
    }

    /** Once all records are added. */
    public void look() {
        lookOrDivide();
        for (Part next = left.poll(); next != null; next = left.poll()) {
            part = next;
            states = empty();
            eachRecord(this::add);
            lookOrDivide();
        }
        states = empty();
    }

    private void lookOrDivide() {
        if (isTooLarge()) {
            left.addAll(part.halves());
        } else {
            lookAtPart();
        }
    }

    private void lookAtPart() {
        for (int place = 0; place < states.places(); place++) {
            if (states.isTaken(place)) {
                course.finish(at(place));
            }
        }
        try (Rows rows = source.rows(Reading.all(course.table()))) {
            rows.forEachRemaining(this::look);
        }
        for (Map<String, Begun> gone = missing(); !gone.isEmpty(); gone = missing()) {
            lookAtMissing(gone);
        }
    }

    private void look(Row row) {
        long hash = HashTable.hash(row.text("ID"));
        if (!part.has(hash)) {
            return;
        }
        int place = states.find(hash);
        if (place < 0 || !at(place).is(State.BEGUN)) {
            findings.add(Finding.of(Kind.SURPLUS, row, null, Saying.STATE_WITHOUT_RECORD.of(course.type())));
            return;
        }
        State state = at(place);
        state.mark(State.MATCHED);
        course.columns().stream()
                .filter(column -> !state.has(column, course.words(row, column)))
                .forEach(column -> findings.add(Finding.of(
                        Kind.CHANGED, row, column, Saying.STATE_DIFFERS.of(row.words(column), course.type()))));
    }

    /** Some of the rows of which there are records, by id. */
    private Map<String, Begun> missing() {
        Map<String, Begun> gone = new LinkedHashMap<>();
        if (isAnyMissing()) {
            eachRecord(record -> {
                String id = course.idOf(record);
                if (id != null && course.begins(record) && gone.size() < some && isMissing(id)) {
                    gone.putIfAbsent(id, Begun.of(record.row()));
                }
            });
        }
        return gone;
    }

    private void lookAtMissing(Map<String, Begun> gone) {
        DepartureBook departures = DepartureBook.read(
                source,
                gone.values().stream()
                        .map(Begun::userId)
                        .filter(Objects::nonNull)
                        .toList());
        gone.forEach((id, begun) -> {
            State state = at(states.find(HashTable.hash(id)));
            state.mark(State.MATCHED);
            if (!isLawful(state, begun, departures)) {
                tellMissing(id, begun);
            }
        });
    }

    private boolean isAnyMissing() {
        for (int place = 0; place < states.places(); place++) {
            if (states.isTaken(place) && isMissing(at(place))) {
                return true;
            }
        }
        return false;
    }

    private boolean isMissing(String id) {
        long hash = HashTable.hash(id);
        int place = part.has(hash) ? states.find(hash) : -1;
        return place >= 0 && isMissing(at(place));
    }

    private static boolean isMissing(State state) {
        return state.is(State.BEGUN) && !state.is(State.MATCHED);
    }

    private boolean isLawful(State state, Begun begun, DepartureBook departures) {
        return course.goesWithItsUser(state)
                && (departures.realmIsGoneSince(begun.at())
                        || begun.userId() != null
                                && departures.isGoneSince(begun.userId(), course.mayGoFrom(begun.at())));
    }

    private void tellMissing(String id, Begun begun) {
        List<Row> elsewhere = source.elsewhere(course.table(), Map.of("ID", id));
        if (elsewhere.isEmpty()) {
            findings.add(
                    new Finding(Kind.MISSING, course.table(), id, null, null, Saying.STATE_GONE.of(begun.recordId())));
        } else {
            findings.add(Finding.of(
                    Kind.CHANGED,
                    elsewhere.get(0),
                    "REALM_ID",
                    Saying.REALM_CHANGED.of(elsewhere.get(0).text("REALM_ID"), source.realmId())));
        }
    }

    private void eachRecord(Consumer<StoredRecord> consumer) {
        try (Rows rows = source.rows(Reading.ofType(course.type()))) {
            rows.forEachRemaining(row -> consumer.accept(new StoredRecord(row)));
        }
    }

    /**
     * Of the record with which a row came to be.
     *
     * @param userId null if it is about none
     * @param at when it was, in ms
     */
    private record Begun(String recordId, String userId, long at) {

        static Begun of(Row record) {
            return new Begun(record.name(), record.text("USER_ID"), record.number("OCCURRED_AT"));
        }
    }

    /** Some of the rows, by the hashes of their ids: one of so many parts, which are a power of two. */
    private record Part(long number, long of) {

        boolean has(long hash) {
            return Math.floorMod(hash >>> 32, of) == number;
        }

        List<Part> halves() {
            return List.of(new Part(number, 2 * of), new Part(number + of, 2 * of));
        }
    }
}
