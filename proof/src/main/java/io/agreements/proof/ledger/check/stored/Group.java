package io.agreements.proof.ledger.check.stored;

import io.agreements.proof.MalformedException;
import io.agreements.proof.canonical.Commitment;
import io.agreements.proof.canonical.LooseJson;
import io.agreements.proof.ledger.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What of a record can be erased together. */
public enum Group {
    SUBJECT("subject", Map.of("USER_ID", "userId")),
    IDENTITY("identity", Map.of("USERNAME", "username", "SESSION_ID", "sessionId")),
    CONNECTION("connection", Map.of("IP_ADDRESS", "ipAddress", "USER_AGENT", "userAgent")),
    ACTOR("actor", Map.of("ADMINISTRATOR_ID", "administrator")),
    FREE_TEXT("freeText", Map.of()) {
        @Override
        public Map<String, String> values(Row row) {
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
        public List<String> columns() {
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
    public String word() {
        return word;
    }

    public String saltColumn() {
        return name() + "_SALT";
    }

    public String commitmentColumn() {
        return name() + "_COMMITMENT";
    }

    public List<String> columns() {
        return names.keySet().stream().sorted().toList();
    }

    /** Whose values stay where the id was no name, or give way to a pseudonym. */
    public boolean isId() {
        return this == SUBJECT || this == ACTOR;
    }

    /** By the names they are committed to with. */
    public Map<String, String> values(Row row) {
        Map<String, String> values = new LinkedHashMap<>();
        names.forEach((column, name) -> {
            if (row.text(column) != null) {
                values.put(name, row.text(column));
            }
        });
        return values;
    }

    public boolean hasValues(Row row) {
        return columns().stream().anyMatch(column -> row.text(column) != null);
    }

    /** Whether values, salt and commitment fit. */
    public boolean opens(Row row) {
        try {
            return new Commitment(row.hex(saltColumn()), row.hex(commitmentColumn())).opensTo(values(row));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** What the commitment would have to be for the values; null if that cannot be told. */
    public String commitment(Row row) {
        try {
            return row.hex(saltColumn()) == null || !hasValues(row)
                    ? null
                    : Commitment.of(row.hex(saltColumn()), values(row)).digest();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
