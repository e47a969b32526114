package io.agreements.keycloak.jpa.ledger;

import io.agreements.keycloak.jpa.ledger.log.EntrySource;
import io.agreements.keycloak.ledger.log.LogEntry;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.hibernate.jpa.SpecHints;

/** Records as their log has them: the SHA-256 of their canonical form. */
final class RecordEntries implements EntrySource {

    /** Rows that somebody holds are left out (of Hibernate's lock timeouts). */
    private static final int SKIP_LOCKED = -2;

    private final EntityManager entities;

    RecordEntries(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<LogEntry> unindexed(String realmId, int max) {
        return entities
                .createNamedQuery(RecordEntity.UNINDEXED, RecordEntity.class)
                .setParameter("realmId", realmId)
                .setMaxResults(max)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, SKIP_LOCKED)
                .getResultList()
                .stream()
                .map(this::entry)
                .toList();
    }

    /** A record is never changed by way of its entity, so none is watched for changes. */
    private LogEntry entry(RecordEntity entity) {
        entities.detach(entity);
        return new LogEntry(entity.id, entity.recordedAt, RecordForms.of(entity).entry());
    }
}
