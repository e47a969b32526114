package io.agreements.keycloak.jpa.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agreements.keycloak.jpa.Collisions;
import io.agreements.keycloak.jpa.Prefixes;
import io.agreements.keycloak.jpa.UserRows;
import io.agreements.keycloak.jpa.UserSearch;
import io.agreements.keycloak.ledger.Connection;
import io.agreements.keycloak.ledger.Erasure;
import io.agreements.keycloak.ledger.Expiry;
import io.agreements.keycloak.ledger.Identity;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.RecordQuery;
import io.agreements.keycloak.ledger.Shown;
import io.agreements.keycloak.ledger.UserIds;
import io.agreements.keycloak.ledger.UserSpan;
import io.agreements.keycloak.ledger.hold.Holds;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/** Keeps the ledger in {@code AGR_RECORD}. */
final class JpaLedgerProvider implements LedgerProvider {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private static final String STORES =
            "select c.id from ComponentEntity c" + " where c.providerType = 'org.keycloak.storage.UserStorageProvider'";

    private final EntityManager entities;
    private final UserRows rows;
    private final LedgerDepartures departures;

    JpaLedgerProvider(EntityManager entities, UserRows rows) {
        this.entities = entities;
        this.rows = rows;
        this.departures = new LedgerDepartures(entities);
    }

    /** Of a user who is being removed nothing is kept that the removal would have erased. */
    @Override
    public void append(LedgerRecord entry) {
        RecordEntity entity = toEntity(entry);
        boolean identifies = entity.identitySalt != null || entity.connectionSalt != null;
        if (identifies && entry.userId() != null && !rows.hold(entry.userId())) {
            eraseIdentifying(entity);
        }
        Collisions.telling(() -> {
            entities.persist(entity);
            entities.flush();
            return entity;
        });
        // It never changes, and is not to be compared with what is stored by whatever the transaction writes after it.
        entities.detach(entity);
    }

    private static void eraseIdentifying(RecordEntity entity) {
        entity.username = null;
        entity.sessionId = null;
        entity.identitySalt = null;
        entity.ipAddress = null;
        entity.userAgent = null;
        entity.connectionSalt = null;
    }

    @Override
    public Erasure eraseUser(RealmModel realm, String userId, Instant goneAt) {
        return departures.eraseUser(realm.getId(), userId, goneAt);
    }

    @Override
    public int eraseNames(int max) {
        List<String> stores = entities.createQuery(STORES, String.class).getResultList();
        StringBuilder jpql = new StringBuilder(
                "select distinct r.realmId, r.userId from RecordEntity r where r.userId like 'f:%' and "
                        + RecordEntity.FREE);
        for (int i = 0; i < stores.size(); i++) {
            jpql.append(" and r.userId not like :store").append(i).append(Prefixes.ESCAPE);
        }
        TypedQuery<Object[]> query = entities.createQuery(jpql.toString(), Object[].class);
        for (int i = 0; i < stores.size(); i++) {
            query.setParameter("store" + i, Prefixes.ofUsersOf(stores.get(i)));
        }
        List<Object[]> names = query.setMaxResults(max).getResultList();
        names.forEach(name -> departures.eraseName((String) name[0], (String) name[1]));
        return names.size();
    }

    @Override
    public UserIds missingUsers(RealmModel realm, String after) {
        return UserSearch.in(
                        entities,
                        RecordEntity.class,
                        "(e.identitySalt is not null or e.connectionSalt is not null) and not exists (select h.userId from"
                                + " HeldErasureEntity h where h.userId = e.userId and h.realmId = e.realmId)")
                .missing(realm, after);
    }

    @Override
    public Erasure eraseRealm(RealmModel realm, Instant goneAt) {
        return departures.eraseRealm(realm.getId(), goneAt);
    }

    @Override
    public Expiry expireConnections(RealmModel realm, Instant before, int some) {
        return new ConnectionExpiry(entities, realm.getId()).expire(before.toEpochMilli(), some);
    }

