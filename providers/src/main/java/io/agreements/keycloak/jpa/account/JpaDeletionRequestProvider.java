package io.agreements.keycloak.jpa.account;

import io.agreements.keycloak.account.deletion.DeletionRequest;
import io.agreements.keycloak.account.deletion.DeletionRequestProvider;
import io.agreements.keycloak.account.deletion.DeletionRequestProvider.Due;
import io.agreements.keycloak.account.deletion.QueuedDeletion;
import io.agreements.keycloak.account.deletion.StoredAttempts;
import io.agreements.keycloak.account.deletion.StoredEvents;
import io.agreements.keycloak.jpa.Beginning;
import io.agreements.keycloak.jpa.Collisions;
import io.agreements.keycloak.jpa.InParts;
import io.agreements.keycloak.jpa.InsertIfAbsent;
import io.agreements.keycloak.jpa.Prefixes;
import io.agreements.keycloak.jpa.UserSearch;
import io.agreements.keycloak.ledger.UserIds;
import io.agreements.keycloak.task.Slots;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Keeps deletion requests in {@code AGR_DELETION_REQUEST}. */
final class JpaDeletionRequestProvider implements DeletionRequestProvider {

    private final KeycloakSession session;
    private final EntityManager entities;

    JpaDeletionRequestProvider(KeycloakSession session, EntityManager entities) {
        this.session = session;
        this.entities = entities;
    }

    @Override
    public Optional<DeletionRequest> find(RealmModel realm, String userId) {
        return read(entities.createNamedQuery(DeletionRequestEntity.BY_USER, DeletionRequestEntity.class)
                        .setParameter("userId", userId)
                        .setParameter("realmId", realm.getId()))
                .stream()
                .findFirst();
    }

    @Override
    public boolean add(DeletionRequest request) {
        return Collisions.telling(() -> InsertIfAbsent.insert(entities, DeletionRequestEntity.of(request)));
    }

    @Override
    public boolean remove(RealmModel realm, String userId) {
        return changesOne(entities.createNamedQuery(DeletionRequestEntity.DELETE)
                .setParameter("userId", userId)
                .setParameter("realmId", realm.getId()));
    }

    @Override
    public boolean take(RealmModel realm, String userId, Instant now) {
        return changesOne(entities.createNamedQuery(DeletionRequestEntity.DELETE_DUE)
                .setParameter("userId", userId)
                .setParameter("realmId", realm.getId())
                .setParameter("now", now.toEpochMilli()));
    }

    /** Locked in one order, so that of two who take the same users one waits for the other. */
    @Override
    public List<String> take(RealmModel realm, Collection<String> userIds, Instant now) {
        return InParts.of(userIds)
                .flatMap(part -> Collisions.telling(() -> takeSome(realm, part, now)).stream())
                .toList();
    }

