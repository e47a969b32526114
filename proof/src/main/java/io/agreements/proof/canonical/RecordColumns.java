package io.agreements.proof.canonical;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns of {@code AGR_RECORD}, in the order in which they have their {@linkplain FieldChecks checks}. */
public final class RecordColumns {

    /** Those that are in the canonical form, in the order of {@link RecordForm}. */
    public static final List<String> FORM = List.of(
            "ID",
            "REALM_ID",
            "TYPE",
            "OCCURRED_AT",
            "RECORDED_AT",
            "AGREEMENT_KEY",
            "VERSION_NUMBER",
            "LOCALE",
            "TEXT_DIGEST",
            "DECISION",
            "METHOD",
            "CLIENT_ID",
            "WORDING_DIGEST",
            "END_REACHED",
            "DIFF_FROM",
            "SETTINGS_DIGEST",
            "DETAILS",
            "SUBJECT_COMMITMENT",
            "IDENTITY_COMMITMENT",
            "CONNECTION_COMMITMENT",
            "ACTOR_COMMITMENT",
            "FREE_TEXT_COMMITMENT");

    /** Those that can be erased, by the salt they are committed to with. */
    public static final Map<String, List<String>> ERASABLE = erasable();

    /** Those that hold words of a list, by which words there are. */
    public static final Map<String, Set<String>> WORDS = Map.of(
            "TYPE",
            Set.of(
                    "ACCEPTANCE",
                    "GRANT",
                    "DELETION",
                    "RESTRICTION",
                    "DISCLOSURE",
                    "EXPORT",
                    "ERASURE",
                    "PUBLICATION",
                    "SETTINGS",
                    "REPORT",
                    "REBUILD",
                    "HOLD"),
            "DECISION",
            Set.of("ACCEPTED", "ACKNOWLEDGED", "DECLINED", "WITHDRAWN"),
            "METHOD",
            Set.of("REGISTRATION", "LOGIN", "BROKER", "APPLICATION", "ACCOUNT", "ADMIN", "IMPORT"));

    private RecordColumns() {}

    /** Whether a column may hold that. */
    public static boolean isKnown(String column, String word) {
        return word == null || !WORDS.containsKey(column) || WORDS.get(column).contains(word);
    }

    private static Map<String, List<String>> erasable() {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        columns.put("SUBJECT_SALT", List.of("USER_ID"));
        columns.put("IDENTITY_SALT", List.of("USERNAME", "SESSION_ID"));
        columns.put("CONNECTION_SALT", List.of("IP_ADDRESS", "USER_AGENT"));
        columns.put("ACTOR_SALT", List.of("ADMINISTRATOR_ID"));
        columns.put("FREE_TEXT_SALT", List.of("FREE_TEXT"));
        return Collections.unmodifiableMap(columns);
    }
}
