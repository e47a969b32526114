package io.agreements.keycloak.acceptance.coverage;

import java.util.List;
import java.util.Map;

/**
 * How many users of a realm stand where.
 *
 * @param counts by id of an agreement
 * @param users how many there are to decide
 */
public record RealmNumbers(Map<String, List<StandingCount>> counts, UserCount users) {

    public RealmNumbers {
        counts = Map.copyOf(counts);
    }
}
