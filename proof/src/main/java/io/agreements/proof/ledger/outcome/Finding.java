package io.agreements.proof.ledger.outcome;

import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Table;

/**
 * Something that was looked at and is not as it ought to be.
 *
 * @param kind in what it consists
 * @param table where; null for what is not stored in the ledger
 * @param row by what it is found there: the id of a record, the path of a tile
 * @param index the record's place in the log; null where there is none
 * @param column which one is wrong; null where it is the row as a whole, or where it cannot be told
 * @param said what is to be said of it
 */
public record Finding(Kind kind, Table table, String row, Long index, String column, Statement said) {

    public static Finding of(Kind kind, Row row, String column, Statement said) {
        return new Finding(
                kind,
                row.table(),
                row.name(),
                row.table() == Table.RECORD ? row.numberOrNull("LOG_INDEX") : null,
                column,
                said);
    }

    /** About the ledger as a whole. */
    public static Finding of(Kind kind, Statement said) {
        return new Finding(kind, null, null, null, null, said);
    }

    /** For people, in English. */
    public String words() {
        return said.words();
    }

    /** On one line. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(kind.isTampering() ? "WRONG " : "NOTE  ").append(kind);
        if (table != null) {
            line.append(' ').append(table.sqlName());
        }
        if (row != null) {
            line.append(' ').append(row);
        }
        if (index != null) {
            line.append(" (log index ").append(index).append(')');
        }
        if (column != null) {
            line.append(' ').append(column);
        }
        return line.append(": ").append(words()).toString();
    }

    /** In what it consists. */
    public enum Kind {
        /** A column is not what it was. */
        CHANGED(true),
        /** A row is gone. */
        MISSING(true),
        /** A row was never there. */
        SURPLUS(true),
        /** A record stands at another place than in the log. */
        MOVED(true),
        /** Something is gone that no {@code ERASURE} speaks of. */
        ERASED(true),
        /** A signature, cosignature or time stamp is false or missing. */
        UNSIGNED(true),
        /** The log is not the one that was signed. */
        CONTRADICTION(true),
        /** Records that are not in the log yet. */
        WAITING(false),
        /** An erasure whose record is still to come. */
        UNDER_WAY(false),
        /** Something could not be looked at, or not with what is at hand. */
        UNVERIFIED(false);

        private final boolean tampering;

        Kind(boolean tampering) {
            this.tampering = tampering;
        }

        /** Whether it is more than a remark. */
        public boolean isTampering() {
            return tampering;
        }
    }
}
