package io.agreements.proof.ledger.check;

import io.agreements.proof.canonical.RecordKeys;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Table;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import liquibase.command.CommandScope;
import liquibase.exception.CommandExecutionException;

/** The tables of the product in a database of the test's own, and as much of Keycloak's as matters. */
final class TestDatabase implements AutoCloseable {

    private static final List<String> COMMON = List.of("TEXT_DIGEST", "WORDING_DIGEST", "SETTINGS_DIGEST", "DETAILS");
    private static final Set<String> CONNECTION = Set.of("IP_ADDRESS", "USER_AGENT", "CONNECTION_SALT");
    private static final String CHANGELOG = "META-INF/agreements-changelog.xml";

    private final String url;
    private final Connection connection;
    private final Map<List<String>, Long> common = new HashMap<>();
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

    /** A record with what finds it, and apart from where it came from. */
    void insert(Table table, Map<String, Object> values) {
        if (table != Table.RECORD) {
            insert(table.sqlName(), values);
            return;
        }
        String realmId = (String) values.get("REALM_ID");
        Map<String, Object> record = new LinkedHashMap<>(values);
        record.keySet().removeAll(CONNECTION);
        if ("ACCEPTANCE".equals(values.get("TYPE"))) {
            share(record);
        }
        record.putIfAbsent("REALM_KEY", RecordKeys.ofRealm(realmId));
        record.putIfAbsent("LIST_KEY", RecordKeys.ofList(realmId, (String) values.get("TYPE"), (String)
                values.get("AGREEMENT_KEY")));
        insert(table.sqlName(), record);
        Map<String, Object> connection = new LinkedHashMap<>(values);
        connection.keySet().retainAll(CONNECTION);
        if (!connection.isEmpty()) {
            connection.put("REALM_KEY", RecordKeys.ofRealm(realmId));
            connection.put("OCCURRED_AT", values.get("OCCURRED_AT"));
            connection.put("RECORD_ID", values.get("ID"));
            insert("AGR_CONNECTION", connection);
        }
    }

    /** What it has in common with others goes where that is. */
    private void share(Map<String, Object> record) {
        Map<String, Object> shared = new LinkedHashMap<>(record);
        shared.keySet().retainAll(COMMON);
        record.keySet().removeAll(COMMON);
        List<String> all = COMMON.stream()
                .map(column -> new Row(Table.RECORD, shared).words(column))
                .map(String::valueOf)
                .toList();
        if (!common.containsKey(all)) {
            common.put(all, (long) common.size());
            shared.put("COMMON_KEY", common.get(all));
            insert("AGR_COMMON", shared);
        }
        record.put("COMMON_KEY", common.get(all));
    }

    /** Where a record came from. */
    void deleteConnection(Object recordId) {
        update("delete from AGR_CONNECTION where RECORD_ID = ?", recordId);
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
