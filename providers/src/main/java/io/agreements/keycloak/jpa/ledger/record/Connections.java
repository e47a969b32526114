package io.agreements.keycloak.jpa.ledger.record;

import io.agreements.keycloak.jpa.InsertTogether;
import io.agreements.proof.canonical.RecordKeys;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where the records of a realm came from, apart from them. Each method is one statement, but where it says so. */
public final class Connections {

    /** Rows that are deleted by one statement; each is looked up by its key. */
    private static final int SOME = 50;

    /** Each by all of its key: two lists, of moments and of ids, would be looked up in all their combinations. */
    private static final String DELETE = IntStream.range(0, SOME)
            .mapToObj(row -> "c.occurredAt = :at" + row + " and c.recordId = :id" + row)
            .collect(Collectors.joining(
                    ") or (", "delete from ConnectionEntity c where c.realmKey = :realmKey and ((", "))"));

    private final EntityManager entities;
    private final String realmId;
    private final long realmKey;

    public Connections(EntityManager entities, String realmId) {
        this.entities = entities;
        this.realmId = realmId;
        this.realmKey = RecordKeys.ofRealm(realmId);
    }

    /** Puts those of new records in; no statement where there are none. */
    public static void insert(EntityManager entities, List<RecordEntity> records) {
        InsertTogether.insert(
                entities,
                records.stream()
                        .map(entity -> entity.connection)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** @return when the connection occurred that has so many before it in that time; none if there are not so many */
    public List<Long> timeAfter(int some, long from, long to) {
        return entities.createNamedQuery(ConnectionEntity.TIMES_BETWEEN, Long.class)
                .setParameter("realmKey", realmKey)
                .setParameter("from", from)
                .setParameter("to", to)
                .setFirstResult(some)
                .setMaxResults(1)
                .getResultList();
    }

    public long deleteBetween(long from, long to) {
        return ofRealm(ConnectionEntity.DELETE_BETWEEN)
                .setParameter("from", from)
                .setParameter("to", to)
                .executeUpdate();
    }

    /** But for those of records that a hold keeps. */
    public long deleteFreeBetween(long from, long to) {
        return ofRealm(ConnectionEntity.DELETE_FREE_BETWEEN)
                .setParameter("realmId", realmId)
                .setParameter("from", from)
                .setParameter("to", to)
                .executeUpdate();
    }

    /** But for those of records that a hold keeps, or has kept until what it kept is carried out. */
    public void deleteUnkeptBetween(long from, long to) {
        ofRealm(ConnectionEntity.DELETE_UNKEPT_BETWEEN)
                .setParameter("realmId", realmId)
                .setParameter("from", from)
                .setParameter("to", to)
                .executeUpdate();
    }

    /** But for those of records that a hold keeps. */
    public void deleteAllFree() {
        ofRealm(ConnectionEntity.DELETE_FREE_BY_REALM)
                .setParameter("realmId", realmId)
                .executeUpdate();
    }

    /** @param free whether those of records that a hold keeps stay */
    public void deleteOfStore(String storePrefix, boolean free) {
        ofRealm(free ? ConnectionEntity.DELETE_FREE_USERS_GONE : ConnectionEntity.DELETE_USERS_GONE)
                .setParameter("realmId", realmId)
                .setParameter("storePrefix", storePrefix)
                .executeUpdate();
    }

    /** Two statements, or a few more of users with very many records: no database finds them from the records in one. */
    public void deleteOf(Collection<String> userIds) {
        deleteFound(ConnectionEntity.OF_USERS, query -> query.setParameter("userIds", userIds));
    }

    /** As {@link #deleteOf}, but for those of records that a hold keeps, or that are of somebody who came later. */
    public void deleteFreeOf(String userId, long goneAt) {
        deleteFound(
                ConnectionEntity.FREE_OF_USER,
                query -> query.setParameter("userId", userId).setParameter("goneAt", goneAt));
    }

    /** As {@link #deleteOf}, but for those of records that a hold keeps, or that occurred later. */
    public long deleteFreeOfBefore(String userId, long before) {
        return deleteFound(
                ConnectionEntity.EXPIRED_OF_USER,
                query -> query.setParameter("userId", userId).setParameter("before", before));
    }

    private long deleteFound(String select, Consumer<Query> parameters) {
        var query = entities.createNamedQuery(select, Object[].class).setParameter("realmId", realmId);
        parameters.accept(query);
        List<Object[]> found = query.getResultList();
        long deleted = 0;
        for (int first = 0; first < found.size(); first += SOME) {
            deleted += delete(found.subList(first, Math.min(first + SOME, found.size())));
        }
        return deleted;
    }

    /** One statement, whatever their number: where there are fewer, the last one is named again. */
    private long delete(List<Object[]> some) {
        Query delete = entities.createQuery(DELETE).setParameter("realmKey", realmKey);
        for (int row = 0; row < SOME; row++) {
            Object[] key = some.get(Math.min(row, some.size() - 1));
            delete.setParameter("at" + row, key[0]).setParameter("id" + row, key[1]);
        }
        return delete.executeUpdate();
    }

    private Query ofRealm(String name) {
        return entities.createNamedQuery(name).setParameter("realmKey", realmKey);
    }
}
