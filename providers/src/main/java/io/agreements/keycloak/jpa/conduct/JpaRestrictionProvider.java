package io.agreements.keycloak.jpa.conduct;

import io.agreements.keycloak.conduct.Appeal;
import io.agreements.keycloak.conduct.ListedRestriction;
import io.agreements.keycloak.conduct.Restriction;
import io.agreements.keycloak.conduct.RestrictionProvider;
import io.agreements.keycloak.conduct.RestrictionQuery;
import io.agreements.keycloak.conduct.barred.BarredNames;
import io.agreements.keycloak.jpa.Collisions;
import io.agreements.keycloak.jpa.InParts;
import io.agreements.keycloak.jpa.Prefixes;
import io.agreements.keycloak.jpa.UserRows;
import io.agreements.keycloak.jpa.UserSearch;
import io.agreements.keycloak.ledger.UserIds;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/** Keeps restrictions in {@code AGR_RESTRICTION}. */
final class JpaRestrictionProvider implements RestrictionProvider {

    /** The first condition follows from the rest, and is what an index can be searched by. */
    private static final String BEHIND = " and r.from <= :behind and (r.from < :behind or r.id > :behindId)";

    private final EntityManager entities;
    private final UserRows rows;
    private final RestrictedRealms realms;

    JpaRestrictionProvider(EntityManager entities, UserRows rows, RestrictedRealms realms) {
        this.entities = entities;
        this.rows = rows;
        this.realms = realms;
    }

    @Override
    public boolean concerns(RealmModel realm) {
        return realms.concerns(
                realm,
                () -> !entities.createNamedQuery(RestrictionEntity.NOT_ENDED_BY_REALM, String.class)
                        .setParameter("realmId", realm.getId())
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty());
    }

    @Override
    public List<Restriction> notEnded(RealmModel realm, String userId) {
        return entities
                .createNamedQuery(RestrictionEntity.NOT_ENDED_BY_USER, RestrictionEntity.class)
                .setParameter("userId", userId)
                .setParameter("realmId", realm.getId())
                .getResultList()
                .stream()
                .map(this::read)
                .toList();
    }

    @Override
    public boolean add(Restriction restriction) {
        if (!rows.hold(restriction.userId())) {
            return false;
        }
        RestrictionEntity entity = RestrictionEntity.of(restriction);
        Collisions.telling(() -> {
            entities.persist(entity);
            entities.flush();
            return entity;
        });
        entities.detach(entity);
        return true;
    }

    @Override
    public boolean change(Restriction restriction) {
        return changesOne(entities.createNamedQuery(RestrictionEntity.CHANGE)
                .setParameter("id", restriction.id())
                .setParameter("changes", restriction.changes())
                .setParameter("grounds", RestrictionEntity.grounds(restriction.statement()))
                .setParameter("facts", restriction.statement().facts())
                .setParameter("article", restriction.statement().article())
                .setParameter("appeal", restriction.statement().appeal())
                .setParameter("until", RestrictionEntity.millis(restriction.until()))
                .setParameter("due", RestrictionEntity.due(restriction)));
    }

    @Override
    public boolean end(Restriction restriction) {
        return changesOne(entities.createNamedQuery(RestrictionEntity.END)
                .setParameter("id", restriction.id())
                .setParameter("endedAt", restriction.ended().at().toEpochMilli())
                .setParameter("ending", restriction.ended().how().name())
                .setParameter("endedBy", restriction.ended().administratorId()));
    }

    @Override
    public List<Restriction> due(Instant now, Restriction after, int max) {
        return entities
                .createNamedQuery(RestrictionEntity.DUE, RestrictionEntity.class)
                .setParameter("now", now.toEpochMilli())
                .setParameter("lastDue", after == null ? -1L : after.until().toEpochMilli())
                .setParameter("lastId", after == null ? "-" : after.id())
                .setMaxResults(max)
                .getResultList()
                .stream()
                .map(this::read)
                .toList();
    }

    @Override
    public boolean miss(Restriction notice, Instant now) {
        return changesOne(entities.createNamedQuery(RestrictionEntity.MISS)
                .setParameter("id", notice.id())
                .setParameter("due", RestrictionEntity.due(notice))
                .setParameter("now", now.toEpochMilli()));
    }

