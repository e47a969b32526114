package io.agreements.proof.ledger.export;

import io.agreements.proof.MalformedException;
import io.agreements.proof.canonical.CanonicalJson;
import io.agreements.proof.canonical.CanonicalReader;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lines of an export, each a JSON object in the form of RFC 8785: first what it is, then rows, table by table, at the end how
 * many rows there were.
 */
final class ExportFormat {

    /** What a line may have at most, in bytes: a text is the longest there is. */
    static final int LONGEST_LINE = 64 << 20;

    static final String BEGIN = "ledgerExport";
    static final String REALM = "realm";
    static final String FROM = "from";
    static final String TO = "to";
    static final String END = "rows";
    static final long VERSION = 1;

    private static final String OF_REALM = "REALM_ID";

    private static final List<byte[]> PREFIXES =
            Arrays.stream(Table.values()).map(table -> utf8(prefix(table))).toList();

    private static final String WHAT = "A line of the export";

    private ExportFormat() {}

    static byte[] write(Map<String, Object> fields) {
        try {
            return CanonicalJson.of(fields);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("A row cannot be exported: " + e.getMessage(), e);
        }
    }

    static byte[] write(Row row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        row.values().forEach((column, value) -> {
            if (!Table.FINDING.contains(column)) {
                fields.put(
                        column, value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value);
            }
        });
        return write(Map.of(row.table().name(), fields));
    }

    /** What a line of a table's row begins with. */
    static String prefix(Table table) {
        return "{\"" + table.name() + "\":";
    }

    static Map<String, Object> read(byte[] line) {
        return CanonicalReader.read(line, LONGEST_LINE, WHAT);
    }

    /** Whether it says to be a row of one of the tables. */
    static boolean isRow(byte[] line) {
        return PREFIXES.stream().anyMatch(prefix -> begins(line, prefix));
    }

    static boolean begins(byte[] line, byte[] prefix) {
        return line.length > prefix.length && Arrays.equals(line, 0, prefix.length, prefix, 0, prefix.length);
    }

    /**
     * @param realmId whose ledger it is; of a record that says another one it is told where records are looked at
     */
    static Row row(Table table, byte[] line, String realmId) {
        Row row = row(table, line);
        required(table).stream()
                .filter(column -> row.values().get(column) == null)
                .forEach(column -> {
                    throw new MalformedException("%s of %s has no %s".formatted(WHAT, table.sqlName(), column));
                });
        boolean isOfRealm = table == Table.RECORD || !table.columns().containsKey(OF_REALM);
        if (!isOfRealm && !realmId.equals(row.text(OF_REALM))) {
            throw new MalformedException("%s of %s is of another realm".formatted(WHAT, table.sqlName()));
        }
        return row;
    }

    /** What no database has without a value, as far as it is read. */
    private static Set<String> required(Table table) {
        return switch (table) {
            case LOG_KEY, AGREEMENT, TEXT, WORDING, SETTINGS, TILE, ABSENT ->
                table.columns().keySet();
            case LOG -> Set.of("ORIGIN_NUMBER", "LOG_SIZE");
            case CHECKPOINT -> Set.of("ORIGIN_NUMBER", "LOG_SIZE", "SIGNED_AT", "NOTE");
            case VERSION -> Set.of("ID", "AGREEMENT_ID", "VERSION_NUMBER");
            case STANDING -> Set.of("USER_ID", "AGREEMENT_ID", "RECORD_ID");
            case RECORD, HOLD, RESTRICTION, DISCLOSURE, FOREIGN_ERASURE -> Set.of("ID");
        };
    }

    private static Row row(Table table, byte[] line) {
        Map<String, Object> whole = read(line);
        if (whole.size() != 1 || !(whole.get(table.name()) instanceof Map<?, ?> fields)) {
            throw new MalformedException(WHAT + " has one row");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            Table.Kind kind = table.columns().get((String) name);
            if (kind == null) {
                throw new MalformedException("%s of %s has a column %s".formatted(WHAT, table.sqlName(), name));
            }
            values.put((String) name, value(kind, value));
        });
        return new Row(table, values);
    }

    private static Object value(Table.Kind kind, Object value) {
        if (kind == Table.Kind.BYTES && value instanceof String hex) {
            try {
                return HexFormat.of().parseHex(hex);
            } catch (IllegalArgumentException e) {
                throw new MalformedException(WHAT + " has bytes that are not hexadecimal");
            }
        }
        boolean fits = switch (kind) {
            case TEXT -> value instanceof String;
            case NUMBER -> value instanceof Long;
            case FLAG -> value instanceof Boolean;
            case BYTES -> false;
        };
        if (!fits) {
            throw new MalformedException(WHAT + " has a value that its column cannot have");
        }
        return value;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
