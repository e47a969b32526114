package io.agreements.keycloak.ledger;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who it was, at that time. Kept apart from the rest of a record, so that it can be erased by law.
 *
 * @param username null if unknown or erased
 * @param sessionId of the user session, or of the authentication session that became it; null if there was none
 */
public record Identity(String username, String sessionId) {

    public static final Identity NONE = new Identity(null, null);

    /** A commitment to these values with a fresh salt; empty where there is nothing to commit to. */
    public Optional<Commitment> commit() {
        return username == null && sessionId == null ? Optional.empty() : Optional.of(Commitment.to(fields()));
    }

    /** Whether these are the values the commitment was made to. */
    public boolean opens(Commitment commitment) {
        return commitment.opensTo(fields());
    }

    private SortedMap<String, String> fields() {
        SortedMap<String, String> fields = new TreeMap<>();
        fields.put("sessionId", sessionId);
        fields.put("username", username);
        return fields;
    }
}
