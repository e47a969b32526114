package io.agreements.keycloak.jpa.sql;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;

/** Takes down what it is sent, and answers with a few rows of no meaning, of which there is soon an end. */
final class SilentDatabase implements ConnectionProvider {

    private static final long serialVersionUID = 1L;

    private static final String OURS = "io.agreements.keycloak.jpa.";
    private static final String TESTS = OURS + "sql.";

    /** So that whoever goes on until nothing is left comes to an end. */
    private static final int MOST_ROWS = 4;

    private static final int MOST_STATEMENTS = 400;

    private final String product;
    private final transient List<SentStatement> sent = new ArrayList<>();
    private transient int rowsLeft;
    private transient int statementsLeft;

    /** @param product what it calls itself */
    SilentDatabase(String product) {
        this.product = product;
    }

    List<SentStatement> sent() {
        return sent;
    }

    /** @param rows whether there are any */
    void beginAnew(boolean rows) {
        rowsLeft = rows ? MOST_ROWS : 0;
        statementsLeft = MOST_STATEMENTS;
    }

    @Override
    public Connection getConnection() {
        return proxy(Connection.class, this::onConnection);
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
            case "prepareStatement", "prepareCall" ->
                proxy(PreparedStatement.class, new Prepared((String) arguments[0]));
            case "isValid" -> true;
            case "getMetaData" ->
                proxy(
                        DatabaseMetaData.class,
                        (data, asked, of) ->
                                asked.getName().equals("getDatabaseProductName") ? product : nothing(data, asked, of));
            default -> nothing(connection, method, arguments);
        };
    }

    private Object onRows(Object rows, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "next" -> rowsLeft-- > 0;
            case "getString", "getNString" -> "1";
            case "getBytes" -> new byte[32];
            case "getLong", "getInt", "getShort" -> primitive(method.getReturnType(), 1);
            default -> nothing(rows, method, arguments);
        };
    }

    private static Object nothing(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "silent";
            default -> primitive(method.getReturnType(), 0);
        };
    }

    private static Object primitive(Class<?> type, int number) {
        if (type == boolean.class) {
            return false;
        } else if (type == int.class) {
            return number;
        } else if (type == long.class) {
            return (long) number;
        } else if (type == short.class) {
            return (short) number;
        } else if (type == double.class) {
            return (double) number;
        }
        return null;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private final class Prepared implements InvocationHandler {

        private final String sql;
        private final Map<Integer, Object> parameters = new TreeMap<>();
        private int batch;

        Prepared(String sql) {
            this.sql = sql;
        }

        @Override
        public Object invoke(Object statement, Method method, Object[] arguments) throws SQLException {
            String name = method.getName();
            if (name.startsWith("set") && arguments.length > 1 && arguments[0] instanceof Integer place) {
                parameters.put(place, name.equals("setNull") ? null : arguments[1]);
                return null;
            }
            return switch (name) {
                case "executeQuery" -> {
                    note();
                    yield proxy(ResultSet.class, SilentDatabase.this::onRows);
                }
                case "executeUpdate" -> {
                    note();
                    yield rowsLeft-- > 0 ? 1 : 0;
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
                default -> nothing(statement, method, arguments);
            };
        }

        private void note() throws SQLException {
            if (statementsLeft-- <= 0) {
                throw new SQLException("No end is seen");
            }
            sent.add(new SentStatement(sql, new TreeMap<>(parameters), askers()));
        }

        private static Set<String> askers() {
            return StackWalker.getInstance()
                    .walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                            .filter(name -> name.startsWith(OURS) && !name.startsWith(TESTS))
                            .map(name -> name.split("\\$", 2)[0])
                            .collect(Collectors.toSet()));
        }
    }
}
