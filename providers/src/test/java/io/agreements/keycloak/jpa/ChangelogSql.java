package io.agreements.keycloak.jpa;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateSqlCommandStep;

/**
 * The SQL that makes the tables, as Liquibase writes it for a database.
 *
 * @param text statement by statement, a line each
 */
public record ChangelogSql(String text) {

    private static final String CHANGELOG = "META-INF/agreements-changelog.xml";

    private static final Pattern TABLE = Pattern.compile("CREATE TABLE (?:\\w+\\.)?(\\w+) \\((.*)\\)");
    private static final Pattern COLUMN =
            Pattern.compile("(?:^|, )([A-Z_]+) ((?:NATIONAL )?\\w+(?: ?\\([^)]*\\))?[^,]*)");
    private static final Pattern LARGE =
            Pattern.compile("(?i)N?CLOB|BLOB|LONGBLOB|LONGTEXT|BYTEA|.*\\(max\\)|TEXT|OID");
    private static final List<Pattern> KEYS = List.of(
            Pattern.compile(
                    "ALTER TABLE (?:\\w+\\.)?(\\w+) ADD (?:CONSTRAINT )?(?<name>\\w+)? ?(?:PRIMARY KEY|UNIQUE) \\((?<columns>[^)]*)\\)"),
            Pattern.compile(
                    "CREATE (?:\\w+ )?INDEX (?:\\w+\\.)?(?<name>\\w+) ON (?:\\w+\\.)?(\\w+) ?\\((?<columns>[^)]*)\\)"));

    public static ChangelogSql of(String product, Path directory) throws Exception {
        ByteArrayOutputStream sql = new ByteArrayOutputStream();
        Path ran = directory.resolve(product + ".csv");
        new CommandScope(UpdateSqlCommandStep.COMMAND_NAME)
                .addArgumentValue("url", "offline:" + product + "?outputLiquibaseSql=none&changeLogFile=" + ran)
                .addArgumentValue("changelogFile", CHANGELOG)
                .setOutput(sql)
                .execute();
        return new ChangelogSql(sql.toString(StandardCharsets.UTF_8));
    }

    /** The types of columns by their names, by table. */
    public Map<String, Map<String, String>> tables() {
        Map<String, Map<String, String>> tables = new LinkedHashMap<>();
        TABLE.matcher(text).results().forEach(table -> tables.put(table.group(1), columns(table.group(2))));
        return tables;
    }

    private static Map<String, String> columns(String sql) {
        Map<String, String> columns = new LinkedHashMap<>();
        COLUMN.matcher(sql)
                .results()
                .filter(column -> !column.group(1).equals("CONSTRAINT"))
                .forEach(column -> columns.put(column.group(1), column.group(2)));
        return columns;
    }

    /** Names of columns of long texts or bytes, in small letters. */
    public Set<String> largeColumns() {
        return tables().values().stream()
                .flatMap(columns -> columns.entrySet().stream())
                .filter(column -> LARGE.matcher(column.getValue().split(" ")[0]).matches())
                .map(column -> column.getKey().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** Primary keys, unique constraints and indexes. */
    public List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        for (Pattern pattern : KEYS) {
            for (MatchResult found : pattern.matcher(text).results().toList()) {
                boolean isIndex = found.group().startsWith("CREATE");
                keys.add(new Key(
                        found.group(isIndex ? 2 : 1),
                        found.group(),
                        Stream.of(found.group(3).split(",")).map(String::strip).toList()));
            }
        }
        return keys;
    }

    /** @param sql the statement that makes it */
    public record Key(String table, String sql, List<String> columns) {}
}