    @Override
    public boolean appeal(Restriction appealed) {
        return changesOne(entities.createNamedQuery(RestrictionEntity.APPEAL)
                .setParameter("id", appealed.id())
                .setParameter("text", appealed.appeal().text())
                .setParameter("at", appealed.appeal().at().toEpochMilli()));
    }

    @Override
    public boolean answer(Restriction answered) {
        Appeal.Answer answer = answered.appeal().answer();
        return changesOne(entities.createNamedQuery(RestrictionEntity.ANSWER)
                .setParameter("id", answered.id())
                .setParameter("outcome", answer.outcome().name())
                .setParameter("text", answer.text())
                .setParameter("at", answer.at().toEpochMilli())
                .setParameter("administrator", answer.administratorId()));
    }

    @Override
    public Optional<ListedRestriction> find(RealmModel realm, String id) {
        return entities.createNamedQuery(RestrictionEntity.WITH_NAMES, Object[].class)
                .setParameter("id", id)
                .setParameter("realmId", realm.getId())
                .getResultStream()
                .map(this::readWithNames)
                .findFirst();
    }

    @Override
    public List<ListedRestriction> find(RealmModel realm, RestrictionQuery query) {
        StringBuilder jpql =
                new StringBuilder(RestrictionEntity.SELECT_WITH_NAMES).append(" where r.realmId = :realmId");
        if (query.userId() != null) {
            jpql.append(" and r.userId = :userId");
        }
        if (query.kind() != null) {
            jpql.append(" and r.kind = :kind");
        }
        if (query.active() != null) {
            jpql.append(query.active() ? " and r.endedAt is null" : " and r.endedAt is not null");
        }
        if (query.appealed() != null) {
            jpql.append(
                    query.appealed()
                            ? " and r.appealedAt is not null and r.answeredAt is null"
                            : " and (r.appealedAt is null or r.answeredAt is not null)");
        }
        if (query.after() != null) {
            jpql.append(BEHIND);
        }
        TypedQuery<Object[]> found = entities.createQuery(
                        jpql.append(" order by r.from desc, r.id").toString(), Object[].class)
                .setParameter("realmId", realm.getId());
        if (query.userId() != null) {
            found.setParameter("userId", query.userId());
        }
        if (query.kind() != null) {
            found.setParameter("kind", query.kind().name());
        }
        if (query.after() != null) {
            found.setParameter("behind", query.after().from().toEpochMilli())
                    .setParameter("behindId", query.after().id());
        }
        return found.setFirstResult(query.first()).setMaxResults(query.max()).getResultList().stream()
                .map(this::readWithNames)
                .toList();
    }

    @Override
    public BarredNames barred() {
        return new JpaBarredNames(entities);
    }

    @Override
    public UserIds externalUsers(RealmModel realm, String after) {
        return UserSearch.in(entities, RestrictionEntity.class, "e.userId is not null")
                .external(realm, after);
    }

    @Override
    public void removeUsers(RealmModel realm, Collection<String> userIds) {
        InParts.of(userIds)
                .forEach(part -> entities.createNamedQuery(RestrictionEntity.DELETE_BY_USERS)
                        .setParameter("userIds", part)
                        .setParameter("realmId", realm.getId())
                        .executeUpdate());
    }

    @Override
    public void removeUsersOf(RealmModel realm, String userStoreId) {
        entities.createNamedQuery(RestrictionEntity.DELETE_USERS_GONE)
                .setParameter("realmId", realm.getId())
                .setParameter("storePrefix", Prefixes.ofUsersOf(userStoreId))
                .executeUpdate();
    }

    @Override
    public void removeRealm(RealmModel realm) {
        entities.createNamedQuery(RestrictionEntity.DELETE_BY_REALM)
                .setParameter("realmId", realm.getId())
                .executeUpdate();
        new JpaBarredNames(entities).removeRealm(realm.getId());
        realms.forget(realm.getId());
    }

    @Override
    public void close() {}

    private static boolean changesOne(Query change) {
        return Collisions.telling(change::executeUpdate) == 1;
    }

    /** What is changed by statements must not be answered from what was read before. */
    private Restriction read(RestrictionEntity entity) {
        entities.detach(entity);
        return entity.toRestriction();
    }

    private ListedRestriction readWithNames(Object[] row) {
        return new ListedRestriction(read((RestrictionEntity) row[0]), (String) row[1], (String) row[2]);
    }
}
