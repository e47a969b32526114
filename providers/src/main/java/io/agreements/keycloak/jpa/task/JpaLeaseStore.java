package io.agreements.keycloak.jpa.task;

import io.agreements.keycloak.jpa.Collisions;
import io.agreements.keycloak.jpa.InsertIfAbsent;
import io.agreements.keycloak.task.Lease;
import io.agreements.keycloak.task.LeaseStore;
import io.agreements.keycloak.task.LeaseTimes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Keeps leases in {@code AGR_LEASE}. */
public final class JpaLeaseStore implements LeaseStore {

    private final EntityManager entities;

    JpaLeaseStore(EntityManager entities) {
        this.entities = entities;
    }

    public static LeaseStore of(KeycloakSession session) {
        return new JpaLeaseStore(
                session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    @Override
    public List<Lease> all(String task) {
        return read(entities.createNamedQuery(LeaseEntity.ALL, Object[].class).setParameter("task", task));
    }

    @Override
    public List<Lease> ownedBy(String task, String owner) {
        return read(entities.createNamedQuery(LeaseEntity.OWNED, Object[].class)
                .setParameter("task", task)
                .setParameter("owner", owner));
    }

    @Override
    public boolean add(String task, Lease lease) {
        return Collisions.telling(() -> InsertIfAbsent.insert(entities, LeaseEntity.of(task, lease)));
    }

    @Override
    public void take(String task, Collection<String> parts, String owner, LeaseTimes times) {
        update(entities.createNamedQuery(LeaseEntity.TAKE)
                .setParameter("owner", owner)
                .setParameter("until", times.until().toEpochMilli())
                .setParameter("task", task)
                .setParameter("parts", parts)
                .setParameter("ended", times.ended().toEpochMilli())
                .setParameter("latest", times.latest().toEpochMilli()));
    }

    @Override
    public int end(String task, String owner, Instant until) {
        return update(entities.createNamedQuery(LeaseEntity.END)
                .setParameter("until", until.toEpochMilli())
                .setParameter("task", task)
                .setParameter("owner", owner));
    }

    @Override
    public void remove(String task, Collection<String> parts, Instant before) {
        update(entities.createNamedQuery(LeaseEntity.REMOVE)
                .setParameter("task", task)
                .setParameter("parts", parts)
                .setParameter("before", before.toEpochMilli()));
    }

    private static int update(Query change) {
        return Collisions.telling(change::executeUpdate);
    }

    private static List<Lease> read(TypedQuery<Object[]> query) {
        return query.getResultStream().map(LeaseEntity::read).toList();
    }
}
