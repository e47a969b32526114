package io.agreements.proof.ledger;

import static io.agreements.proof.ledger.Table.Kind.BYTES;
import static io.agreements.proof.ledger.Table.Kind.FLAG;
import static io.agreements.proof.ledger.Table.Kind.NUMBER;

import io.agreements.proof.canonical.RecordColumns;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a ledger is stored in. */
public enum Table {
    LOG(
            columns(
                    "REALM_ID", Kind.TEXT,
                    "ORIGIN", Kind.TEXT,
                    "ORIGIN_NUMBER", NUMBER,
                    "LOG_SIZE", NUMBER,
                    "SENT_SIZE", NUMBER,
                    "HALTED_AT", NUMBER,
                    "HALT_REASON", Kind.TEXT),
            "REALM_ID"),
    LOG_KEY(
            columns(
                    "REALM_ID", Kind.TEXT,
                    "ORIGIN_NUMBER", NUMBER,
                    "KEY_HASH", Kind.TEXT,
                    "VERIFIER_KEY", Kind.TEXT,
                    "FIRST_USED_AT", NUMBER),
            "ORIGIN_NUMBER",
            "KEY_HASH"),
    CHECKPOINT(
            columns(
                    "REALM_ID", Kind.TEXT,
                    "ORIGIN_NUMBER", NUMBER,
                    "LOG_SIZE", NUMBER,
                    "SIGNED_AT", NUMBER,
                    "NOTE", BYTES,
                    "COSIGNATURES", BYTES,
                    "STAMPED_AT", NUMBER,
                    "TIME_STAMP", BYTES),
            "ORIGIN_NUMBER",
            "LOG_SIZE"),
    AGREEMENT(columns("ID", Kind.TEXT, "REALM_ID", Kind.TEXT, "AGREEMENT_KEY", Kind.TEXT, "REMOVED_AT", NUMBER), "ID"),
    VERSION(
            columns(
                    "ID", Kind.TEXT,
                    "AGREEMENT_ID", Kind.TEXT,
                    "VERSION_NUMBER", NUMBER,
                    "MATERIAL", FLAG,
                    "ACCEPTANCE", Kind.TEXT,
                    "PUBLISHED_AT", NUMBER,
                    "EFFECTIVE_AT", NUMBER,
                    "ENFORCED_AT", NUMBER,
                    "RETRACTED_AT", NUMBER),
            "ID"),
    TEXT(
            columns(
                    "ID",
                    Kind.TEXT,
                    "VERSION_ID",
                    Kind.TEXT,
                    "LOCALE",
                    Kind.TEXT,
                    "CONTENT",
                    BYTES,
                    "DIGEST",
                    Kind.TEXT),
            "ID"),
    WORDING(columns("DIGEST", BYTES, "CONTENT", BYTES), "DIGEST"),
    SETTINGS(columns("DIGEST", BYTES, "CONTENT", BYTES), "DIGEST"),
    TILE(
            columns("REALM_ID", Kind.TEXT, "TILE_LEVEL", NUMBER, "TILE_INDEX", NUMBER, "CONTENT", BYTES),
            "TILE_LEVEL",
            "TILE_INDEX"),
    RECORD(recordColumns(), "LOG_INDEX", "ID"),
    STANDING(
            columns(
                    "USER_ID", Kind.TEXT,
                    "AGREEMENT_ID", Kind.TEXT,
                    "REALM_ID", Kind.TEXT,
                    "VERSION_NUMBER", NUMBER,
                    "DECISION", Kind.TEXT,
                    "LOCALE", Kind.TEXT,
                    "TEXT_DIGEST", BYTES,
                    "DECIDED_AT", NUMBER,
                    "RECORD_ID", Kind.TEXT),
            "USER_ID",
            "AGREEMENT_ID"),
    HOLD(
            columns(
                    "ID", Kind.TEXT,
                    "REALM_ID", Kind.TEXT,
                    "USER_ID", Kind.TEXT,
                    "AGREEMENT_KEY", Kind.TEXT,
                    "REASON", Kind.TEXT,
                    "PLACED_BY", Kind.TEXT,
                    "PLACED_AT", NUMBER,
                    "UNTIL_AT", NUMBER,
                    "ENDED_AT", NUMBER,
                    "LIFTED_BY", Kind.TEXT),
            "ID"),
    RESTRICTION(
            columns(
                    "ID", Kind.TEXT,
                    "REALM_ID", Kind.TEXT,
                    "USER_ID", Kind.TEXT,
                    "KIND", Kind.TEXT,
                    "GROUNDS", Kind.TEXT,
                    "FACTS", Kind.TEXT,
                    "ARTICLE", Kind.TEXT,
                    "APPEAL", Kind.TEXT,
                    "FROM_AT", NUMBER,
                    "UNTIL_AT", NUMBER,
                    "DUE_AT", NUMBER,
                    "ATTRIBUTE", Kind.TEXT,
                    "IMPOSED_BY", Kind.TEXT,
                    "ENDED_AT", NUMBER,
                    "ENDING", Kind.TEXT,
                    "ENDED_BY", Kind.TEXT,
                    "APPEAL_TEXT", Kind.TEXT,
                    "APPEALED_AT", NUMBER,
                    "APPEAL_OUTCOME", Kind.TEXT,
                    "APPEAL_ANSWER", Kind.TEXT,
                    "ANSWERED_AT", NUMBER,
                    "ANSWERED_BY", Kind.TEXT,
                    "CHANGES", NUMBER),
            "ID"),
    DISCLOSURE(
            columns(
                    "ID", Kind.TEXT,
                    "REALM_ID", Kind.TEXT,
                    "RECIPIENT", Kind.TEXT,
                    "GROUND", Kind.TEXT,
                    "CATEGORIES", Kind.TEXT,
                    "DISCLOSED_AT", NUMBER,
                    "FILE_REFERENCE", Kind.TEXT,
                    "NOT_BEFORE", NUMBER,
                    "SILENCE_GROUND", Kind.TEXT,
                    "REGISTERED_AT", NUMBER,
                    "REGISTERED_BY", Kind.TEXT,
                    "CORRECTS", Kind.TEXT,
                    "CORRECTED_BY", Kind.TEXT),
            "ID"),

