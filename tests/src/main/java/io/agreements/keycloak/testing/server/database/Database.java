package io.agreements.keycloak.testing.server.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** The database of a server, read and changed behind its back. */
public final class Database {

    private static final Pattern HEXADECIMAL =
            Pattern.compile("(?:digest|salt|commitment|checks)$", Pattern.CASE_INSENSITIVE);

    private final DataSource dataSource;

    Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A new connection, with automatic commit. */
    public Connection connect() throws SQLException {
        return dataSource.getConnection();
    }

    /** The rows of a query: values by column name in lower case, the same on every database; digests and salts in hexadecimal. */
    public List<Map<String, Object>> query(String sql, Object... arguments) {
        try (Connection connection = connect();
                PreparedStatement statement = prepare(connection, sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            List<Map<String, Object>> all = new ArrayList<>();
            while (rows.next()) {
                all.add(row(rows));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The number of a query that counts. */
    public long count(String sql, Object... arguments) {
        return ((Number) query(sql, arguments).get(0).values().iterator().next()).longValue();
    }

    /** Carries out a statement that changes rows or tables; how many rows it changed. */
    public int update(String sql, Object... arguments) {
        try (Connection connection = connect();
                PreparedStatement statement = prepare(connection, sql, arguments)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }

    private static Map<String, Object> row(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            row.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), value(rows, columns, i));
        }
        return row;
    }

    private static Object value(ResultSet rows, ResultSetMetaData columns, int i) throws SQLException {
        return switch (columns.getColumnType(i)) {
            case Types.CLOB -> rows.getString(i);
            case Types.BLOB, Types.LONGVARBINARY, Types.VARBINARY, Types.BINARY ->
                bytes(rows.getBytes(i), columns.getColumnLabel(i));
            default -> rows.getObject(i);
        };
    }

    private static Object bytes(byte[] bytes, String column) {
        return bytes != null && HEXADECIMAL.matcher(column).find()
                ? HexFormat.of().formatHex(bytes)
                : bytes;
    }
}
