package io.agreements.proof.ledger.check;

import io.agreements.proof.ledger.Table;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import liquibase.command.CommandScope;
import liquibase.exception.CommandExecutionException;

/** The tables of the product in a database of the test's own, and as much of Keycloak's as matters. */
final class TestDatabase implements AutoCloseable {

    private static final String CHANGELOG = "META-INF/agreements-changelog.xml";

    private final String url;
    private final Connection connection;
    private final Map<String, PreparedStatement> batches = new LinkedHashMap<>();
    private final int batchSize;
    private int batched;

    TestDatabase(String name) {
        this("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", 1);
    }

    /** @param batchSize how many rows are inserted at once */
    @SuppressWarnings("try") // Liquibase's close is declared to throw anything.
    TestDatabase(String url, int batchSize) {
        this.url = url;
        this.batchSize = batchSize;
        try {
            connection = DriverManager.getConnection(url);
            new CommandScope("update")
                    .addArgumentValue("url", url)
                    .addArgumentValue("changelogFile", CHANGELOG)
                    .setOutput(OutputStream.nullOutputStream())
                    .execute();
            execute("create table REALM (ID varchar(36), NAME varchar(255))");
            execute("create table USER_ENTITY (ID varchar(36) primary key)");
            // To H2 that is a word of its own.
            String value = url.startsWith("jdbc:h2:") ? "\"VALUE\"" : "VALUE";
            execute("create table REALM_ATTRIBUTE (REALM_ID varchar(36), NAME varchar(255), %s varchar(255))"
                    .formatted(value));
            execute("create table COMPONENT (ID varchar(36) primary key)");
        } catch (SQLException | CommandExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return url;
    }

    Connection connect() {
        try {
            return DriverManager.getConnection(url);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** @return how many rows were changed */
    int update(String sql, Object... values) {
        flush();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int place = 0; place < values.length; place++) {
                statement.setObject(place + 1, values[place]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The one value that a query gives. */
    String text(String sql, Object... values) {
        flush();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int place = 0; place < values.length; place++) {
                statement.setObject(place + 1, values[place]);
            }
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void insert(Table table, Map<String, Object> values) {
        insert(table.sqlName(), values);
    }

    void insert(String table, Map<String, Object> values) {
        List<String> columns = new ArrayList<>(values.keySet());
        String sql = "insert into %s (%s) values (?%s)"
                .formatted(table, String.join(", ", columns), ", ?".repeat(columns.size() - 1));
        try {
            PreparedStatement statement = batches.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                batches.put(sql, statement);
            }
            for (int place = 0; place < columns.size(); place++) {
                statement.setObject(place + 1, values.get(columns.get(place)));
            }
            statement.addBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
        batched++;
        if (batched >= batchSize) {
            flush();
        }
    }

    void flush() {
        if (batched > 0) {
            batches.forEach((sql, statement) -> {
                try {
                    statement.executeBatch();
                } catch (SQLException e) {
                    throw new IllegalStateException(sql, e);
                }
            });
            batched = 0;
        }
    }

    @Override
    public void close() {
        execute("shutdown");
    }
}
