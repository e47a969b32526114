package io.agreements.keycloak.jpa.ledger;

import io.agreements.keycloak.jpa.StoredWords;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.RecordQuery;
import io.agreements.keycloak.ledger.RecordType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
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

    private final EntityManager entities;
    private final RealmModel realm;

    RecordFinding(EntityManager entities, RealmModel realm) {
        this.entities = entities;
        this.realm = realm;
    }

    List<LedgerRecord> find(RecordQuery query) {
        boolean isOfAgreement = query.agreementKey() != null && query.userIds().isEmpty();
        List<RecordEntity> found = isOfAgreement && query.types().size() != 1 ? ofAnyType(query) : inOrder(query);
        return found.stream().map(this::read).toList();
    }

    private List<RecordEntity> inOrder(RecordQuery query) {
        String types = query.types().isEmpty() ? "" : " and r.type in :types";
        TypedQuery<RecordEntity> records = said(
                entities.createQuery(
                        "select r from RecordEntity r where " + conditions(query) + types + ORDER, RecordEntity.class),
                query);
        if (!query.types().isEmpty()) {
            records.setParameter("types", StoredWords.of(query.types()));
        }
        return records.setFirstResult(query.first()).setMaxResults(query.max()).getResultList();
    }

    private List<RecordEntity> ofAnyType(RecordQuery query) {
        List<String> page = ids(query);
        return page.isEmpty()
                ? List.of()
                : entities.createQuery("select r from RecordEntity r where r.id in :ids" + ORDER, RecordEntity.class)
                        .setParameter("ids", page)
                        .getResultList();
    }

    private List<String> ids(RecordQuery query) {
        List<String> each = query.types().isEmpty() ? StoredWords.of(RecordType.class) : StoredWords.of(query.types());
        String latest = IntStream.range(0, each.size())
                .mapToObj(type -> "(select r.id as id, r.occurredAt as occurredAt from RecordEntity r where "
                        + conditions(query) + " and r.type = :type" + type + ORDER + " limit :latest)")
                .collect(Collectors.joining(" union all "));
        TypedQuery<Object[]> ids = said(
                entities.createQuery(
                        "select x.id, x.occurredAt from (" + latest + ") x order by x.occurredAt desc, x.id desc",
                        Object[].class),
                query);
        IntStream.range(0, each.size()).forEach(type -> ids.setParameter("type" + type, each.get(type)));
        return ids
                .setParameter("latest", Math.addExact(query.first(), query.max()))
                .setFirstResult(query.first())
                .setMaxResults(query.max())
                .getResultList()
                .stream()
                .map(row -> (String) row[0])
                .toList();
    }

    private static String conditions(RecordQuery query) {
        return "r.realmId = :realmId"
                + (query.userIds().isEmpty() ? "" : " and r.userId in :userIds")
                + (query.agreementKey() == null ? "" : " and r.agreementKey = :agreementKey")
                + (query.from() == null ? "" : " and r.occurredAt >= :from")
                + (query.to() == null ? "" : " and r.occurredAt < :to")
                + (query.after() == null ? "" : BEHIND);
    }

    private <T> TypedQuery<T> said(TypedQuery<T> records, RecordQuery query) {
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
        return records;
    }

    /** A record is never changed, so none is watched for changes. */
    private LedgerRecord read(RecordEntity entity) {
        entities.detach(entity);
        return RecordRows.toRecord(entity);
    }
}
