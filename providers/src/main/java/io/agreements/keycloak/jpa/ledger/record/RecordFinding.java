package io.agreements.keycloak.jpa.ledger.record;

import io.agreements.keycloak.jpa.StoredWords;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.RecordQuery;
import io.agreements.keycloak.ledger.RecordType;
import io.agreements.proof.canonical.RecordKeys;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
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
public final class RecordFinding {

    private static final String ORDER = " order by r.occurredAt desc, r.id desc";

    private static final String OF_REALM = " and r.realmKey = :realmKey";

    /** Together they follow from the second; the first is what an index can be searched by. */
    private static final String BEHIND =
            " and r.occurredAt <= :behind and (r.occurredAt < :behind or r.id < :behindId)";

    /** Likewise. */
    private static final String UP_TO = " and r.occurredAt >= :upTo and (r.occurredAt > :upTo or r.id >= :upToId)";

    private final EntityManager entities;
    private final RealmModel realm;
    private final RecordReading reading;

    public RecordFinding(EntityManager entities, RealmModel realm) {
        this.entities = entities;
        this.realm = realm;
        this.reading = new RecordReading(entities);
    }

    public List<LedgerRecord> find(RecordQuery query) {
        return find(query, null);
    }

    /** @param upTo the last record of the list that is looked at; null for its end */
    List<LedgerRecord> find(RecordQuery query, RecordQuery.Place upTo) {
        List<Long> lists = lists(query);
        List<Object[]> found = lists.size() > 1
                ? together(query, upTo, lists)
                : ordered(RecordReading.SELECT, query, upTo, lists).getResultList();
        return found.stream().map(reading::record).toList();
    }

    /** Where the records stand that the query means. */
    List<RecordQuery.Place> places(RecordQuery query) {
        List<Long> lists = lists(query);
        return lists.size() > 1
                ? places(query, null, lists)
                : read(ordered("select r.id, r.occurredAt from RecordEntity r where ", query, null, lists));
    }

    /** Empty where a user's records are to be looked through, or the realm. */
    private List<Long> lists(RecordQuery query) {
        if (!query.userIds().isEmpty()) {
            return List.of();
        }
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

    private TypedQuery<Object[]> ordered(String select, RecordQuery query, RecordQuery.Place upTo, List<Long> lists) {
        TypedQuery<Object[]> records = said(
                entities.createQuery(
                        select
                                + conditions(query, upTo)
                                + (lists.isEmpty() ? OF_REALM : " and r.listKey = :list0")
                                + ORDER,
                        Object[].class),
                query,
                upTo);
        if (lists.isEmpty()) {
            records.setParameter("realmKey", RecordKeys.ofRealm(realm.getId()));
        }
        setLists(records, lists);
        return records.setFirstResult(query.first()).setMaxResults(query.max());
    }

    private List<Object[]> together(RecordQuery query, RecordQuery.Place upTo, List<Long> lists) {
        List<String> page =
                places(query, upTo, lists).stream().map(RecordQuery.Place::id).toList();
        return page.isEmpty()
                ? List.of()
                : entities.createQuery(RecordReading.SELECT + "r.id in :ids" + ORDER, Object[].class)
                        .setParameter("ids", page)
                        .getResultList();
    }

    private List<RecordQuery.Place> places(RecordQuery query, RecordQuery.Place upTo, List<Long> lists) {
        String latest = IntStream.range(0, lists.size())
                .mapToObj(list -> "(select r.id as id, r.occurredAt as occurredAt from RecordEntity r where "
                        + conditions(query, upTo) + " and r.listKey = :list" + list + ORDER + " limit :latest)")
                .collect(Collectors.joining(" union all "));
        TypedQuery<Object[]> ids = said(
                entities.createQuery(
                        "select x.id, x.occurredAt from (" + latest + ") x order by x.occurredAt desc, x.id desc",
                        Object[].class),
                query,
                upTo);
        setLists(ids, lists);
        return read(ids.setParameter("latest", Math.addExact(query.first(), query.max()))
                .setFirstResult(query.first())
                .setMaxResults(query.max()));
    }

    private static List<RecordQuery.Place> read(TypedQuery<Object[]> places) {
        return places.getResultList().stream()
                .map(row -> new RecordQuery.Place(Instant.ofEpochMilli((Long) row[1]), (String) row[0]))
                .toList();
    }

    private static void setLists(TypedQuery<?> records, List<Long> lists) {
        IntStream.range(0, lists.size()).forEach(list -> records.setParameter("list" + list, lists.get(list)));
    }

    private static String conditions(RecordQuery query, RecordQuery.Place upTo) {
        return "r.realmId = :realmId"
                + (query.userIds().isEmpty() ? "" : " and r.userId in :userIds")
                + (query.agreementKey() == null ? "" : " and r.agreementKey = :agreementKey")
                + (query.types().isEmpty() ? "" : " and r.type in :types")
                + (query.from() == null ? "" : " and r.occurredAt >= :from")
                + (query.to() == null ? "" : " and r.occurredAt < :to")
                + (query.after() == null ? "" : BEHIND)
                + (upTo == null ? "" : UP_TO)
                + conditions(query.circumstances());
    }

    private static String conditions(RecordQuery.Circumstances circumstances) {
        return (circumstances.decision() == null ? "" : " and r.decision = :decision")
                + (circumstances.method() == null ? "" : " and r.method = :method")
                + (circumstances.clientId() == null ? "" : " and r.clientId = :clientId");
    }

    private <T> TypedQuery<T> said(TypedQuery<T> records, RecordQuery query, RecordQuery.Place upTo) {
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
        if (upTo != null) {
            records.setParameter("upTo", upTo.occurredAt().toEpochMilli()).setParameter("upToId", upTo.id());
        }
        return said(records, query.circumstances());
    }

    private static <T> TypedQuery<T> said(TypedQuery<T> records, RecordQuery.Circumstances circumstances) {
        if (circumstances.decision() != null) {
            records.setParameter("decision", circumstances.decision().name());
        }
        if (circumstances.method() != null) {
            records.setParameter("method", circumstances.method().name());
        }
        if (circumstances.clientId() != null) {
            records.setParameter("clientId", circumstances.clientId());
        }
        return records;
    }
}
