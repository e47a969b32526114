package io.agreements.keycloak.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Which records are meant: those for which all that is said holds.
 *
 * @param userIds concerning one of these users; empty for whomever
 * @param types of one of these types; empty for any
 * @param agreementKey concerning the agreement with this key; null for any and none
 * @param from from this moment on; null from the beginning
 * @param to before this moment; null to the end
 * @param first how many to pass over
 * @param max the most there are to be
 * @param after only what comes behind it in the list; null from the latest
 */
public record RecordQuery(
        Set<String> userIds,
        Set<RecordType> types,
        String agreementKey,
        Instant from,
        Instant to,
        int first,
        int max,
        Place after) {

    public RecordQuery {
        userIds = Set.copyOf(userIds);
        types = Set.copyOf(types);
    }

    /** From the latest. */
    public RecordQuery(
            Set<String> userIds,
            Set<RecordType> types,
            String agreementKey,
            Instant from,
            Instant to,
            int first,
            int max) {
        this(userIds, types, agreementKey, from, to, first, max, null);
    }

    /** Whatever concerns one user. */
    public static RecordQuery ofUser(String userId, int first, int max) {
        return ofUser(userId, Set.of(), first, max);
    }

    /** What concerns one user and is of one of these types; of any if there are none. */
    public static RecordQuery ofUser(String userId, Set<RecordType> types, int first, int max) {
        return new RecordQuery(Set.of(userId), types, null, null, null, first, max);
    }

    /** What comes behind this page of what is meant, at the same cost however far on. */
    public RecordQuery behind(List<LedgerRecord> page) {
        return page.isEmpty()
                ? this
                : new RecordQuery(userIds, types, agreementKey, from, to, 0, max, Place.of(page.get(page.size() - 1)));
    }

    /** Where a record stands in a list; no other stands there, ever. */
    public record Place(Instant occurredAt, String id) {

        public static Place of(LedgerRecord record) {
            return new Place(record.occurredAt(), record.id());
        }
    }
}
