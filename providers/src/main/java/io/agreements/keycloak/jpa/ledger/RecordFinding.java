package io.agreements.keycloak.jpa.ledger;

import io.agreements.keycloak.jpa.StoredWords;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.RecordQuery;
import io.agreements.keycloak.ledger.RecordType;
import io.agreements.proof.canonical.RecordKeys;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.keycloak.models.RealmModel;

/**
 * Finds records, the latest first; by an index in that order whatever is asked for, so that a page costs what is on it. Of a user
 * the index begins with the user; else with the realm, or with the list in which a record is by its type and agreement. Where
 * what is asked for is in several lists, the latest of each are taken together.
 *
 * <p>Acceptances without an agreement are looked for in the realm: most of its records are some.
 */
final class RecordFinding {

    private static final String ORDER = " order by r.occurredAt desc, r.id desc";

    private static final String OF_REALM = " and r.realmKey = :realmKey";

    /** Together they follow from the second; the first is what an index can be searched by. */
    private static final String BEHIND =
            " and r.occurredAt <= :behind and (r.occurredAt < :behind or r.id < :behindId)";

    private final EntityManager entities;
    private final RealmModel realm;
    private final RecordReading reading;

    RecordFinding(EntityManager entities, RealmModel realm) {
        this.entities = entities;
        this.realm = realm;
        this.reading = new RecordReading(entities);
    }

    List<LedgerRecord> find(RecordQuery query) {
        List<Long> lists = query.userIds().isEmpty() ? lists(query) : List.of();
        List<Object[]> found = lists.size() > 1 ? together(query, lists) : inOrder(query, lists);
        return found.stream().map(reading::record).toList();
    }

    /** Empty where the realm is to be looked through. */
    private List<Long> lists(RecordQuery query) {
        List<String> types = StoredWords.of(query.types());
        if (query.agreementKey() != null) {
            return (types.isEmpty() ? StoredWords.of(RecordType.class) : types)
                    .stream()
                            .map(type -> RecordKeys.ofList(realm.getId(), type, query.agreementKey()))
                            .toList();
        }
        return query.types().contains(RecordType.ACCEPTANCE)
                ? List.of()
                : types.stream()
                        .flatMap(type -> RecordKeys.ofLists(realm.getId(), type).stream())
                        .toList();
    }

    private List<Object[]> inOrder(RecordQuery query, List<Long> lists) {
        TypedQuery<Object[]> records = said(
                entities.createQuery(
                        RecordReading.SELECT
                                + conditions(query)
                                + (lists.isEmpty() ? OF_REALM : " and r.listKey = :list0")
                                + ORDER,
                        Object[].class),
                query);
        if (lists.isEmpty()) {
            records.setParameter("realmKey", RecordKeys.ofRealm(realm.getId()));
        }
        setLists(records, lists);
        return records.setFirstResult(query.first()).setMaxResults(query.max()).getResultList();
    }

    private List<Object[]> together(RecordQuery query, List<Long> lists) {
        List<String> page = ids(query, lists);
        return page.isEmpty()
                ? List.of()
                : entities.createQuery(RecordReading.SELECT + "r.id in :ids" + ORDER, Object[].class)
                        .setParameter("ids", page)
                        .getResultList();
    }

    private List<String> ids(RecordQuery query, List<Long> lists) {
        String latest = IntStream.range(0, lists.size())
                .mapToObj(list -> "(select r.id as id, r.occurredAt as occurredAt from RecordEntity r where "
                        + conditions(query) + " and r.listKey = :list" + list + ORDER + " limit :latest)")
                .collect(Collectors.joining(" union all "));
        TypedQuery<Object[]> ids = said(
                entities.createQuery(
                        "select x.id, x.occurredAt from (" + latest + ") x order by x.occurredAt desc, x.id desc",
                        Object[].class),
                query);
        setLists(ids, lists);
        return ids
                .setParameter("latest", Math.addExact(query.first(), query.max()))
                .setFirstResult(query.first())
                .setMaxResults(query.max())
                .getResultList()
                .stream()
                .map(row -> (String) row[0])
                .toList();
    }

    private static void setLists(TypedQuery<?> records, List<Long> lists) {
        IntStream.range(0, lists.size()).forEach(list -> records.setParameter("list" + list, lists.get(list)));
    }

    private static String conditions(RecordQuery query) {
        return "r.realmId = :realmId"
                + (query.userIds().isEmpty() ? "" : " and r.userId in :userIds")
                + (query.agreementKey() == null ? "" : " and r.agreementKey = :agreementKey")
                + (query.types().isEmpty() ? "" : " and r.type in :types")
                + (query.from() == null ? "" : " and r.occurredAt >= :from")
                + (query.to() == null ? "" : " and r.occurredAt < :to")
                + (query.after() == null ? "" : BEHIND);
    }

    private <T> TypedQuery<T> said(TypedQuery<T> records, RecordQuery query) {
        records.setParameter("realmId", realm.getId());
        if (!query.types().isEmpty()) {
            records.setParameter("types", StoredWords.of(query.types()));
        }
        if (!query.userIds().isEmpty()) {
            records.setParameter("userIds", query.userIds());
        }
        if (query.agreementKey() != null) {
            records.setParameter("agreementKey", query.agreementKey());
        }
        if (query.from() != null) {
            records.setParameter("from", query.from().toEpochMilli());
        }
        if (query.to() != null) {
            records.setParameter("to", query.to().toEpochMilli());
        }
        if (query.after() != null) {
            records.setParameter("behind", query.after().occurredAt().toEpochMilli())
                    .setParameter("behindId", query.after().id());
        }
        return records;
    }
}
