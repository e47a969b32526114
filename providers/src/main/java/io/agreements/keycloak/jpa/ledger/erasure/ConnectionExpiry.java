package io.agreements.keycloak.jpa.ledger.erasure;

import io.agreements.keycloak.jpa.InsertIfAbsent;
import io.agreements.keycloak.jpa.ledger.record.Connections;
import io.agreements.keycloak.ledger.erasure.Expiry;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;

/** Deletes the connections of a realm's records slice by slice. What is done is in {@code AGR_RETENTION}. Times are in ms. */
public final class ConnectionExpiry {

    private final EntityManager entities;
    private final String realmId;
    private final Connections connections;

    public ConnectionExpiry(EntityManager entities, String realmId) {
        this.entities = entities;
        this.realmId = realmId;
        this.connections = new Connections(entities, realmId);
    }

    /**
     * The next slice of about so many records, unless all that occurred before the end are done.
     *
     * @param young what is recorded from now on did not occur before that
     * @param onRecord whether the ledger says already that what occurred before the end is erased
     */
    public Expiry expire(long end, long young, int some, boolean onRecord) {
        return lock().map(retention -> expire(retention, end, young, some, onRecord))
                .orElse(Expiry.FINISHED);
    }

    private Expiry expire(RetentionEntity retention, long end, long young, int some, boolean onRecord) {
        // Further than that is where a clock was ahead, or connections were kept for less time: what comes there
        // expires too.
        retention.expiredBefore = Math.min(retention.expiredBefore, end);
        if (retention.expiredBefore < end) {
            long sliceEnd = sliceEnd(retention.expiredBefore, end, some);
            long erased = isHeld()
                    ? connections.deleteFreeBetween(retention.expiredBefore, sliceEnd)
                    : connections.deleteBetween(retention.expiredBefore, sliceEnd);
            retention.unrecorded += erased;
            retention.erased += erased;
            retention.expiredBefore = sliceEnd;
        }
        if (retention.expiredBefore < end) {
            return onRecord ? Expiry.GOES_ON : new Expiry(false, takeUntold(retention), 0);
        }
        retention.oldestAt = oldest(end, young);
        long records = retention.erased;
        retention.erased = 0;
        return new Expiry(true, takeUntold(retention), records);
    }

    private static long takeUntold(RetentionEntity retention) {
        long untold = retention.unrecorded;
        retention.unrecorded = 0;
        return untold;
    }

    /** When the first record occurred that has not expired. */
    private long oldest(long end, long young) {
        return end >= young
                ? young
                : connections.timeAfter(0, end, young).stream().findFirst().orElse(young);
    }

    /** Until when there are so many records; a few more if several occurred at the same moment. */
    private long sliceEnd(long from, long end, int some) {
        return connections.timeAfter(some - 1, from, end).stream()
                .findFirst()
                .map(last -> last + 1)
                .orElse(end);
    }

    /** Only then is it asked for each connection whether its record is: that takes the record. */
    private boolean isHeld() {
        return entities.createNamedQuery(HoldEntity.COUNT_ACTIVE, Long.class)
                        .setParameter("realmId", realmId)
                        .getSingleResult()
                > 0;
    }

    /**
     * Whoever else expires connections in the realm, or removes it, waits for the end of the transaction.
     *
     * @return empty if the realm has been removed meanwhile
     */
    private Optional<RetentionEntity> lock() {
        return findAndLock().or(() -> {
            if (isRealmGone()) {
                return Optional.empty();
            }
            RetentionEntity none = new RetentionEntity();
            none.realmId = realmId;
            InsertIfAbsent.insert(entities, none);
            return findAndLock();
        });
    }

    private Optional<RetentionEntity> findAndLock() {
        return Optional.ofNullable(entities.find(RetentionEntity.class, realmId, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Keycloak's cache may still know it. */
    private boolean isRealmGone() {
        return entities.createQuery("select r.id from RealmEntity r where r.id = :realmId", String.class)
                .setParameter("realmId", realmId)
                .getResultList()
                .isEmpty();
    }
}
