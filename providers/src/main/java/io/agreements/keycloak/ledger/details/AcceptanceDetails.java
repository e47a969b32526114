package io.agreements.keycloak.ledger.details;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agreements.keycloak.ledger.Details;
import io.agreements.keycloak.ledger.RecordType;
import io.agreements.keycloak.ledger.ShownClause;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Of a decision.
 *
 * @param acceptance how it came about, if not by saying so
 * @param source where it was taken over from; null if it was made here
 * @param attention clauses the user's attention was drawn to, in the order of the text; null if none were shown
 */
public record AcceptanceDetails(String acceptance, String source, List<ShownClause> attention) implements Details {

    /** Name of the field with the clauses. */
    public static final String ATTENTION = "attention";

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<ShownClause>> CLAUSES = new TypeReference<>() {};

    public AcceptanceDetails {
        attention = attention == null || attention.isEmpty() ? null : List.copyOf(attention);
    }

    /** The clauses that stored details tell of; empty if none were shown. */
    public static List<ShownClause> attentionIn(Map<String, Object> fields) {
        return readAttention(fields).orElse(List.of());
    }

    /** The others among these, and the clauses too where somebody else has made something of them that cannot be read. */
    public static Map<String, Object> besideAttention(Map<String, Object> fields) {
        Map<String, Object> others = new TreeMap<>(fields);
        if (readAttention(fields).isPresent()) {
            others.remove(ATTENTION);
        }
        return others;
    }

    private static Optional<List<ShownClause>> readAttention(Map<String, Object> fields) {
        if (!fields.containsKey(ATTENTION)) {
            return Optional.of(List.of());
        }
        try {
            return Optional.of(JSON.convertValue(fields.get(ATTENTION), CLAUSES))
                    .filter(clauses -> !clauses.contains(null));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public RecordType type() {
        return RecordType.ACCEPTANCE;
    }
}
