package io.agreements.keycloak.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Which records are meant: those for which all that is said holds.
 *
 * @param userIds concerning one of these users; empty for whomever
 * @param types of one of these types; empty for any
 * @param agreementKey concerning the agreement with this key; null for any and none
 * @param circumstances how they came about
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
        Circumstances circumstances,
        Instant from,
        Instant to,
        int first,
        int max,
        Place after) {

    public RecordQuery {
        userIds = Set.copyOf(userIds);
        types = Set.copyOf(types);
        Objects.requireNonNull(circumstances, "circumstances");
    }

    /** However they came about. */
    public RecordQuery(
            Set<String> userIds,
            Set<RecordType> types,
            String agreementKey,
            Instant from,
            Instant to,
            int first,
            int max,
            Place after) {
        this(userIds, types, agreementKey, Circumstances.ANY, from, to, first, max, after);
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
        return page.isEmpty() ? this : part(0, max, Place.of(page.get(page.size() - 1)));
    }

    /** The part of these records that came about so. */
    public RecordQuery under(Circumstances wanted) {
        return new RecordQuery(userIds, types, agreementKey, wanted, from, to, first, max, after);
    }

    /** Another part of these records. */
    public RecordQuery part(int passedOver, int most, Place behind) {
        return new RecordQuery(userIds, types, agreementKey, circumstances, from, to, passedOver, most, behind);
    }

    /** Where a record stands in a list; no other stands there, ever. */
    public record Place(Instant occurredAt, String id) {

        public static Place of(LedgerRecord record) {
            return new Place(record.occurredAt(), record.id());
        }
    }

    /**
     * How records came about: what no index leads to.
     *
     * @param decision of which decision they tell; null for any and none
     * @param method null for any and none
     * @param clientId id of the client concerned; null for any and none
     */
    public record Circumstances(Decision decision, Method method, String clientId) {

        public static final Circumstances ANY = new Circumstances(null, null, null);
    }
}