    /** Erasures in other realms that went with accounts of administrators who acted in this one. */
    FOREIGN_ERASURE(columns("ID", Kind.TEXT, "USER_ID", Kind.TEXT, "OCCURRED_AT", NUMBER, "DETAILS", Kind.TEXT), "ID"),

    /** Users of whom decisions are on record by name, and whom Keycloak does not know any more. */
    ABSENT(columns("USER_ID", Kind.TEXT), "USER_ID");

    /** Columns by which a database finds records; they follow from what is said in words, and are in no export. */
    public static final Set<String> FINDING = Set.of("REALM_KEY", "LIST_KEY");

    private final Map<String, Kind> columns;
    private final List<String> order;

    Table(Map<String, Kind> columns, String... order) {
        this.columns = columns;
        this.order = List.of(order);
    }

    /** Its columns by name, in their order. */
    public Map<String, Kind> columns() {
        return columns;
    }

    /** By which its rows are ordered. */
    public List<String> order() {
        return order;
    }

    /** How many rows are read at once: fewer where they are long. */
    public int rowsAtOnce() {
        return switch (this) {
            case TEXT -> 10;
            case WORDING, SETTINGS, TILE -> 100;
            default -> 1000;
        };
    }

    /** As the database calls it; of records a part is in {@code AGR_CONNECTION} and {@code AGR_COMMON}. */
    public String sqlName() {
        return "AGR_" + name();
    }

    private static Map<String, Kind> columns(Object... namesAndKinds) {
        Map<String, Kind> columns = new LinkedHashMap<>();
        for (int place = 0; place < namesAndKinds.length; place += 2) {
            columns.put((String) namesAndKinds[place], (Kind) namesAndKinds[place + 1]);
        }
        return Collections.unmodifiableMap(columns);
    }

    private static Map<String, Kind> recordColumns() {
        Map<String, Kind> columns = new LinkedHashMap<>();
        for (String name : RecordColumns.FORM) {
            columns.put(name, Kind.TEXT);
        }
        List.of("OCCURRED_AT", "RECORDED_AT", "VERSION_NUMBER", "DIFF_FROM").forEach(name -> columns.put(name, NUMBER));
        columns.put("END_REACHED", FLAG);
        columns.keySet().stream()
                .filter(name -> name.endsWith("_DIGEST") || name.endsWith("_COMMITMENT"))
                .toList()
                .forEach(name -> columns.put(name, BYTES));
        RecordColumns.ERASABLE.forEach((salt, values) -> {
            columns.put(salt, BYTES);
            values.forEach(name -> columns.put(name, Kind.TEXT));
        });
        columns.put("FIELD_CHECKS", BYTES);
        columns.put("REALM_KEY", NUMBER);
        columns.put("LIST_KEY", NUMBER);
        columns.put("LOG_INDEX", NUMBER);
        return Collections.unmodifiableMap(columns);
    }

    /** What a column holds. */
    public enum Kind {
        TEXT,
        NUMBER,
        FLAG,
        BYTES
    }
}
