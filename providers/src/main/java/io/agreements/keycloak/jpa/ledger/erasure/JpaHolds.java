package io.agreements.keycloak.jpa.ledger.erasure;

import io.agreements.keycloak.jpa.Beginning;
import io.agreements.keycloak.jpa.Collisions;
import io.agreements.keycloak.jpa.Prefixes;
import io.agreements.keycloak.jpa.UserRows;
import io.agreements.keycloak.jpa.ledger.record.Connections;
import io.agreements.keycloak.jpa.ledger.record.RecordEntity;
import io.agreements.keycloak.ledger.erasure.Erasure;
import io.agreements.keycloak.ledger.hold.HeldErasure;
import io.agreements.keycloak.ledger.hold.Hold;
import io.agreements.keycloak.ledger.hold.HoldQuery;
import io.agreements.keycloak.ledger.hold.Holds;
import io.agreements.keycloak.ledger.hold.KeptConnections;
import io.agreements.keycloak.ledger.hold.ListedHold;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/** Keeps holds in {@code AGR_HOLD}. */
public final class JpaHolds implements Holds {

    private final EntityManager entities;
    private final UserRows rows;
    private final LedgerDepartures departures;

    public JpaHolds(EntityManager entities, UserRows rows, LedgerDepartures departures) {
        this.entities = entities;
        this.rows = rows;
        this.departures = departures;
    }

    @Override
    public boolean place(Hold hold) {
        if (hold.userId() != null && !rows.hold(hold.userId()) && !keepsRecordsOf(hold.realmId(), hold.userId())) {
            return false;
        }
        HoldEntity entity = HoldEntity.of(hold, expiredBefore(hold.realmId()));
        Collisions.telling(() -> {
            entities.persist(entity);
            entities.flush();
            return entity;
        });
        entities.detach(entity);
        return true;
    }

    /**
     * From there on the expiry passes over what it keeps, or has passed over what another one keeps. An expiry that is under way
     * is waited for: it has looked whether there are holds.
     */
    private long expiredBefore(String realmId) {
        RetentionEntity retention = entities.find(RetentionEntity.class, realmId, LockModeType.PESSIMISTIC_WRITE);
        long now = retention == null ? 0 : retention.expiredBefore;
        Long earliest = entities.createNamedQuery(HoldEntity.EARLIEST_EXPIRY, Long.class)
                .setParameter("realmId", realmId)
                .getSingleResult();
        return earliest == null ? now : Math.min(now, earliest);
    }

    @Override
    public boolean end(Hold hold) {
        return Collisions.telling(() -> entities.createNamedQuery(HoldEntity.END)
                        .setParameter("id", hold.id())
                        .setParameter("endedAt", hold.endedAt().toEpochMilli())
                        .setParameter("liftedBy", hold.liftedBy())
                        .executeUpdate())
                == 1;
    }

    @Override
    public Optional<ListedHold> find(RealmModel realm, String id) {
        return entities.createNamedQuery(HoldEntity.WITH_NAMES, Object[].class)
                .setParameter("id", id)
                .setParameter("realmId", realm.getId())
                .getResultStream()
                .map(this::readWithNames)
                .findFirst();
    }

    @Override
    public List<ListedHold> find(RealmModel realm, HoldQuery query) {
        StringBuilder jpql = new StringBuilder(HoldEntity.SELECT_WITH_NAMES).append(" where h.realmId = :realmId");
        if (query.userId() != null) {
            jpql.append(" and h.userId = :userId");
        }
        if (query.agreementKey() != null) {
            jpql.append(" and h.agreementKey = :agreementKey");
        }
        if (query.active() != null) {
            jpql.append(query.active() ? " and h.endedAt is null" : " and h.endedAt is not null");
        }
        TypedQuery<Object[]> holds = entities.createQuery(
                        jpql.append(" order by h.placedAt desc, h.id").toString(), Object[].class)
                .setParameter("realmId", realm.getId());
        if (query.userId() != null) {
            holds.setParameter("userId", query.userId());
        }
        if (query.agreementKey() != null) {
            holds.setParameter("agreementKey", query.agreementKey());
        }
        return holds.setFirstResult(query.first()).setMaxResults(query.max()).getResultList().stream()
                .map(this::readWithNames)
                .toList();
    }

