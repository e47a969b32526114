package io.agreements.keycloak.ledger;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where it came from. Kept apart from the rest of a record and from the {@link Identity}, because it expires earlier.
 *
 * @param ipAddress possibly truncated; null if not recorded or erased
 * @param userAgent null if not recorded or erased
 */
public record Connection(String ipAddress, String userAgent) {

    public static final Connection NONE = new Connection(null, null);

    /** A commitment to these values with a fresh salt; empty where there is nothing to commit to. */
    public Optional<Commitment> commit() {
        return ipAddress == null && userAgent == null ? Optional.empty() : Optional.of(Commitment.to(fields()));
    }

    /** Whether these are the values the commitment was made to. */
    public boolean opens(Commitment commitment) {
        return commitment.opensTo(fields());
    }

    private SortedMap<String, String> fields() {
        SortedMap<String, String> fields = new TreeMap<>();
        fields.put("ipAddress", ipAddress);
        fields.put("userAgent", userAgent);
        return fields;
    }
}
