package io.agreements.keycloak.jpa.account;

import io.agreements.keycloak.account.deletion.GoneNames;
import io.agreements.keycloak.account.deletion.StoredAttempts;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.keycloak.events.EventType;

/** Looks through the table of Keycloak's own event store, along its index of users, types and times. */
final class JpaStoredAttempts implements StoredAttempts {

    private static final String OF_NOBODY = "select e.id, e.time, " + EventDetails.COLUMNS + " from EventEntity e"
            + " where e.userId is null and e.type = :type and e.realmId = :realmId"
            + " and e.time >= :time and (e.time > :time or e.id > :id) and e.time <= :until order by e.time, e.id";

    private final EntityManager entities;

    JpaStoredAttempts(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<String> realms(Instant before) {
        return entities.createNamedQuery(EventErasureEntity.REALMS, String.class)
                .setParameter("before", before.toEpochMilli())
                .getResultList();
    }

    @Override
    public List<GoneNames> waiting(String realmId, int max) {
        return entities
                .createNamedQuery(EventErasureEntity.NAMED, EventErasureEntity.class)
                .setParameter("realmId", realmId)
                .setMaxResults(max)
                .getResultList()
                .stream()
                .map(EventErasureEntity::toGoneNames)
                .toList();
    }

    @Override
    public void remove(String realmId, Collection<String> userIds) {
        entities.createNamedQuery(EventErasureEntity.DELETE_NAMED)
                .setParameter("realmId", realmId)
                .setParameter("userIds", userIds)
                .executeUpdate();
    }

    @Override
    public Place eraseSome(
            String realmId, EventType type, Place from, Instant until, int max, Predicate<Collection<String>> named) {
        List<Object[]> some = entities.createQuery(OF_NOBODY, Object[].class)
                .setParameter("type", type.toString())
                .setParameter("realmId", realmId)
                .setParameter("time", from.time())
                .setParameter("id", from.id())
                .setParameter("until", until.toEpochMilli())
                .setMaxResults(max)
                .getResultList();
        List<String> ids = some.stream()
                .filter(event -> named.test(EventDetails.of(event[2], event[3]).values()))
                .map(event -> (String) event[0])
                .toList();
        if (!ids.isEmpty()) {
            entities.createQuery("delete from EventEntity e where e.id in :ids")
                    .setParameter("ids", ids)
                    .executeUpdate();
        }
        if (some.size() < max) {
            return null;
        }
        Object[] last = some.get(max - 1);
        return new Place((Long) last[1], (String) last[0]);
    }
}
