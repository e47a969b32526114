package io.agreements.proof.ledger;

import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A row as it is stored.
 *
 * @param values by column: strings, longs, booleans, bytes; what is null is left out
 */
public record Row(Table table, Map<String, Object> values) {

    public Row {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public String text(String column) {
        return (String) values.get(column);
    }

    /** A number that has to be there. */
    public long number(String column) {
        Long number = numberOrNull(column);
        if (number == null) {
            throw new UnreadableException("%s of %s is null".formatted(column, name()));
        }
        return number;
    }

    public Long numberOrNull(String column) {
        return (Long) values.get(column);
    }

    public Boolean flag(String column) {
        return (Boolean) values.get(column);
    }

    public byte[] bytes(String column) {
        byte[] bytes = (byte[]) values.get(column);
        return bytes == null ? null : bytes.clone();
    }

    /** Bytes in lower-case hexadecimal. */
    public String hex(String column) {
        byte[] bytes = (byte[]) values.get(column);
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }

    /** Whatever it holds, as a string. */
    public String words(String column) {
        Object value = values.get(column);
        if (value == null) {
            return null;
        }
        return value instanceof byte[] ? hex(column) : value.toString();
    }

    /** By what people find it. */
    public String name() {
        return switch (table) {
            case RECORD, AGREEMENT, VERSION, TEXT, FOREIGN_ERASURE -> words("ID");
            case LOG -> words("REALM_ID");
            default -> table.order().stream().map(this::words).collect(Collectors.joining("/"));
        };
    }
}
