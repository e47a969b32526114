package io.agreements.keycloak.ledger;

import java.time.Instant;
import java.util.Set;

/**
 * Which records are meant: those for which all that is said holds.
 *
 * @param userIds concerning one of these users; empty for whomever
 * @param type of this type; null for any
 * @param agreementKey concerning the agreement with this key; null for any and none
 * @param from from this moment on; null from the beginning
 * @param to before this moment; null to the end
 * @param first how many to pass over
 * @param max the most there are to be
 */
public record RecordQuery(
        Set<String> userIds, RecordType type, String agreementKey, Instant from, Instant to, int first, int max) {

    public RecordQuery {
        userIds = Set.copyOf(userIds);
    }

    /** Whatever concerns one user. */
    public static RecordQuery ofUser(String userId, int first, int max) {
        return new RecordQuery(Set.of(userId), null, null, null, null, first, max);
    }
}
