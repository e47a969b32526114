package io.agreements.keycloak.jpa.ledger;

import io.agreements.keycloak.jpa.StoredWords;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.RecordQuery;
import io.agreements.keycloak.ledger.RecordType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.keycloak.models.RealmModel;

/**
 * Finds records, the latest first; by an index in that order whatever is asked for, so that a page costs what is on it. Of a user
 * the index begins with the user; else with the realm and, as far as they are said, the type or the agreement.
 *
 * <p>Of an agreement it goes on with the type, for both are asked for together, and an agreement has millions of one type and
 * none of another. Where the type is not said, the latest of each type are taken together.
 */
final class RecordFinding {

    private static final String ORDER = " order by r.occurredAt desc, r.id desc";

    /** Together they follow from the second; the first is what an index can be searched by. */
    private static final String BEHIND =
            " and r.occurredAt <= :behind and (r.occurredAt < :behind or r.id < :behindId)";

    /** Likewise. */
    private static final String UP_TO = " and r.occurredAt >= :upTo and (r.occurredAt > :upTo or r.id >= :upToId)";

    private final EntityManager entities;
    private final RealmModel realm;

    RecordFinding(EntityManager entities, RealmModel realm) {
        this.entities = entities;
        this.realm = realm;
    }

    List<LedgerRecord> find(RecordQuery query) {
        return find(query, null);
    }

    /** @param upTo the last record of the list that is looked at; null for its end */
    List<LedgerRecord> find(RecordQuery query, RecordQuery.Place upTo) {
        List<RecordEntity> found = isOfAnyType(query) ? ofAnyType(query, upTo) : inOrder(query, upTo);
        return found.stream().map(this::read).toList();
    }

    /** Where the records stand that the query means. */
    List<RecordQuery.Place> places(RecordQuery query) {
        return isOfAnyType(query)
                ? placesOfAnyType(query, null)
                : read(ordered("select r.id, r.occurredAt from RecordEntity r", Object[].class, query, null));
    }

    private static boolean isOfAnyType(RecordQuery query) {
        return query.agreementKey() != null
                && query.userIds().isEmpty()
                && query.types().size() != 1;
    }

    private List<RecordEntity> inOrder(RecordQuery query, RecordQuery.Place upTo) {
        return ordered("select r from RecordEntity r", RecordEntity.class, query, upTo)
                .getResultList();
    }

    private <T> TypedQuery<T> ordered(String select, Class<T> result, RecordQuery query, RecordQuery.Place upTo) {
        String types = query.types().isEmpty() ? "" : " and r.type in :types";
        TypedQuery<T> records = said(
                entities.createQuery(select + " where " + conditions(query, upTo) + types + ORDER, result),
                query,
                upTo);
        if (!query.types().isEmpty()) {
            records.setParameter("types", StoredWords.of(query.types()));
        }
        return records.setFirstResult(query.first()).setMaxResults(query.max());
    }

    private List<RecordEntity> ofAnyType(RecordQuery query, RecordQuery.Place upTo) {
        List<String> page =
                placesOfAnyType(query, upTo).stream().map(RecordQuery.Place::id).toList();
        return page.isEmpty()
                ? List.of()
                : entities.createQuery("select r from RecordEntity r where r.id in :ids" + ORDER, RecordEntity.class)
                        .setParameter("ids", page)
                        .getResultList();
    }

    private List<RecordQuery.Place> placesOfAnyType(RecordQuery query, RecordQuery.Place upTo) {
        List<String> each = query.types().isEmpty() ? StoredWords.of(RecordType.class) : StoredWords.of(query.types());
        String latest = IntStream.range(0, each.size())
                .mapToObj(type -> "(select r.id as id, r.occurredAt as occurredAt from RecordEntity r where "
                        + conditions(query, upTo) + " and r.type = :type" + type + ORDER + " limit :latest)")
                .collect(Collectors.joining(" union all "));
        TypedQuery<Object[]> ids = said(
                entities.createQuery(
                        "select x.id, x.occurredAt from (" + latest + ") x order by x.occurredAt desc, x.id desc",
                        Object[].class),
                query,
                upTo);
        IntStream.range(0, each.size()).forEach(type -> ids.setParameter("type" + type, each.get(type)));
        return read(ids.setParameter("latest", Math.addExact(query.first(), query.max()))
                .setFirstResult(query.first())
                .setMaxResults(query.max()));
    }

    private static List<RecordQuery.Place> read(TypedQuery<Object[]> places) {
        return places.getResultList().stream()
                .map(row -> new RecordQuery.Place(Instant.ofEpochMilli((Long) row[1]), (String) row[0]))
                .toList();
    }

    private static String conditions(RecordQuery query, RecordQuery.Place upTo) {
        return "r.realmId = :realmId"
                + (query.userIds().isEmpty() ? "" : " and r.userId in :userIds")
                + (query.agreementKey() == null ? "" : " and r.agreementKey = :agreementKey")
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

    /** A record is never changed, so none is watched for changes. */
    private LedgerRecord read(RecordEntity entity) {
        entities.detach(entity);
        return RecordRows.toRecord(entity);
    }
}
