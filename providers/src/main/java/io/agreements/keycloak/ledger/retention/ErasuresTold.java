package io.agreements.keycloak.ledger.retention;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Up to when the ledger says that a run erases, by realm. Its setting may be another with the next slice. */
final class ErasuresTold {

    private final Map<String, Instant> ends = new HashMap<>();

    /** It is on record, and committed. */
    void add(String realmId, Instant before) {
        ends.put(realmId, before);
    }

    /** Whether it says so of all that occurred before that. */
    boolean reaches(String realmId, Instant before) {
        Instant end = ends.get(realmId);
        return end != null && !before.isAfter(end);
    }

    int realms() {
        return ends.size();
    }
}
