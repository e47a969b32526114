package io.agreements.keycloak.jpa;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.JDBCException;
import org.hibernate.Session;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.jdbc.spi.JdbcServices;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;

/**
 * Puts a row in unless there is one with its key, and tells which: of any number of transactions that put in the same row at
 * the same moment one is told that it did, on every database. The others wait for its end. The transaction goes on either
 * way; what it reads afterwards may still be without the row of the other.
 *
 * <p>An ordinary insert, for where it fails on a key databases undo it alone; PostgreSQL, which would give up the whole
 * transaction, has a word against that. Hibernate's own insert-if-absent reports a row inserted whatever happened on some
 * databases, and races on others.
 */
public final class InsertIfAbsent {

    private final JdbcServices jdbc;
    private final String sql;
    private final Map<Field, Object> values;

    private InsertIfAbsent(JdbcServices jdbc, String sql, Map<Field, Object> values) {
        this.jdbc = jdbc;
        this.sql = sql;
        this.values = values;
    }

    /**
     * @param row an entity, which is not managed afterwards either
     * @return false if a row with its key was there
     */
    public static boolean insert(EntityManager entities, Object row) {
        JdbcServices jdbc = entities.getEntityManagerFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getJdbcServices();
        Map<Field, Object> values = RowValues.of(row);
        String sql = sql(RowValues.table(row, entities), values, jdbc.getDialect() instanceof PostgreSQLDialect);
        return entities.unwrap(Session.class).doReturningWork(new InsertIfAbsent(jdbc, sql, values)::insert);
    }

    private boolean insert(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = 0;
            for (Map.Entry<Field, Object> value : values.entrySet()) {
                RowValues.bind(jdbc, statement, ++index, value.getKey(), value.getValue());
            }
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            JDBCException failure =
                    jdbc.getSqlExceptionHelper().getSqlExceptionConverter().convert(e, "The row was not inserted", sql);
            if (failure instanceof ConstraintViolationException violation
                    && violation.getKind() == ConstraintKind.UNIQUE) {
                return false;
            }
            throw failure;
        }
    }

    private static String sql(String table, Map<Field, Object> values, boolean postgres) {
        return "insert into " + table + " ("
                + values.keySet().stream().map(RowValues::column).collect(Collectors.joining(", "))
                + ") values ("
                + values.keySet().stream().map(field -> "?").collect(Collectors.joining(", ")) + ")"
                + (postgres ? " on conflict do nothing" : "");
    }
}
