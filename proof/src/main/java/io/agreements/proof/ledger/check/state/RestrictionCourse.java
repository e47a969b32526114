package io.agreements.proof.ledger.check.state;

import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.check.stored.StoredRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A restriction is imposed, may be changed, may be appealed against and answered, and may end before its time. */
final class RestrictionCourse extends Course {

    private static final String GROUNDS = "GROUNDS";
    private static final String NUMBER_OF_CHANGES = "CHANGES";
    private static final String SEPARATOR = ",";

    /** By how many ms the clocks of two nodes may differ. */
    private static final long CLOCKS = 5_000;

    RestrictionCourse() {
        super(
                Table.RESTRICTION,
                "RESTRICTION",
                "restriction",
                List.of(
                        "USER_ID",
                        "KIND",
                        GROUNDS,
                        "FACTS",
                        "ARTICLE",
                        "APPEAL",
                        "FROM_AT",
                        "UNTIL_AT",
                        "DUE_AT",
                        "ATTRIBUTE",
                        "IMPOSED_BY",
                        "ENDED_AT",
                        "ENDING",
                        "ENDED_BY",
                        "APPEAL_TEXT",
                        "APPEALED_AT",
                        "APPEAL_OUTCOME",
                        "APPEAL_ANSWER",
                        "ANSWERED_AT",
                        "ANSWERED_BY",
                        NUMBER_OF_CHANGES));
    }

    @Override
    boolean begins(StoredRecord record) {
        return "imposed".equals(record.details().get("stage"));
    }

    @Override
    void follow(StoredRecord record, Function<String, State> states) {
        State state = states.apply(idOf(record));
        if (state != null && record.details().get("stage") instanceof String stage) {
            follow(record, stage, state);
        }
    }

    private void follow(StoredRecord record, String stage, State state) {
        switch (stage) {
            case "imposed" -> {
                state.mark(State.BEGUN);
                person(state, "USER_ID", record.row().text("USER_ID"));
                detail(state, "KIND", record, "kind");
                detail(state, "ATTRIBUTE", record, "attribute");
                administrator(state, "IMPOSED_BY", record);
                at(state, "FROM_AT", record);
                // Before all changes, whatever the clock of its node said.
                if (state.number(State.CHANGES) == 0) {
                    say(record, state);
                }
            }
            case "changed" -> change(record, state);
            case "missed" -> state.number(State.MISSED, Math.max(state.number(State.MISSED), until(record)));
            case "lifted", "corrected" -> {
                state.mark(State.ENDED);
                at(state, "ENDED_AT", record);
                state.set("ENDING", stage.toUpperCase(Locale.ROOT));
                if (stage.equals("lifted")) {
                    administrator(state, "ENDED_BY", record);
                }
            }
            case "appealed" -> {
                at(state, "APPEALED_AT", record);
                written(state, "APPEAL_TEXT", record, "words");
            }
            case "answered" -> {
                at(state, "ANSWERED_AT", record);
                written(state, "APPEAL_ANSWER", record, "words");
                detail(state, "APPEAL_OUTCOME", record, "outcome");
                administrator(state, "ANSWERED_BY", record);
            }
            default -> {
                // A word of a later version changes nothing that this one knows of.
            }
        }
    }

    /** What was said last counts, as far as clocks tell which that is. */
    private static void change(StoredRecord record, State state) {
        long at = record.row().number("OCCURRED_AT");
        long last = state.number(State.SAID_AT);
        boolean isFirst = state.number(State.CHANGES) == 0;
        state.number(State.CHANGES, state.number(State.CHANGES) + 1);
        if (!isFirst && at < last - CLOCKS) {
            return;
        }
        state.number(State.SAID_AT, isFirst ? at : Math.max(last, at));
        say(record, isFirst || at > last + CLOCKS ? state : state.open());
    }

    private static long until(StoredRecord record) {
        return record.details().get("until") instanceof Long until ? until : 0;
    }

    private static void say(StoredRecord record, State state) {
        state.set(GROUNDS, grounds(record));
        written(state, "FACTS", record, "facts");
        written(state, "ARTICLE", record, "article");
        written(state, "APPEAL", record, "appeal");
        detail(state, "UNTIL_AT", record, "until");
    }

    private static String grounds(StoredRecord record) {
        return record.details().get("grounds") instanceof List<?> words
                ? inOrder(words.stream().map(String::valueOf))
                : null;
    }

    /** They are a set. */
    private static String inOrder(Stream<String> words) {
        return words.sorted().collect(Collectors.joining(SEPARATOR));
    }

    @Override
    String words(Row row, String column) {
        String words = row.words(column);
        return words != null && column.equals(GROUNDS) ? inOrder(Arrays.stream(words.split(SEPARATOR))) : words;
    }

    /** A notice is due until somebody has taken note that this date of it has come. */
    @Override
    void finish(State state) {
        state.set(NUMBER_OF_CHANGES, String.valueOf(state.number(State.CHANGES)));
        if (state.has("KIND", "NOTICE") && !state.is(State.ENDED) && !isMissed(state)) {
            state.copy("DUE_AT", "UNTIL_AT");
        } else {
            state.set("DUE_AT", null);
        }
    }

    private static boolean isMissed(State state) {
        return !state.isUnknown("UNTIL_AT") && state.has("UNTIL_AT", String.valueOf(state.number(State.MISSED)));
    }

    @Override
    boolean goesWithItsUser(State state) {
        return true;
    }
}