    private List<String> takeSome(RealmModel realm, List<String> userIds, Instant now) {
        List<String> due = read(entities.createNamedQuery(DeletionRequestEntity.STILL_DUE, DeletionRequestEntity.class)
                        .setParameter("userIds", userIds)
                        .setParameter("realmId", realm.getId())
                        .setParameter("now", now.toEpochMilli())
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE))
                .stream()
                .map(DeletionRequest::userId)
                .toList();
        removeUsers(realm, due);
        return due;
    }

    @Override
    public void removeUsers(RealmModel realm, Collection<String> userIds) {
        InParts.of(userIds)
                .forEach(part -> entities.createNamedQuery(DeletionRequestEntity.DELETE_BY_USERS)
                        .setParameter("userIds", part)
                        .setParameter("realmId", realm.getId())
                        .executeUpdate());
    }

    @Override
    public boolean hold(RealmModel realm, String userId, DeletionRequest.Hold hold) {
        return changesOne(entities.createNamedQuery(DeletionRequestEntity.HOLD)
                .setParameter("userId", userId)
                .setParameter("realmId", realm.getId())
                .setParameter("heldAt", hold == null ? null : hold.since().toEpochMilli())
                .setParameter("heldBy", hold == null ? null : hold.administratorId())
                .setParameter("holdReason", hold == null ? null : hold.reason()));
    }

    @Override
    public List<QueuedDeletion> queue(RealmModel realm, int first, Place after, int max) {
        return entities
                .createNamedQuery(DeletionRequestEntity.QUEUE, Object[].class)
                .setParameter("realmId", realm.getId())
                .setParameter(
                        "afterDueAt",
                        after == null ? Long.MIN_VALUE : after.dueAt().toEpochMilli())
                .setParameter("afterUserId", after == null ? Beginning.ofAll() : after.userId())
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList()
                .stream()
                .map(this::readWithNames)
                .toList();
    }

    @Override
    public Optional<QueuedDeletion> queued(RealmModel realm, String userId) {
        return entities.createNamedQuery(DeletionRequestEntity.QUEUED, Object[].class)
                .setParameter("userId", userId)
                .setParameter("realmId", realm.getId())
                .getResultStream()
                .map(this::readWithNames)
                .findFirst();
    }

    @Override
    public List<Due> firstDue(Instant now, int max) {
        return readDue(entities.createNamedQuery(DeletionRequestEntity.DUE, Object[].class)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(max));
    }

    @Override
    public List<Due> due(Instant now, Slots slots, Due after, int max) {
        return readDue(entities.createNamedQuery(DeletionRequestEntity.DUE_IN_SLOTS, Object[].class)
                .setParameter("first", after == null ? slots.first() : after.slot())
                .setParameter("last", slots.last())
                .setParameter("now", now.toEpochMilli())
                .setParameter(
                        "afterDueAt",
                        after == null ? Long.MIN_VALUE : after.dueAt().toEpochMilli())
                .setParameter("afterUserId", after == null ? Beginning.ofAll() : after.userId())
                .setMaxResults(max));
    }

    @Override
    public UserIds missingUsers(RealmModel realm, String after) {
        return search().missing(realm, after);
    }

    @Override
    public UserIds externalUsers(RealmModel realm, String after) {
        return search().external(realm, after);
    }

    private UserSearch search() {
        return UserSearch.in(entities, DeletionRequestEntity.class, "e.userId is not null");
    }

    @Override
    public void removeUsersOf(RealmModel realm, String userStoreId) {
        entities.createNamedQuery(DeletionRequestEntity.DELETE_USERS_GONE)
                .setParameter("realmId", realm.getId())
                .setParameter("storePrefix", Prefixes.ofUsersOf(userStoreId))
                .executeUpdate();
    }

    @Override
    public void removeRealm(RealmModel realm) {
        entities.createNamedQuery(DeletionRequestEntity.DELETE_BY_REALM)
                .setParameter("realmId", realm.getId())
                .executeUpdate();
    }

    @Override
    public StoredEvents storedEvents() {
        return new JpaStoredEvents(session, entities);
    }

    @Override
    public StoredAttempts storedAttempts() {
        return new JpaStoredAttempts(entities);
    }

    @Override
    public void close() {}

    private static boolean changesOne(Query change) {
        return Collisions.telling(change::executeUpdate) == 1;
    }

    /** What is changed by statements must not be answered from what was read before. */
    private DeletionRequest read(DeletionRequestEntity entity) {
        entities.detach(entity);
        return entity.toRequest();
    }

    private static List<Due> readDue(TypedQuery<Object[]> query) {
        return query.getResultStream()
                .map(row -> new Due(
                        (String) row[0], (String) row[1], Instant.ofEpochMilli((Long) row[2]), (Integer) row[3]))
                .toList();
    }

    private QueuedDeletion readWithNames(Object[] row) {
        return new QueuedDeletion(read((DeletionRequestEntity) row[0]), (String) row[1], (String) row[2]);
    }

    private List<DeletionRequest> read(TypedQuery<DeletionRequestEntity> query) {
        return query.getResultList().stream().map(this::read).toList();
    }
}
