package io.agreements.keycloak.testing.server.running;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a database would carry out a statement.
 *
 * @param sql the statement
 * @param rows what the database says to {@code explain}: a line of words in each row, or on MariaDB a table
 */
record Plan(String sql, List<Map<String, Object>> rows) {

    private static final Pattern POSTGRES = Pattern.compile("Seq Scan on (\\w+)");
    private static final Pattern H2 = Pattern.compile("(\\w+)\\.tableScan");

    /** MariaDB: columns of the table, and what the first says of one that is read as a whole. */
    private static final String ACCESS = "type";

    private static final String TABLE = "table";
    private static final String ALL = "ALL";

    /** Tables, in lower case, of which every row is read. */
    Set<String> scannedTables() {
        Set<String> tables = new HashSet<>();
        for (Map<String, Object> row : rows) {
            if (row.containsKey(ACCESS)) {
                if (ALL.equals(row.get(ACCESS))) {
                    tables.add(named((String) row.get(TABLE)));
                }
            } else {
                row.values().stream()
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .forEach(words -> {
                            add(POSTGRES.matcher(words), tables);
                            add(H2.matcher(words), tables);
                        });
            }
        }
        return tables;
    }

    private static void add(Matcher found, Set<String> tables) {
        while (found.find()) {
            tables.add(found.group(1).toLowerCase(Locale.ROOT));
        }
    }

    /** MariaDB calls a table by the name the statement gives it; what it makes itself is called something in brackets. */
    private String named(String alias) {
        Matcher table = Pattern.compile(
                        "(?i)(?:from|join|update|into|,)\\s+(\\w+)\\s+(?:as\\s+)?" + Pattern.quote(alias) + "(?!\\w)")
                .matcher(sql);
        return (table.find() ? table.group(1) : alias).toLowerCase(Locale.ROOT);
    }
}
