package io.agreements.keycloak.jpa.ledger.record;

import io.agreements.keycloak.jpa.StoredWords;
import io.agreements.keycloak.jpa.ledger.log.EntrySource;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.Method;
import io.agreements.keycloak.ledger.RecordType;
import io.agreements.keycloak.ledger.log.store.LogEntry;
import io.agreements.proof.canonical.RecordForm;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.hibernate.jpa.SpecHints;
import org.jboss.logging.Logger;

/** Records as their log has them: the SHA-256 of their canonical form. */
public final class RecordEntries implements EntrySource {

    private static final Logger LOG = Logger.getLogger(RecordEntries.class);

    /** Rows that somebody holds are left out (of Hibernate's lock timeouts). */
    private static final int SKIP_LOCKED = -2;

    private final EntityManager entities;

    public RecordEntries(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<LogEntry> unindexed(String realmId, int max) {
        List<RecordEntity> records = fit(entities.createNamedQuery(RecordEntity.UNINDEXED, RecordEntity.class))
                .setParameter("realmId", realmId)
                .setMaxResults(max)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, SKIP_LOCKED)
                .getResultList();
        // A record is never changed by way of its entity, so none is watched for changes.
        records.forEach(entities::detach);
        CommonStore.complete(entities, records);
        return records.stream().map(RecordEntries::entry).toList();
    }

    @Override
    public List<String> unfit(String realmId, int max) {
        return fit(entities.createNamedQuery(RecordEntity.UNFIT, String.class))
                .setParameter("realmId", realmId)
                .setMaxResults(max)
                .getResultList();
    }

    /** Says which words are known. */
    private static <T> TypedQuery<T> fit(TypedQuery<T> query) {
        return query.setParameter("types", StoredWords.of(RecordType.class))
                .setParameter("decisions", StoredWords.of(Decision.class))
                .setParameter("methods", StoredWords.of(Method.class));
    }

    private static LogEntry entry(RecordEntity entity) {
        RecordForm form = RecordForms.of(entity);
        if (!form.hasPlainDetails()) {
            LOG.errorf(
                    "What record %s of realm %s says besides is not what the product writes, and in the log by its digest"
                            + " only. See \"A record\" in docs/ledger-format.md",
                    entity.id, entity.realmId);
        }
        return new LogEntry(entity.id, entity.occurredAt, entity.recordedAt, form.entry());
    }
}
