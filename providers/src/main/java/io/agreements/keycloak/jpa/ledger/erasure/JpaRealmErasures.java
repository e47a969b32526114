package io.agreements.keycloak.jpa.ledger.erasure;

import io.agreements.keycloak.jpa.ledger.record.Connections;
import io.agreements.keycloak.jpa.ledger.record.RecordEntity;
import io.agreements.keycloak.ledger.removal.RealmErasure;
import io.agreements.keycloak.ledger.removal.RealmErasures;
import io.agreements.proof.canonical.RecordKeys;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;

/** Keeps in {@code AGR_REALM_ERASURE} how far the erasure of realms that are gone has come. */
public final class JpaRealmErasures implements RealmErasures {

    private static final int MOST = 50;

    private final EntityManager entities;

    public JpaRealmErasures(EntityManager entities) {
        this.entities = entities;
    }

    /** @param records whether something is to be erased from records too, and not only standings are to go */
    void add(String realmId, long goneAt, long lastAt, boolean records) {
        RealmErasureEntity entity = new RealmErasureEntity();
        entity.realmId = realmId;
        entity.goneAt = goneAt;
        entity.lastAt = lastAt;
        entity.erasedBefore = records ? Long.MIN_VALUE : lastAt + 1;
        entities.persist(entity);
        entities.flush();
    }

    @Override
    public List<RealmErasure> waiting() {
        List<RealmErasureEntity> waiting = entities.createNamedQuery(
                        RealmErasureEntity.WAITING, RealmErasureEntity.class)
                .setMaxResults(MOST)
                .getResultList();
        waiting.forEach(entities::detach);
        return waiting.stream().map(RealmErasureEntity::toErasure).toList();
    }

    @Override
    public boolean lock(RealmErasure erasure) {
        return find(erasure) != null;
    }

    @Override
    public boolean eraseSome(RealmErasure erasure, int some) {
        RealmErasureEntity entity = find(erasure);
        long end = entity.lastAt + 1;
        if (entity.erasedBefore < end) {
            long sliceEnd = sliceEnd(entity, end, some);
            entities.createNamedQuery(RecordEntity.ERASE_BETWEEN)
                    .setParameter("realmKey", RecordKeys.ofRealm(entity.realmId))
                    .setParameter("realmId", entity.realmId)
                    .setParameter("from", entity.erasedBefore)
                    .setParameter("to", sliceEnd)
                    .executeUpdate();
            new Connections(entities, entity.realmId).deleteBetween(entity.erasedBefore, sliceEnd);
            entity.erasedBefore = sliceEnd;
        }
        return entity.erasedBefore >= end;
    }

    @Override
    public void finish(RealmErasure erasure) {
        entities.remove(find(erasure));
    }

    private RealmErasureEntity find(RealmErasure erasure) {
        return entities.find(
                RealmErasureEntity.class,
                new RealmErasureEntity.Key(erasure.realmId(), erasure.goneAt().toEpochMilli()),
                LockModeType.PESSIMISTIC_WRITE);
    }

    /** A few more if several occurred at the same moment. */
    private long sliceEnd(RealmErasureEntity entity, long end, int some) {
        return entities
                .createNamedQuery(RecordEntity.TIMES_BETWEEN, Long.class)
                .setParameter("realmKey", RecordKeys.ofRealm(entity.realmId))
                .setParameter("realmId", entity.realmId)
                .setParameter("from", entity.erasedBefore)
                .setParameter("to", end)
                .setFirstResult(some - 1)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(last -> last + 1)
                .orElse(end);
    }
}
