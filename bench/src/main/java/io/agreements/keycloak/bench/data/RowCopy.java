package io.agreements.keycloak.bench.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Copies of rows, in SQL of PostgreSQL: all columns as they are, but for some.
 *
 * @param table which
 * @param replaced expressions by the names of columns; {@code m} is the row that is copied, {@code i} numbers the copies
 */
record RowCopy(String table, Map<String, String> replaced) {

    RowCopy(String table) {
        this(table, Map.of());
    }

    /** With this expression in place of what the column of the row has. */
    RowCopy with(String column, String expression) {
        Map<String, String> more = new LinkedHashMap<>(replaced);
        more.put(column, expression);
        return new RowCopy(table, more);
    }

    /**
     * The statement.
     *
     * @param columns all that the table has
     * @param rows what is copied, in SQL: something that can stand behind {@code from} and is called {@code m}
     * @param condition which copies are made
     * @param first number of a copy
     * @param end the number behind the last one
     */
    String sql(List<String> columns, String rows, String condition, int first, int end) {
        if (!columns.containsAll(replaced.keySet())) {
            throw new IllegalArgumentException(
                    "Table " + table + " has " + columns + ", not all of " + replaced.keySet());
        }
        String values = columns.stream()
                .map(column -> replaced.getOrDefault(column, "m." + column))
                .collect(Collectors.joining(", "));
        return "insert into " + table + " (" + String.join(", ", columns) + ") select " + values + " from " + rows
                + " cross join generate_series(cast(" + first + " as bigint), " + (end - 1) + ") i where " + condition;
    }
}
