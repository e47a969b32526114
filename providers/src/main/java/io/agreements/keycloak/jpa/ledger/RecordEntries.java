package io.agreements.keycloak.jpa.ledger;

import io.agreements.keycloak.jpa.ledger.log.EntrySource;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.log.LogEntry;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.Function;
import org.hibernate.jpa.SpecHints;

/** Records as their log has them: the SHA-256 of what they say, the commitments to what can be erased in its place. */
final class RecordEntries implements EntrySource {

    /** Rows that somebody holds are left out (of Hibernate's lock timeouts). */
    private static final int SKIP_LOCKED = -2;

    private final EntityManager entities;
    private final Function<RecordEntity, LedgerRecord> reader;

    RecordEntries(EntityManager entities, Function<RecordEntity, LedgerRecord> reader) {
        this.entities = entities;
        this.reader = reader;
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

    private LogEntry entry(RecordEntity entity) {
        LedgerRecord written = reader.apply(entity);
        return new LogEntry(written.id(), entity.occurredAt, hash(written.id() + written.type() + written.details()));
    }

    private static byte[] hash(String form) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(form.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
