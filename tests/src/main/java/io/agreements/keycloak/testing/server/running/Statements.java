package io.agreements.keycloak.testing.server.running;

import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.database.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements a server sends to its database, as its log tells them. */
public final class Statements {

    /** Requests are served by these threads; others have work of their own to do. */
    private static final Pattern OF_REQUESTS = line("executor-thread-\\d+");

    private static final Pattern OF_TIMERS = line("Timer-\\d+");

    /** Runs that a test asks for have threads of their own. */
    private static final Pattern OF_RUNS = line("testing-together-\\d+");

    private static final Pattern BINDING = Pattern.compile("binding parameter \\((\\d+):(\\w+)\\) <- \\[(.*)]");
    private static final String SQL = "org.hibernate.SQL";
    private static final String LOGGING = "testing-statements";

    private Statements() {}

    /** What the server sends while it serves the requests of the action, in order. Its log tells no more afterwards. */
    public static List<Statement> during(KeycloakServer server, Runnable action) {
        return during(server, OF_REQUESTS, action);
    }

    /** What the tasks of the server's timers send until the action is over, in order; what is only begun then is left out. */
    public static List<Statement> ofTimers(KeycloakServer server, Runnable action) {
        return during(server, OF_TIMERS, action).stream()
                .filter(Statement::isComplete)
                .toList();
    }

    /** What one of its tasks sends that is run at once, in order, as far as it does not leave the work to other threads. */
    public static List<Statement> ofTask(KeycloakServer server, String name) {
        return during(server, OF_RUNS, () -> QuickTasks.together(server, name, 1));
    }

    private static Pattern line(String thread) {
        return Pattern.compile(
                "\\S+ \\S+ +(?:DEBUG|TRACE) +\\[(org\\.hibernate\\.SQL|org\\.hibernate\\.orm\\.jdbc\\.bind)] \\("
                        + thread + "\\) (.*)");
    }

    /** Has the server's log tell its statements for as long as the action takes; whoever counts them looks there. */
    public static void logged(KeycloakServer server, Runnable action) {
        InsideServer.set(server, LOGGING, "true");
        try {
            action.run();
        } finally {
            InsideServer.set(server, LOGGING, "false");
        }
    }

    private static List<Statement> during(KeycloakServer server, Pattern kind, Runnable action) {
        List<Statement> statements = new ArrayList<>();
        logged(server, () -> {
            int before = server.logs().length();
            action.run();
            statements.addAll(told(server.logs().substring(before), kind));
        });
        return statements;
    }

    private static List<Statement> told(String log, Pattern kind) {
        List<Statement> statements = new ArrayList<>();
        log.lines().map(kind::matcher).filter(Matcher::matches).forEach(line -> {
            if (line.group(1).equals(SQL)) {
                statements.add(new Statement(line.group(2), new ArrayList<>()));
            } else if (!statements.isEmpty()) {
                statements.get(statements.size() - 1).bind(line.group(2));
            }
        });
        return statements;
    }

    /**
     * One statement.
     *
     * @param sql with a question mark for each parameter
     * @param parameters in order
     */
    public record Statement(String sql, List<Object> parameters) {

        /** Tables, in lower case, of which the database would now read every row to carry it out. */
        public Set<String> scannedTables(Database database) {
            return new Plan(sql, database.query("explain " + sql, parameters.toArray())).scannedTables();
        }

        private boolean isComplete() {
            return sql.chars().filter(character -> character == '?').count() == parameters.size();
        }

        private void bind(String words) {
            Matcher binding = BINDING.matcher(words);
            if (!binding.matches() || Integer.parseInt(binding.group(1)) != parameters.size() + 1) {
                throw new IllegalStateException("Not the next parameter of " + sql + ": " + words);
            }
            parameters.add(value(binding.group(2), binding.group(3)));
        }

        private static Object value(String type, String text) {
            if (text.equals("null")) {
                return null;
            }
            return switch (type) {
                case "INTEGER" -> Integer.valueOf(text);
                case "BIGINT" -> Long.valueOf(text);
                case "BOOLEAN" -> Boolean.valueOf(text);
                default -> text;
            };
        }
    }
}