    @Override
    public long countActive(RealmModel realm) {
        return entities.createNamedQuery(HoldEntity.COUNT_ACTIVE, Long.class)
                .setParameter("realmId", realm.getId())
                .getSingleResult();
    }

    @Override
    public boolean keepsRecordsOf(RealmModel realm, String userId) {
        return keepsRecordsOf(realm.getId(), userId);
    }

    private boolean keepsRecordsOf(String realmId, String userId) {
        return !entities.createNamedQuery(RecordEntity.HELD_OF_USER, String.class)
                .setParameter("realmId", realmId)
                .setParameter("userId", userId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    @Override
    public List<String> usersHeldUnder(RealmModel realm, String name, int max) {
        return entities.createNamedQuery(HoldEntity.USERS_BY_NAME, String.class)
                .setParameter("realmId", realm.getId())
                .setParameter(
                        "name", Prefixes.with(name.toLowerCase(Locale.ROOT)).replace('*', '%'))
                .setMaxResults(max)
                .getResultList();
    }

    @Override
    public List<Hold> due(Instant now, int max) {
        return read(entities.createNamedQuery(HoldEntity.DUE, HoldEntity.class)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(max));
    }

    @Override
    public List<Hold> unsettled(int max) {
        return read(entities.createNamedQuery(HoldEntity.UNSETTLED, HoldEntity.class)
                .setMaxResults(max));
    }

    @Override
    public void settle(Hold hold) {
        int forgotten = entities.createNamedQuery(HoldEntity.DELETE_OF_REALM_GONE)
                .setParameter("id", hold.id())
                .executeUpdate();
        if (forgotten == 0) {
            entities.createNamedQuery(HoldEntity.SETTLE)
                    .setParameter("id", hold.id())
                    .executeUpdate();
        }
    }

    @Override
    public List<HeldErasure> waiting(Hold hold, HeldErasure after, int max) {
        TypedQuery<HeldErasureEntity> waiting = hold.userId() == null
                ? entities.createNamedQuery(HeldErasureEntity.OF_REALM, HeldErasureEntity.class)
                        .setParameter("after", after == null ? Beginning.ofAll() : after.userId())
                : entities.createNamedQuery(HeldErasureEntity.OF_USER, HeldErasureEntity.class)
                        .setParameter("userId", hold.userId());
        return waiting.setParameter("realmId", hold.realmId()).setMaxResults(max).getResultList().stream()
                .map(HeldErasureEntity::toErasure)
                .toList();
    }

    @Override
    public Erasure carryOut(HeldErasure erasure) {
        return departures.carryOut(erasure);
    }

    /** The expiry of the realm waits for the end of the transaction: what it passes over while a hold lasts is not missed. */
    @Override
    public KeptConnections expireConnections(Hold hold) {
        RetentionEntity retention =
                entities.find(RetentionEntity.class, hold.realmId(), LockModeType.PESSIMISTIC_WRITE);
        if (retention == null) {
            return KeptConnections.NONE;
        }
        if (hold.userId() == null) {
            HoldEntity entity = entities.find(HoldEntity.class, hold.id());
            retention.expiredBefore = Math.min(retention.expiredBefore, entity.expiredBefore);
            retention.oldestAt = 0;
            entities.flush();
            entities.detach(entity);
            return KeptConnections.NONE;
        }
        long records =
                new Connections(entities, hold.realmId()).deleteFreeOfBefore(hold.userId(), retention.expiredBefore);
        return new KeptConnections(records, Instant.ofEpochMilli(retention.expiredBefore));
    }

    private List<Hold> read(TypedQuery<HoldEntity> holds) {
        return holds.getResultList().stream().map(this::read).toList();
    }

    /** What is changed by statements must not be answered from what was read before. */
    private Hold read(HoldEntity entity) {
        entities.detach(entity);
        return entity.toHold();
    }

    private ListedHold readWithNames(Object[] row) {
        return new ListedHold(read((HoldEntity) row[0]), (String) row[1], (String) row[2]);
    }
}