    @Override
    public Erasure eraseUsersOf(RealmModel realm, String userStoreId, Instant goneAt) {
        return departures.eraseUsersOf(realm.getId(), userStoreId, goneAt);
    }

    @Override
    public UserSpan firstOf(RealmModel realm, UserSpan users, int decisions) {
        return UserSearch.in(entities, RecordEntity.class, "e.decision is not null")
                .firstOf(realm, users, decisions);
    }

    @Override
    public List<LedgerRecord> latestDecisions(RealmModel realm, UserSpan users) {
        TypedQuery<RecordEntity> query = entities.createNamedQuery(
                        users.isToTheEnd() ? RecordEntity.LATEST_DECISIONS : RecordEntity.LATEST_DECISIONS_UP_TO,
                        RecordEntity.class)
                .setParameter("realmId", realm.getId())
                .setParameter("after", users.after());
        if (!users.isToTheEnd()) {
            query.setParameter("last", users.last());
        }
        return query.getResultList().stream().map(this::read).toList();
    }

    @Override
    public List<LedgerRecord> find(RealmModel realm, RecordQuery query) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<RecordEntity> criteria = builder.createQuery(RecordEntity.class);
        Root<RecordEntity> entry = criteria.from(RecordEntity.class);
        criteria.where(conditions(builder, entry, realm, query))
                .orderBy(builder.desc(entry.get("occurredAt")), builder.desc(entry.get("id")));
        return entities
                .createQuery(criteria)
                .setFirstResult(query.first())
                .setMaxResults(query.max())
                .getResultList()
                .stream()
                .map(this::read)
                .toList();
    }

    @Override
    public Optional<LedgerRecord> find(RealmModel realm, String id) {
        return Optional.ofNullable(entities.find(RecordEntity.class, id))
                .filter(entity -> entity.realmId.equals(realm.getId()))
                .map(this::read);
    }

    @Override
    public Holds holds() {
        return new JpaHolds(entities, rows, departures);
    }

    @Override
    public void close() {}

    private static List<Predicate> conditions(
            CriteriaBuilder builder, Path<RecordEntity> entry, RealmModel realm, RecordQuery query) {
        List<Predicate> conditions = new ArrayList<>();
        conditions.add(builder.equal(entry.get("realmId"), realm.getId()));
        if (!query.userIds().isEmpty()) {
            conditions.add(entry.get("userId").in(query.userIds()));
        }
        if (!query.types().isEmpty()) {
            conditions.add(entry.get("type").in(query.types()));
        }
        if (query.agreementKey() != null) {
            conditions.add(builder.equal(entry.get("agreementKey"), query.agreementKey()));
        }
        if (query.from() != null) {
            conditions.add(builder.ge(entry.get("occurredAt"), query.from().toEpochMilli()));
        }
        if (query.to() != null) {
            conditions.add(builder.lt(entry.get("occurredAt"), query.to().toEpochMilli()));
        }
        return conditions;
    }

    /** A record is never changed, so none is watched for changes. */
    private LedgerRecord read(RecordEntity entity) {
        entities.detach(entity);
        return new LedgerRecord(
                entity.id,
                entity.realmId,
                entity.userId,
                entity.type,
                shown(entity),
                entity.decision,
                entity.method,
                entity.clientId,
                Instant.ofEpochMilli(entity.occurredAt),
                details(entity),
                new Identity(entity.username, entity.sessionId),
                new Connection(entity.ipAddress, entity.userAgent));
    }

    private static Shown shown(RecordEntity entity) {
        if (entity.agreementKey == null || entity.versionNumber == null) {
            return null;
        }
        return new Shown(
                entity.agreementKey,
                entity.versionNumber,
                entity.locale,
                entity.textDigest,
                entity.labelsDigest,
                entity.endReached,
                entity.diffFrom);
    }

    private static Map<String, Object> details(RecordEntity entity) {
        if (entity.details == null) {
            return Map.of();
        }
        try {
            return JSON.readValue(entity.details, DETAILS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the details of record " + entity.id + " are not JSON", e);
        }
    }

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
