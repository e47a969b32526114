package io.agreements.proof.ledger.check.record;

import io.agreements.proof.canonical.RecordColumns;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.check.stored.Group;
import io.agreements.proof.ledger.check.stored.StoredRecord;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What records of a ledger say in each column, as far as many say the same. By trying these words it is often found what a
 * record that was changed said before: with the right one its entry is that of the log.
 */
public final class Vocabulary {

    private static final int MOST = 300;
    private static final int HIGHEST_VERSION = 200;
    private static final Set<String> UNIQUE = Set.of(
            "ID", "REALM_ID", "SUBJECT_COMMITMENT", "IDENTITY_COMMITMENT", "CONNECTION_COMMITMENT", "ACTOR_COMMITMENT");

    private final Map<String, Set<Object>> words = new LinkedHashMap<>();

    public void learn(Row row) {
        for (String column : RecordColumns.FORM) {
            Object value = row.values().get(column);
            if (value != null && !UNIQUE.contains(column)) {
                Set<Object> known = words.computeIfAbsent(column, any -> new LinkedHashSet<>());
                if (known.size() < MOST) {
                    known.add(value instanceof byte[] ? row.hex(column) : value);
                }
            }
        }
    }

    /** The column that was changed, and what it said: with that the record has the entry it has in the log. */
    Optional<Change> explain(StoredRecord stored, String entry) {
        for (String column : RecordColumns.FORM) {
            if (column.equals("OCCURRED_AT") || column.equals("RECORDED_AT") || !UNIQUE.contains(column)) {
                for (Object value : candidates(column, stored.row())) {
                    if (stored.entryWith(column, value).filter(entry::equals).isPresent()) {
                        return Optional.of(new Change(column, value instanceof byte[] bytes ? hex(bytes) : value));
                    }
                }
            }
        }
        for (Group group : Group.values()) {
            String commitment = group.commitment(stored.row());
            Object value = commitment == null ? null : HexFormat.of().parseHex(commitment);
            if (stored.entryWith(group.commitmentColumn(), value)
                    .filter(entry::equals)
                    .isPresent()) {
                return Optional.of(new Change(group.commitmentColumn(), commitment));
            }
        }
        return Optional.empty();
    }

    private List<Object> candidates(String column, Row row) {
        List<Object> candidates = new ArrayList<>();
        switch (column) {
            case "END_REACHED" -> candidates.addAll(List.of(true, false));
            case "VERSION_NUMBER", "DIFF_FROM" -> {
                for (long number = 0; number <= HIGHEST_VERSION; number++) {
                    candidates.add(number);
                }
            }
            case "OCCURRED_AT" -> candidates.add(row.number("RECORDED_AT"));
            case "RECORDED_AT" -> candidates.add(row.number("OCCURRED_AT"));
            default ->
                words.getOrDefault(column, Set.of())
                        .forEach(word ->
                                candidates.add(isDigest(column) ? HexFormat.of().parseHex((String) word) : word));
        }
        if (!List.of("TYPE", "OCCURRED_AT", "RECORDED_AT").contains(column)) {
            candidates.add(null);
        }
        return candidates;
    }

    private static boolean isDigest(String column) {
        return column.endsWith("_DIGEST") || column.endsWith("_COMMITMENT");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * What was changed.
     *
     * @param before null if there was none
     */
    record Change(String column, Object before) {}
}
