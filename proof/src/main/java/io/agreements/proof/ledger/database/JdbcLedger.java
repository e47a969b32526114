package io.agreements.proof.ledger.database;

import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Reading;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Rows;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.UnreadableException;
import io.agreements.proof.ledger.UserStores;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A ledger in its database, read page by page along its keys and never changed. */
public final class JdbcLedger implements LedgerSource {

    /** The level that H2 has beyond those of JDBC. */
    private static final int H2_SNAPSHOT = 6;

    private static final int MOST_ELSEWHERE = 1000;
    private static final int MOST_IN_LIST = 500;

    private final Connections connections;
    private final LedgerSql sql;
    private final String realmId;

    private JdbcLedger(Connections connections, LedgerSql sql, String realmId) {
        this.connections = connections;
        this.sql = sql;
        this.realmId = realmId;
    }

    /**
     * All as it is at one moment, whoever writes meanwhile. The connection is closed with the ledger.
     *
     * @param schema of Keycloak's tables; null for the one that the connection has
     * @param realm name or id of a realm, or the id of one that was removed
     */
    public static JdbcLedger snapshot(Connection connection, String schema, String realm) {
        try {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(oneMoment(connection.getMetaData()));
            LedgerSql sql = LedgerSql.of(connection, schema);
            return new JdbcLedger(new One(connection), sql, realmId(connection, sql, realm));
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /**
     * As it is at the moment of each query, so that no transaction has to last: for what does not change any more, and for
     * {@link io.agreements.proof.ledger.check.SpanCheck}.
     *
     * @param schema of Keycloak's tables; null for the one that the connections have
     */
    public static JdbcLedger live(Connections connections, String schema, String realmId) {
        try {
            return new JdbcLedger(
                    connections, connections.lend(connection -> LedgerSql.of(connection, schema)), realmId);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /**
     * The isolation in which all queries see one moment. PostgreSQL, MariaDB and MySQL have it as repeatable read, where
     * H2 lets later rows appear; Oracle as serializable.
     */
    private static int oneMoment(DatabaseMetaData database) throws SQLException {
        if ("H2".equals(database.getDatabaseProductName())) {
            return H2_SNAPSHOT;
        }
        return database.supportsTransactionIsolationLevel(Connection.TRANSACTION_REPEATABLE_READ)
                ? Connection.TRANSACTION_REPEATABLE_READ
                : Connection.TRANSACTION_SERIALIZABLE;
    }

    private static String realmId(Connection connection, LedgerSql sql, String realm) throws SQLException {
        for (String query : List.of(
                "select ID from " + sql.name("REALM") + " where NAME = ?",
                "select REALM_ID from " + sql.name("AGR_LOG") + " where REALM_ID = ?",
                "select ID from " + sql.name("REALM") + " where ID = ?")) {
            try (PreparedStatement statement = connection.prepareStatement(query)) {
                statement.setString(1, realm);
                try (ResultSet result = statement.executeQuery()) {
                    if (result.next()) {
                        return result.getString(1);
                    }
                }
            }
        }
        throw new UnreadableException("There is no realm " + realm);
    }

    @Override
    public String realmId() {
        return realmId;
    }

    @Override
    public Rows rows(Reading reading) {
        return new Pages(last -> page(reading, last, reading.table().rowsAtOnce()));
    }

    @Override
    public List<Row> find(Reading reading, int max) {
        return page(reading, null, max);
    }

    @Override
    public List<Row> elsewhere(Table table, Map<String, Object> where) {
        Reading reading = Reading.where(table, where);
        return query(reading, sql.elsewhere(reading, MOST_ELSEWHERE), statement -> {
            int next = bind(statement, 1, where.values());
            statement.setString(next, realmId);
        });
    }

    @Override
    public boolean knowsUsers() {
        return true;
    }

    @Override
    public Set<String> absent(Collection<String> userIds) {
        Set<String> absent = new HashSet<>();
        List<String> all = List.copyOf(userIds);
        for (int from = 0; from < all.size(); from += MOST_IN_LIST) {
            List<String> some = all.subList(from, Math.min(from + MOST_IN_LIST, all.size()));
            Set<String> keys = new HashSet<>();
            some.forEach(id -> keys.add(UserStores.keyOf(id)));
            Set<String> there = there(keys);
            some.stream().filter(id -> !there.contains(UserStores.keyOf(id))).forEach(absent::add);
        }
        return absent;
    }

    /** Which of these are ids of users, or of user stores. */
    private Set<String> there(Set<String> keys) {
        Set<String> found = new HashSet<>();
        for (String table : List.of("USER_ENTITY", "COMPONENT")) {
            String marks = "?" + ", ?".repeat(keys.size() - 1);
            String query = "select ID from " + sql.name(table) + " where ID in (" + marks + ")";
            found.addAll(ask(query, statement -> bind(statement, 1, List.copyOf(keys)), result -> result.getString(1)));
        }
        return found;
    }

    private List<Row> page(Reading reading, Row last, int max) {
        return query(reading, sql.page(reading, realmId, last != null, max), statement -> {
            int next = 1;
            for (int times = 0; times < sql.realms(reading.table()); times++) {
                statement.setString(next++, realmId);
            }
            next = bind(statement, next, reading.where().values());
            if (last != null) {
                bind(statement, next, sql.keys(reading, last));
            }
        });
    }

    private List<Row> query(Reading reading, String query, Binding binding) {
        return ask(query, binding, result -> row(reading.table(), result));
    }

    private <T> List<T> ask(String query, Binding binding, Reader<T> reader) {
        try {
            return connections.lend(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(query)) {
                    binding.bind(statement);
                    try (ResultSet result = statement.executeQuery()) {
                        List<T> found = new ArrayList<>();
                        while (result.next()) {
                            found.add(reader.read(result));
                        }
                        return found;
                    }
                }
            });
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static Row row(Table table, ResultSet result) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        int number = 1;
        for (Map.Entry<String, Table.Kind> column : table.columns().entrySet()) {
            Optional.ofNullable(value(result, number++, column.getValue()))
                    .ifPresent(value -> values.put(column.getKey(), value));
        }
        return new Row(table, values);
    }

    private static Object value(ResultSet result, int number, Table.Kind kind) throws SQLException {
        Object value = switch (kind) {
            case TEXT -> result.getString(number);
            case NUMBER -> result.getLong(number);
            case FLAG -> result.getBoolean(number);
            case BYTES -> result.getBytes(number);
        };
        return result.wasNull() ? null : value;
    }

    private static int bind(PreparedStatement statement, int from, Collection<?> values) throws SQLException {
        int next = from;
        for (Object value : values) {
            if (value instanceof Long number) {
                statement.setLong(next++, number);
            } else if (value instanceof Reading.Beyond beyond) {
                statement.setLong(next++, beyond.number());
            } else if (value instanceof byte[] bytes) {
                statement.setBytes(next++, bytes);
            } else if (value instanceof String text) {
                statement.setString(next++, text);
            }
        }
        return next;
    }

    private static UnreadableException unreadable(SQLException e) {
        return new UnreadableException("The database cannot be read: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        connections.close();
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private interface Reader<T> {
        T read(ResultSet result) throws SQLException;
    }

    /** The same for every query, in one transaction. */
    private record One(Connection connection) implements Connections {

        @Override
        public <T> T lend(Query<T> query) throws SQLException {
            return query.ask(connection);
        }

        @Override
        public void close() {
            try (connection) {
                connection.rollback();
            } catch (SQLException e) {
                throw unreadable(e);
            }
        }
    }
}
