package io.agreements.keycloak.jpa;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.Shown;
import jakarta.persistence.EntityManager;
import java.util.Map;
import org.keycloak.models.RealmModel;

/** Keeps the ledger in {@code AGR_RECORD}. */
final class JpaLedgerProvider implements LedgerProvider {

    private static final ObjectWriter JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build()
            .writer();

    private final EntityManager entities;

    JpaLedgerProvider(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void append(LedgerRecord entry) {
        entities.persist(toEntity(entry));
        entities.flush();
    }

    @Override
    public long eraseUser(RealmModel realm, String userId) {
        return entities.createNamedQuery(RecordEntity.ERASE_BY_USER)
                .setParameter("realmId", realm.getId())
                .setParameter("userId", userId)
                .executeUpdate();
    }

    @Override
    public long eraseRealm(RealmModel realm) {
        return entities.createNamedQuery(RecordEntity.ERASE_BY_REALM)
                .setParameter("realmId", realm.getId())
                .executeUpdate();
    }

    @Override
    public long eraseUsersOf(RealmModel realm, String userStoreId) {
        return entities.createNamedQuery(RecordEntity.ERASE_USERS_GONE)
                .setParameter("realmId", realm.getId())
                .setParameter("storePrefix", "f:" + userStoreId + ":%")
                .executeUpdate();
    }

    @Override
    public void close() {}

    private static RecordEntity toEntity(LedgerRecord entry) {
        RecordEntity entity = new RecordEntity();
        entity.id = entry.id();
        entity.realmId = entry.realmId();
        entity.userId = entry.userId();
        entity.type = entry.type();
        entity.decision = entry.decision();
        entity.method = entry.method();
        entity.clientId = entry.clientId();
        entity.occurredAt = entry.occurredAt().toEpochMilli();
        entity.details = json(entry.details());
        if (entry.shown() != null) {
            fillShown(entity, entry.shown());
        }
        fillErasable(entity, entry);
        return entity;
    }

    private static void fillShown(RecordEntity entity, Shown shown) {
        entity.agreementKey = shown.agreementKey();
        entity.versionNumber = shown.versionNumber();
        entity.locale = shown.locale();
        entity.textDigest = shown.textDigest();
        entity.labelsDigest = shown.labelsDigest();
        entity.endReached = shown.endReached();
        entity.diffFrom = shown.diffFrom();
    }

    private static void fillErasable(RecordEntity entity, LedgerRecord entry) {
        entity.username = entry.identity().username();
        entity.sessionId = entry.identity().sessionId();
        entry.identity().commit().ifPresent(commitment -> {
            entity.identitySalt = commitment.salt();
            entity.identityCommitment = commitment.digest();
        });
        entity.ipAddress = entry.connection().ipAddress();
        entity.userAgent = entry.connection().userAgent();
        entry.connection().commit().ifPresent(commitment -> {
            entity.connectionSalt = commitment.salt();
            entity.connectionCommitment = commitment.digest();
        });
    }

    private static String json(Map<String, Object> details) {
        if (details.isEmpty()) {
            return null;
        }
        try {
            return JSON.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("details are not plain values", e);
        }
    }
}
