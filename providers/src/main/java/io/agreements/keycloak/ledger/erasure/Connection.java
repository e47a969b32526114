package io.agreements.keycloak.ledger.erasure;

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

    /** By name; null where there is none. */
    public SortedMap<String, String> values() {
        SortedMap<String, String> values = new TreeMap<>();
        values.put("ipAddress", ipAddress);
        values.put("userAgent", userAgent);
        return values;
    }
}
