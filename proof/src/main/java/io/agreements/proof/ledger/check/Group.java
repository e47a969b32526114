package io.agreements.proof.ledger.check;

import io.agreements.proof.MalformedException;
import io.agreements.proof.canonical.Commitment;
import io.agreements.proof.canonical.LooseJson;
import io.agreements.proof.ledger.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What of a record can be erased together. */
enum Group {
    SUBJECT("subject", Map.of("USER_ID", "userId")),
    IDENTITY("identity", Map.of("USERNAME", "username", "SESSION_ID", "sessionId")),
    CONNECTION("connection", Map.of("IP_ADDRESS", "ipAddress", "USER_AGENT", "userAgent")),
    ACTOR("actor", Map.of("ADMINISTRATOR_ID", "administrator")),
    FREE_TEXT("freeText", Map.of()) {
        @Override
        Map<String, String> values(Row row) {
            Map<String, String> values = new LinkedHashMap<>();
            if (row.text("FREE_TEXT") != null) {
                LooseJson.read(row.text("FREE_TEXT"), "The words").forEach((name, value) -> {
                    if (!(value instanceof String)) {
                        throw new MalformedException("The words have something else among them");
                    }
                    values.put(name, (String) value);
                });
            }
            return values;
        }

        @Override
        List<String> columns() {
            return List.of("FREE_TEXT");
        }
    };

    private final String word;
    private final Map<String, String> names;

    Group(String word, Map<String, String> names) {
        this.word = word;
        this.names = names;
    }

    /** As records of erasures call it. */
    String word() {
        return word;
    }

    String saltColumn() {
        return name() + "_SALT";
    }

    String commitmentColumn() {
        return name() + "_COMMITMENT";
    }

    List<String> columns() {
        return names.keySet().stream().sorted().toList();
    }

    /** Whose values stay where the id was no name, or give way to a pseudonym. */
    boolean isId() {
        return this == SUBJECT || this == ACTOR;
    }

    /** By the names they are committed to with. */
    Map<String, String> values(Row row) {
        Map<String, String> values = new LinkedHashMap<>();
        names.forEach((column, name) -> {
            if (row.text(column) != null) {
                values.put(name, row.text(column));
            }
        });
        return values;
    }

    boolean hasValues(Row row) {
        return columns().stream().anyMatch(column -> row.text(column) != null);
    }

    /** Whether values, salt and commitment fit. */
    boolean opens(Row row) {
        try {
            return new Commitment(row.hex(saltColumn()), row.hex(commitmentColumn())).opensTo(values(row));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** What the commitment would have to be for the values; null if that cannot be told. */
    String commitment(Row row) {
        try {
            return row.hex(saltColumn()) == null || !hasValues(row)
                    ? null
                    : Commitment.of(row.hex(saltColumn()), values(row)).digest();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
