package io.agreements.keycloak.jpa.ledger;

import io.agreements.keycloak.jpa.Beginning;
import io.agreements.keycloak.jpa.Collisions;
import io.agreements.keycloak.jpa.InsertTogether;
import io.agreements.keycloak.jpa.Prefixes;
import io.agreements.keycloak.jpa.UserRows;
import io.agreements.keycloak.jpa.UserSearch;
import io.agreements.keycloak.jpa.ledger.erasure.ConnectionExpiry;
import io.agreements.keycloak.jpa.ledger.erasure.JpaHolds;
import io.agreements.keycloak.jpa.ledger.erasure.JpaRealmErasures;
import io.agreements.keycloak.jpa.ledger.erasure.JpaRetentionRuns;
import io.agreements.keycloak.jpa.ledger.erasure.LedgerDepartures;
import io.agreements.keycloak.jpa.ledger.kept.KeptStore;
import io.agreements.keycloak.jpa.ledger.log.JpaLogStore;
import io.agreements.keycloak.jpa.ledger.record.AlikeDecisions;
import io.agreements.keycloak.jpa.ledger.record.BoundedFinding;
import io.agreements.keycloak.jpa.ledger.record.CommonStore;
import io.agreements.keycloak.jpa.ledger.record.Connections;
import io.agreements.keycloak.jpa.ledger.record.RecordEntity;
import io.agreements.keycloak.jpa.ledger.record.RecordEntries;
import io.agreements.keycloak.jpa.ledger.record.RecordFinding;
import io.agreements.keycloak.jpa.ledger.record.RecordForms;
import io.agreements.keycloak.jpa.ledger.record.RecordReading;
import io.agreements.keycloak.jpa.ledger.record.RecordRows;
import io.agreements.keycloak.jpa.ledger.verification.JpaLogVerifications;
import io.agreements.keycloak.ledger.FoundRecords;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.LoggedRecord;
import io.agreements.keycloak.ledger.RecordQuery;
import io.agreements.keycloak.ledger.UserIds;
import io.agreements.keycloak.ledger.UserSpan;
import io.agreements.keycloak.ledger.erasure.ErasedName;
import io.agreements.keycloak.ledger.erasure.Erasure;
import io.agreements.keycloak.ledger.erasure.Expiry;
import io.agreements.keycloak.ledger.hold.Holds;
import io.agreements.keycloak.ledger.kept.DecisionsAlike;
import io.agreements.keycloak.ledger.kept.Kept;
import io.agreements.keycloak.ledger.kept.KeptKind;
import io.agreements.keycloak.ledger.log.RealmLog;
import io.agreements.keycloak.ledger.log.store.LogStore;
import io.agreements.keycloak.ledger.removal.RealmErasures;
import io.agreements.keycloak.ledger.retention.RetentionRuns;
import io.agreements.keycloak.ledger.verification.LogVerifications;
import io.agreements.keycloak.ledger.verification.RealmVerification;
import io.agreements.proof.ledger.LedgerSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.keycloak.models.RealmModel;

/** Keeps the ledger in {@code AGR_RECORD}. */
final class JpaLedgerProvider implements LedgerProvider {

    private static final String STORES =
            "select c.id from ComponentEntity c" + " where c.providerType = 'org.keycloak.storage.UserStorageProvider'";

    private static final String NOT_HELD = "not exists (select h.userId from HeldErasureEntity h"
            + " where h.userId = e.userId and h.realmId = e.realmId)";

    private static final String WITHOUT_STANDING = "not exists (select s.userId from StandingEntity s"
            + " where s.userId = e.userId and s.realmId = e.realmId)";

    private final EntityManager entities;
    private final RecordReading reading;
    private final UserRows rows;
    private final LedgerDepartures departures;
    private final CommonStore common;
    private final KeptStore store;
    private final BiFunction<RealmModel, LogStore, RealmLog> logOpener;
    private final BiFunction<RealmModel, LogVerifications, RealmVerification> verificationOpener;
    private final Function<String, LedgerSource> sources;
    private final Consumer<LedgerRecord> counters;

    JpaLedgerProvider(
            EntityManager entities,
            UserRows rows,
            CommonStore common,
            KeptStore store,
            BiFunction<RealmModel, LogStore, RealmLog> logOpener,
            BiFunction<RealmModel, LogVerifications, RealmVerification> verificationOpener,
            Function<String, LedgerSource> sources,
            Consumer<LedgerRecord> counters) {
        this.entities = entities;
        this.reading = new RecordReading(entities);
        this.rows = rows;
        this.departures = new LedgerDepartures(entities);
        this.common = common;
        this.store = store;
        this.logOpener = logOpener;
        this.verificationOpener = verificationOpener;
        this.sources = sources;
        this.counters = counters;
    }

    @Override
    public void append(LedgerRecord entry) {
        RecordEntity entity = row(entry);
        Collisions.telling(() -> {
            common.share(List.of(entity));
            entities.persist(entity);
            entities.flush();
            Connections.insert(entities, List.of(entity));
            return entity;
        });
        // It never changes, and is not to be compared with what is stored by whatever the transaction writes after it.
        entities.detach(entity);
        counters.accept(entry);
    }

    @Override
    public void appendAll(List<LedgerRecord> entries) {
        List<RecordEntity> together = entries.stream().map(this::row).toList();
        Collisions.telling(() -> {
            common.share(together);
            InsertTogether.insert(entities, together);
            Connections.insert(entities, together);
            return together;
        });
        entries.forEach(counters);
    }

