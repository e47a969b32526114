package io.agreements.proof.ledger.export;

import io.agreements.proof.MalformedException;
import io.agreements.proof.canonical.CanonicalJson;
import io.agreements.proof.canonical.CanonicalReader;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

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

    static Row row(Table table, byte[] line) {
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
