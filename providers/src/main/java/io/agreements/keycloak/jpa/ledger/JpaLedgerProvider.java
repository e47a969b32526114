package io.agreements.keycloak.jpa.ledger;

import io.agreements.keycloak.jpa.Collisions;
import io.agreements.keycloak.jpa.Prefixes;
import io.agreements.keycloak.jpa.UserRows;
import io.agreements.keycloak.jpa.UserSearch;
import io.agreements.keycloak.jpa.ledger.log.JpaLogStore;
import io.agreements.keycloak.ledger.ErasableGroup;
import io.agreements.keycloak.ledger.Erasure;
import io.agreements.keycloak.ledger.Expiry;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.RecordQuery;
import io.agreements.keycloak.ledger.UserIds;
import io.agreements.keycloak.ledger.UserSpan;
import io.agreements.keycloak.ledger.kept.Kept;
import io.agreements.keycloak.ledger.kept.KeptKind;
import io.agreements.keycloak.ledger.log.LogStore;
import io.agreements.keycloak.ledger.log.RealmLog;
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
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.StorageId;

/** Keeps the ledger in {@code AGR_RECORD}. */
final class JpaLedgerProvider implements LedgerProvider {

    /** What goes with a user whose id is no name. */
    private static final Set<ErasableGroup> OF_LOCAL_USERS =
            Set.of(ErasableGroup.IDENTITY, ErasableGroup.CONNECTION, ErasableGroup.FREE_TEXT);

    /** Ids of users who are gone, in the place of ids that are names. */
    private static final String PSEUDONYM = "gone:";

    /** Of one user, who may have been renamed. */
    private static final int MOST_USERNAMES = 50;

    private static final String STORES =
            "select c.id from ComponentEntity c" + " where c.providerType = 'org.keycloak.storage.UserStorageProvider'";

    private final EntityManager entities;
    private final UserRows rows;
    private final KeptStore store;
    private final BiFunction<RealmModel, LogStore, RealmLog> logOpener;

    JpaLedgerProvider(
            EntityManager entities,
            UserRows rows,
            KeptStore store,
            BiFunction<RealmModel, LogStore, RealmLog> logOpener) {
        this.entities = entities;
        this.rows = rows;
        this.store = store;
        this.logOpener = logOpener;
    }

    /** Of a user who is being removed nothing is kept that the removal would have erased. */
    @Override
    public void append(LedgerRecord entry) {
        RecordEntity entity = RecordRows.toRow(entry);
        boolean identifies =
                entity.identitySalt != null || entity.connectionSalt != null || entity.freeTextSalt != null;
        if (identifies && entry.userId() != null && !rows.hold(entry.userId())) {
            RecordRows.eraseIdentifying(entity);
        }
        Collisions.telling(() -> {
            entities.persist(entity);
            entities.flush();
            return entity;
        });
        // It never changes, and is not to be compared with what is stored by whatever the transaction writes after it.
        entities.detach(entity);
    }

    @Override
    public Erasure eraseUser(RealmModel realm, String userId) {
        List<String> usernames = entities.createNamedQuery(RecordEntity.USERNAMES, String.class)
                .setParameter("realmId", realm.getId())
                .setParameter("userId", userId)
                .setMaxResults(MOST_USERNAMES)
                .getResultList();
        long records = entities.createNamedQuery(RecordEntity.ERASE_BY_USER)
                .setParameter("realmId", realm.getId())
                .setParameter("userId", userId)
                .executeUpdate();
        return StorageId.isLocalStorage(userId)
                ? new Erasure(userId, records, OF_LOCAL_USERS, usernames)
                : new Erasure(rename(realm.getId(), userId), records, Set.of(ErasableGroup.values()), usernames);
    }

    private String rename(String realmId, String userId) {
        String pseudonym = PSEUDONYM + KeycloakModelUtils.generateId();
        entities.createNamedQuery(RecordEntity.RENAME)
                .setParameter("realmId", realmId)
                .setParameter("userId", userId)
                .setParameter("pseudonym", pseudonym)
                .executeUpdate();
        renameAdministrator(userId, pseudonym);
        return pseudonym;
    }

    /** In every realm: administrators of the realm {@code master} act in others. */
    private void renameAdministrator(String userId, String pseudonym) {
        entities.createNamedQuery(RecordEntity.RENAME_ADMINISTRATOR)
                .setParameter("userId", userId)
                .setParameter("pseudonym", pseudonym)
                .executeUpdate();
    }

    @Override
    public int eraseNames(int max) {
        List<String> stores = entities.createQuery(STORES, String.class).getResultList();
        List<Object[]> users = names("distinct r.realmId, r.userId", "r.userId", stores, max, Object[].class);
        users.forEach(name -> rename((String) name[0], (String) name[1]));
        List<String> administrators =
                names("distinct r.administratorId", "r.administratorId", stores, max - users.size(), String.class);
        administrators.forEach(name -> renameAdministrator(name, PSEUDONYM + KeycloakModelUtils.generateId()));
        return users.size() + administrators.size();
    }

    /** Ids that are names, of no store there is. */
    private <T> List<T> names(String what, String id, List<String> stores, int max, Class<T> type) {
        if (max == 0) {
            return List.of();
        }
        StringBuilder jpql = new StringBuilder("select " + what + " from RecordEntity r where " + id + " like 'f:%'");
        for (int i = 0; i < stores.size(); i++) {
            jpql.append(" and ").append(id).append(" not like :store").append(i).append(Prefixes.ESCAPE);
        }
        TypedQuery<T> query = entities.createQuery(jpql.toString(), type);
        for (int i = 0; i < stores.size(); i++) {
            query.setParameter("store" + i, Prefixes.ofUsersOf(stores.get(i)));
        }
        return query.setMaxResults(max).getResultList();
    }

    @Override
    public UserIds missingUsers(RealmModel realm, String after) {
        return UserSearch.in(
                        entities,
                        RecordEntity.class,
                        "(e.identitySalt is not null or e.connectionSalt is not null or e.freeTextSalt is not null)")
                .missing(realm, after);
    }

    @Override
    public long eraseRealm(RealmModel realm) {
        entities.createNamedQuery(RetentionEntity.DELETE_BY_REALM)
                .setParameter("realmId", realm.getId())
                .executeUpdate();
        return entities.createNamedQuery(RecordEntity.ERASE_BY_REALM)
                .setParameter("realmId", realm.getId())
                .executeUpdate();
    }

    @Override
    public Expiry expireConnections(RealmModel realm, Instant before, int some) {
        return new ConnectionExpiry(entities, realm.getId()).expire(before.toEpochMilli(), some);
    }

    @Override
    public long eraseUsersOf(RealmModel realm, String userStoreId) {
        return entities.createNamedQuery(RecordEntity.ERASE_USERS_GONE)
                .setParameter("realmId", realm.getId())
                .setParameter("storePrefix", Prefixes.ofUsersOf(userStoreId))
                .executeUpdate();
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
    public RealmLog log(RealmModel realm) {
        return logOpener.apply(realm, logs());
    }

    @Override
    public LogStore logs() {
        return new JpaLogStore(entities, new RecordEntries(entities));
    }

    @Override
    public void keep(Kept kept) {
        store.keep(kept);
    }

    @Override
    public Optional<Kept> kept(KeptKind kind, String digest) {
        return store.find(kind, digest);
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
        return RecordRows.toRecord(entity);
    }
}