    /** Of a user who is being removed nothing is kept that the removal would have erased. */
    private RecordEntity row(LedgerRecord entry) {
        RecordEntity entity = RecordRows.toRow(entry);
        boolean identifies = entity.identitySalt != null || entity.connection != null || entity.freeTextSalt != null;
        if (identifies && entry.userId() != null && !rows.hold(entry.userId())) {
            RecordRows.eraseIdentifying(entity);
        }
        return entity;
    }

    @Override
    public Map<String, Erasure> eraseUsers(RealmModel realm, Collection<String> userIds, Instant goneAt) {
        return departures.eraseUsers(realm.getId(), userIds, goneAt);
    }

    @Override
    public List<ErasedName> eraseNames(int max, Instant goneAt) {
        List<ErasedName> erased = new ArrayList<>();
        List<Object[]> users =
                names("distinct r.realmId, r.userId", "r.userId", " and not " + RecordEntity.KEPT, max, Object[].class);
        for (Object[] name : users) {
            String realmId = (String) name[0];
            erased.add(new ErasedName(realmId, departures.eraseName(realmId, (String) name[1], goneAt)));
        }
        List<String> administrators =
                names("distinct r.administratorId", "r.administratorId", "", max - users.size(), String.class);
        for (String administrator : administrators) {
            departures
                    .eraseAdministrator(administrator)
                    .forEach((realmId, erasure) -> erased.add(new ErasedName(realmId, erasure)));
        }
        return erased;
    }

    /** Ids that are names, of no store there is. */
    private <T> List<T> names(String what, String id, String condition, int max, Class<T> type) {
        if (max == 0) {
            return List.of();
        }
        List<String> stores = entities.createQuery(STORES, String.class).getResultList();
        StringBuilder jpql =
                new StringBuilder("select " + what + " from RecordEntity r where " + id + " like 'f:%'" + condition);
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
                        entities, RecordEntity.class, RecordEntity.IDENTIFIES.replace("r.", "e.") + " and " + NOT_HELD)
                .missing(realm, after);
    }

    /** Whoever has a standing is found by it, and is looked for in the store once. */
    @Override
    public UserIds externalUsers(RealmModel realm, String after) {
        return UserSearch.in(entities, RecordEntity.class, "e.userId is not null")
                .external(realm, after, NOT_HELD + " and " + WITHOUT_STANDING);
    }

    @Override
    public Erasure eraseRealm(RealmModel realm, Instant goneAt) {
        verifications().removeRealm(realm.getId());
        return departures.eraseRealm(realm.getId(), goneAt);
    }

    @Override
    public RealmErasures realmErasures() {
        return new JpaRealmErasures(entities);
    }

    @Override
    public Expiry expireConnections(RealmModel realm, Instant before, Instant now, int some, boolean onRecord) {
        return new ConnectionExpiry(entities, realm.getId())
                .expire(before.toEpochMilli(), RetentionRuns.Look.latest(now).toEpochMilli(), some, onRecord);
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
        TypedQuery<Object[]> query = entities.createNamedQuery(
                        users.isToTheEnd() ? RecordEntity.LATEST_DECISIONS : RecordEntity.LATEST_DECISIONS_UP_TO,
                        Object[].class)
                .setParameter("realmId", realm.getId())
                .setParameter("after", Beginning.orBehind(users.after()));
        if (!users.isToTheEnd()) {
            query.setParameter("last", users.last());
        }
        return query.getResultList().stream().map(reading::record).toList();
    }

    @Override
    public List<LedgerRecord> find(RealmModel realm, RecordQuery query) {
        return new RecordFinding(entities, realm).find(query);
    }

    @Override
    public FoundRecords search(RealmModel realm, RecordQuery query) {
        return new BoundedFinding(new RecordFinding(entities, realm)).find(query);
    }

    @Override
    public Optional<LedgerRecord> find(RealmModel realm, String id) {
        return entity(realm, id).map(RecordRows::toRecord);
    }

    @Override
    public Optional<LoggedRecord> logged(RealmModel realm, String id) {
        return entity(realm, id)
                .map(entity -> new LoggedRecord(
                        RecordRows.toRecord(entity), RecordForms.of(entity), Optional.ofNullable(entity.logIndex)));
    }

    private Optional<RecordEntity> entity(RealmModel realm, String id) {
        return entities.createNamedQuery(RecordEntity.BY_ID, Object[].class)
                .setParameter("id", id)
                .setParameter("realmId", realm.getId())
                .getResultStream()
                .findFirst()
                .map(reading::entity);
    }

    @Override
    public RetentionRuns retentionRuns() {
        return new JpaRetentionRuns(entities);
    }

    @Override
    public List<DecisionsAlike> decisionsAlike(RealmModel realm, String agreementKey, int version) {
        return new AlikeDecisions(entities, realm.getId()).find(agreementKey, version);
    }

    @Override
    public Holds holds() {
        return new JpaHolds(entities, rows, departures);
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
    public RealmVerification verification(RealmModel realm) {
        return verificationOpener.apply(realm, verifications());
    }

    @Override
    public LogVerifications verifications() {
        return new JpaLogVerifications(entities);
    }

    @Override
    public LedgerSource stored(String realmId) {
        return sources.apply(realmId);
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
}
