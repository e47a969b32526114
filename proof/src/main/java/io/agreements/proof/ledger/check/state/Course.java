package io.agreements.proof.ledger.check.state;

import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.UserStores;
import io.agreements.proof.ledger.check.stored.Group;
import io.agreements.proof.ledger.check.stored.StoredRecord;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What becomes of a row with each record that is about it, whatever order they come in. */
abstract class Course {

    private final Table table;
    private final String type;
    private final String idName;
    private final List<String> columns;

    /**
     * @param type of the records
     * @param idName by which name their details have the id of the row
     * @param columns which follow from the records
     */
    Course(Table table, String type, String idName, List<String> columns) {
        this.table = table;
        this.type = type;
        this.idName = idName;
        this.columns = List.copyOf(columns);
    }

    Table table() {
        return table;
    }

    String type() {
        return type;
    }

    List<String> columns() {
        return columns;
    }

    /** The id of the row that it is about; null if it is about none. */
    String idOf(StoredRecord record) {
        return record.details().get(idName) instanceof String id ? id : null;
    }

    /** Whether it is the record with which the row came to be. */
    abstract boolean begins(StoredRecord record);

    /** @param states by id of the row; null for one that somebody else looks at */
    abstract void follow(StoredRecord record, Function<String, State> states);

    /** Once all records are followed: what of the row follows from more than one of them. */
    void finish(State state) {
        // As a rule each column follows from one.
    }

    /** Whether the row may be gone once its user is. */
    abstract boolean goesWithItsUser(State state);

    /** From when on its user may have gone for that: as a rule once it came to be, in ms. */
    long mayGoFrom(long begun) {
        return begun;
    }

    /** What a row holds, in the words in which records say it. */
    String words(Row row, String column) {
        return row.words(column);
    }

    /** What an administrator or a user wrote, as far as it is not erased. */
    static void written(State state, String column, StoredRecord record, String name) {
        Row row = record.row();
        if (row.bytes(Group.FREE_TEXT.commitmentColumn()) != null && row.text("FREE_TEXT") == null) {
            state.unknown(column);
        } else {
            state.set(column, words(record).get(name));
        }
    }

    private static Map<String, String> words(StoredRecord record) {
        try {
            return Group.FREE_TEXT.values(record.row());
        } catch (IllegalArgumentException e) {
            // The record is told of where records are looked at.
            return Map.of();
        }
    }

    /** Who it was, as far as that is no pseudonym by now. */
    static void person(State state, String column, String id) {
        if (id == null || UserStores.isPseudonym(id)) {
            state.unknown(column);
        } else {
            state.set(column, id);
        }
    }

    static void administrator(State state, String column, StoredRecord record) {
        person(state, column, record.row().text("ADMINISTRATOR_ID"));
    }

    static void at(State state, String column, StoredRecord record) {
        state.set(column, record.row().words("OCCURRED_AT"));
    }

    static void detail(State state, String column, StoredRecord record, String name) {
        Object value = record.details().get(name);
        state.set(column, value == null ? null : value.toString());
    }
}
