package io.agreements.proof.ledger.check.state;

import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.check.stored.StoredRecord;
import java.util.List;
import java.util.function.Function;

/** A disclosure is registered, and again with each user who is added later; another one may take its place. */
final class DisclosureCourse extends Course {

    private static final String CATEGORIES = "CATEGORIES";

    DisclosureCourse() {
        super(
                Table.DISCLOSURE,
                "DISCLOSURE",
                "disclosure",
                List.of(
                        "RECIPIENT",
                        "GROUND",
                        CATEGORIES,
                        "DISCLOSED_AT",
                        "FILE_REFERENCE",
                        "NOT_BEFORE",
                        "SILENCE_GROUND",
                        "REGISTERED_AT",
                        "REGISTERED_BY",
                        "CORRECTS",
                        "CORRECTED_BY"));
    }

    @Override
    boolean begins(StoredRecord record) {
        return "registered".equals(record.details().get("stage"));
    }

    @Override
    void follow(StoredRecord record, Function<String, State> states) {
        if (!begins(record)) {
            return;
        }
        State state = states.apply(idOf(record));
        if (state != null) {
            register(record, state);
        }
        if (record.details().get("corrects") instanceof String wrong) {
            State corrected = states.apply(wrong);
            if (corrected != null) {
                corrected.set("CORRECTED_BY", idOf(record));
            }
        }
    }

    /** The first time it was. */
    private static void register(StoredRecord record, State state) {
        long at = record.row().number("OCCURRED_AT");
        if (state.is(State.BEGUN) && at >= state.number(State.SAID_AT)) {
            return;
        }
        state.mark(State.BEGUN);
        state.number(State.SAID_AT, at);
        written(state, "RECIPIENT", record, "recipient");
        detail(state, "GROUND", record, "ground");
        written(state, CATEGORIES, record, "data");
        detail(state, "DISCLOSED_AT", record, "disclosedAt");
        written(state, "FILE_REFERENCE", record, "reference");
        detail(state, "NOT_BEFORE", record, "notBefore");
        written(state, "SILENCE_GROUND", record, "silence");
        at(state, "REGISTERED_AT", record);
        administrator(state, "REGISTERED_BY", record);
        detail(state, "CORRECTS", record, "corrects");
    }

    /** Records have them in a row, the register has each on a line. */
    @Override
    String words(Row row, String column) {
        String words = row.words(column);
        return words != null && column.equals(CATEGORIES) ? words.replace("\n", ", ") : words;
    }

    @Override
    boolean goesWithItsUser(State state) {
        return false;
    }
}
