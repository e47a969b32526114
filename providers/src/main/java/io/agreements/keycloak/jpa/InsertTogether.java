package io.agreements.keycloak.jpa;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.OracleDialect;
import org.hibernate.engine.jdbc.spi.JdbcServices;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/**
 * Puts rows of one table in together: by one statement, by a few where they are many, or on databases that have none for that, one after the other.
 * Hibernate would take a statement for each. The rows are written when this returns, and are not managed afterwards.
 */
public final class InsertTogether {

    /** Fewer than any database takes in one statement: SQL Server has 2,100. */
    private static final int MOST_PARAMETERS = 2_000;

    private final JdbcServices jdbc;
    private final String table;

    private InsertTogether(JdbcServices jdbc, String table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    /**
     * @param rows entities of one class; none with the key of another
     * @throws org.hibernate.JDBCException if one cannot be put in; the transaction must not be committed then
     */
    public static void insert(EntityManager entities, List<?> rows) {
        if (rows.isEmpty()) {
            return;
        }
        JdbcServices jdbc = entities.getEntityManagerFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getJdbcServices();
        InsertTogether together = new InsertTogether(jdbc, RowValues.table(rows.get(0), entities));
        List<Map<Field, Object>> values = rows.stream().map(RowValues::of).toList();
        entities.unwrap(Session.class)
                .doWork(connection ->
                        parts(values, jdbc.getDialect()).forEach(part -> together.insert(connection, part)));
    }

    static List<List<Map<Field, Object>>> parts(List<Map<Field, Object>> rows, Dialect dialect) {
        int widest = rows.stream().mapToInt(Map::size).max().orElse(1);
        int together = dialect instanceof OracleDialect ? 1 : Math.max(1, MOST_PARAMETERS / widest);
        List<List<Map<Field, Object>>> parts = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += together) {
            parts.add(rows.subList(from, Math.min(from + together, rows.size())));
        }
        return parts;
    }

    private void insert(Connection connection, List<Map<Field, Object>> rows) {
        Collection<Field> columns = rows.stream()
                .flatMap(row -> row.keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        String sql = sql(table, columns, rows);
        jdbc.getSqlStatementLogger().logStatement(sql);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = 0;
            for (Map<Field, Object> row : rows) {
                for (Field column : columns) {
                    if (row.containsKey(column)) {
                        RowValues.bind(jdbc, statement, ++index, column, row.get(column));
                    }
                }
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw jdbc.getSqlExceptionHelper().getSqlExceptionConverter().convert(e, "The rows were not inserted", sql);
        }
    }

    /** A parameter that is null has no type, which some databases do not take. */
    static String sql(String table, Collection<Field> columns, List<Map<Field, Object>> rows) {
        List<String> tuples = new ArrayList<>();
        for (Map<Field, Object> row : rows) {
            tuples.add(columns.stream()
                    .map(column -> row.containsKey(column) ? "?" : "null")
                    .collect(Collectors.joining(", ", "(", ")")));
        }
        return "insert into " + table
                + columns.stream().map(RowValues::column).collect(Collectors.joining(", ", " (", ")")) + " values "
                + String.join(", ", tuples);
    }
}
