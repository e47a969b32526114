package io.agreements.proof.ledger.check.state;

import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.check.stored.StoredRecord;
import java.util.List;
import java.util.function.Function;

/** A legal hold is placed, and ends once. */
final class HoldCourse extends Course {

    private static final String LIFTED = "lifted";

    HoldCourse() {
        super(
                Table.HOLD,
                "HOLD",
                "hold",
                List.of(
                        "USER_ID",
                        "AGREEMENT_KEY",
                        "REASON",
                        "PLACED_BY",
                        "PLACED_AT",
                        "UNTIL_AT",
                        "ENDED_AT",
                        "LIFTED_BY"));
    }

    @Override
    boolean begins(StoredRecord record) {
        return "placed".equals(record.details().get("stage"));
    }

    @Override
    void follow(StoredRecord record, Function<String, State> states) {
        State state = states.apply(idOf(record));
        if (state == null) {
            return;
        }
        if (begins(record)) {
            state.mark(State.BEGUN);
            detail(state, "AGREEMENT_KEY", record, "agreement");
            if (record.details().get("agreement") == null) {
                person(state, "USER_ID", record.row().text("USER_ID"));
            }
            written(state, "REASON", record, "reason");
            administrator(state, "PLACED_BY", record);
            at(state, "PLACED_AT", record);
            detail(state, "UNTIL_AT", record, "until");
        } else {
            state.mark(State.ENDED);
            at(state, "ENDED_AT", record);
            if (LIFTED.equals(record.details().get("stage"))) {
                administrator(state, "LIFTED_BY", record);
            }
        }
    }

    /** One that lasts outlives its user: that is what it is for. */
    @Override
    boolean goesWithItsUser(State state) {
        return state.is(State.ENDED);
    }

    /** Of users who are gone records are held as well. */
    @Override
    long mayGoFrom(long begun) {
        return Long.MIN_VALUE;
    }
}
