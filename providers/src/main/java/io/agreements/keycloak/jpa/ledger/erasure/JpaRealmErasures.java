package io.agreements.keycloak.jpa.ledger.erasure;

import io.agreements.keycloak.jpa.ledger.record.Connections;
import io.agreements.keycloak.jpa.ledger.record.RecordEntity;
import io.agreements.keycloak.ledger.removal.RealmErasure;
import io.agreements.keycloak.ledger.removal.RealmErasures;
import io.agreements.proof.canonical.RecordKeys;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.util.List;

/** Keeps in {@code AGR_REALM_ERASURE} how far the erasure of realms that are gone has come. */
public final class JpaRealmErasures implements RealmErasures {

    private static final int MOST = 50;

    private final EntityManager entities;

    public JpaRealmErasures(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * @param records whether something is to be erased from records too, and not only standings are to go
     * @param underHold whether a hold lasts in the realm
     */
    void add(String realmId, long goneAt, long lastAt, boolean records, boolean underHold) {
        RealmErasureEntity entity = new RealmErasureEntity();
        entity.realmId = realmId;
        entity.goneAt = goneAt;
        entity.lastAt = lastAt;
        entity.erasedBefore = records ? Long.MIN_VALUE : lastAt + 1;
        entity.underHold = underHold;
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
            erase(entity, sliceEnd);
            entity.erasedBefore = sliceEnd;
        }
        return entity.erasedBefore >= end;
    }

    private void erase(RealmErasureEntity entity, long sliceEnd) {
        Connections connections = new Connections(entities, entity.realmId);
        if (entity.underHold && isAnythingKept(entity.realmId)) {
            between(entities.createNamedQuery(RecordEntity.ERASE_UNKEPT_BETWEEN), entity, sliceEnd);
            connections.deleteUnkeptBetween(entity.erasedBefore, sliceEnd);
            between(
                    entities.createQuery(
                            HeldErasureEntity.WAIT.formatted(entity.goneAt, " and " + RecordEntity.BETWEEN)),
                    entity,
                    sliceEnd);
        } else {
            between(entities.createNamedQuery(RecordEntity.ERASE_BETWEEN), entity, sliceEnd);
            connections.deleteBetween(entity.erasedBefore, sliceEnd);
        }
    }

    private static void between(Query query, RealmErasureEntity entity, long sliceEnd) {
        query.setParameter("realmKey", RecordKeys.ofRealm(entity.realmId))
                .setParameter("realmId", entity.realmId)
                .setParameter("from", entity.erasedBefore)
                .setParameter("to", sliceEnd)
                .executeUpdate();
    }

    /**
     * One that has ended since keeps what it kept: the realm's erasure is on record as passing it over, and what is erased after
     * it has a record of its own. It is not settled before all slices are done, and not in the middle of one either.
     */
    private boolean isAnythingKept(String realmId) {
        List<HoldEntity> unsettled = entities.createNamedQuery(HoldEntity.UNSETTLED_OF_REALM, HoldEntity.class)
                .setParameter("realmId", realmId)
                .setLockMode(LockModeType.PESSIMISTIC_READ)
                .getResultList();
        unsettled.forEach(entities::detach);
        return !unsettled.isEmpty();
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
