package io.agreements.keycloak.jpa.sql;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;

/** Takes down what it is sent, and answers with as many rows as it is told, of no meaning. */
final class SilentDatabase implements ConnectionProvider {

    private static final long serialVersionUID = 1L;

    /** What has one row, whatever is in the table. */
    private static final Pattern WHOLE =
            Pattern.compile("select (?:count|count_big|min|max|sum)\\((?!.*\\bgroup by\\b).*");

    /** So that whoever goes on until nothing is left comes to an end. */
    private static final int MOST_STATEMENTS = 5_000;

    private final String product;
    private final transient List<SentStatement> sent = new ArrayList<>();
    private final transient Sites sites = new Sites();
    private transient Answers answers = Answers.NONE;
    private transient int statementsLeft;

    /** @param product what it calls itself */
    SilentDatabase(String product) {
        this.product = product;
    }

    List<SentStatement> sent() {
        return sent;
    }

    /** Where statements were prepared. */
    Sites sites() {
        return sites;
    }

    /** From now on. */
    void answer(Answers with) {
        answers = with;
        statementsLeft = MOST_STATEMENTS;
    }

    @Override
    public Connection getConnection() {
        return Silent.proxy(Connection.class, this::onConnection);
    }

    @Override
    public void closeConnection(Connection connection) {}

    @Override
    public boolean supportsAggressiveRelease() {
        return false;
    }

    @Override
    public boolean isUnwrappableAs(Class<?> type) {
        return false;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new UnsupportedOperationException(type.getName());
    }

    private Object onConnection(Object connection, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "prepareStatement", "prepareCall" -> {
                sites.reach();
                yield Silent.proxy(PreparedStatement.class, new Prepared((String) arguments[0]));
            }
            case "isValid" -> true;
            case "getMetaData" ->
                Silent.of(DatabaseMetaData.class, Map.of("getDatabaseProductName", nothing -> product));
            default -> Silent.nothing(connection, method, arguments);
        };
    }

    private final class Found implements InvocationHandler {

        private final int rows;
        private int row = -1;

        Found(int rows) {
            this.rows = rows;
        }

        @Override
        public Object invoke(Object self, Method method, Object[] arguments) {
            return switch (method.getName()) {
                case "next" -> ++row < rows;
                case "getString", "getNString" -> answers.word() + (row == 0 ? "" : row);
                case "getBytes" -> new byte[32];
                case "getLong", "getInt", "getShort" -> Silent.primitive(method.getReturnType(), answers.number());
                default -> Silent.nothing(self, method, arguments);
            };
        }
    }

    private final class Prepared implements InvocationHandler {

        private final String sql;
        private final Map<Integer, Object> parameters = new TreeMap<>();
        private int batch;

        Prepared(String sql) {
            this.sql = sql;
        }

        @Override
        public Object invoke(Object self, Method method, Object[] arguments) throws SQLException {
            String name = method.getName();
            if (name.startsWith("set") && arguments.length > 1 && arguments[0] instanceof Integer place) {
                parameters.put(place, name.equals("setNull") ? null : arguments[1]);
                return null;
            }
            return switch (name) {
                case "executeQuery" -> {
                    note();
                    boolean whole = WHOLE.matcher(sql.toLowerCase(Locale.ROOT)).matches();
                    yield Silent.proxy(ResultSet.class, new Found(whole ? 1 : answers.rows()));
                }
                case "executeUpdate" -> {
                    note();
                    yield answers.changed();
                }
                case "addBatch" -> {
                    note();
                    batch++;
                    yield null;
                }
                case "executeBatch" -> {
                    int[] changed = new int[batch];
                    Arrays.fill(changed, 1);
                    batch = 0;
                    yield changed;
                }
                default -> Silent.nothing(self, method, arguments);
            };
        }

        private void note() throws SQLException {
            if (statementsLeft-- <= 0) {
                throw new SQLException("No end is seen");
            }
            sent.add(new SentStatement(sql, new TreeMap<>(parameters)));
        }
    }
}
