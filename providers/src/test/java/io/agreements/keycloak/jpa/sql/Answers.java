package io.agreements.keycloak.jpa.sql;

/**
 * What a database says that has nothing.
 *
 * @param rows found by a query, unless it counts
 * @param word in the first of them wherever there are words; those behind it have a number as well
 * @param number wherever there are numbers
 * @param changed rows by a statement
 */
record Answers(int rows, String word, long number, int changed) {

    static final Answers NONE = new Answers(0, "1", 0, 1);

    static Answers rows(int rows) {
        return new Answers(rows, "1", 1, 1);
    }

    static Answers rows(int rows, String word) {
        return new Answers(rows, word, 1, 1);
    }

    Answers counting(long counted) {
        return new Answers(rows, word, counted, changed);
    }

    Answers changing(int rowsChanged) {
        return new Answers(rows, word, number, rowsChanged);
    }
}
