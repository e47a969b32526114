package io.agreements.keycloak.jpa.disclosure;

import io.agreements.keycloak.disclosure.ConcernedUser;
import io.agreements.keycloak.disclosure.Disclosure;
import io.agreements.keycloak.disclosure.DisclosureProvider;
import io.agreements.keycloak.disclosure.DisclosureQuery;
import io.agreements.keycloak.disclosure.ListedDisclosure;
import io.agreements.keycloak.jpa.Beginning;
import io.agreements.keycloak.jpa.Collisions;
import io.agreements.keycloak.jpa.InParts;
import io.agreements.keycloak.jpa.InsertIfAbsent;
import io.agreements.keycloak.jpa.Prefixes;
import io.agreements.keycloak.jpa.UserSearch;
import io.agreements.keycloak.ledger.UserIds;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.RealmModel;

/** Keeps the register in {@code AGR_DISCLOSURE} and {@code AGR_DISCLOSURE_USER}. */
final class JpaDisclosureProvider implements DisclosureProvider {

    /** Administrators are often users of another realm; ids are unique among all. */
    private static final String LISTED = "select d,"
            + " (select count(c.userId) from ConcernedUserEntity c where c.disclosureId = d.id),"
            + " (select count(t.userId) from ConcernedUserEntity t"
            + " where t.disclosureId = d.id and t.toldAt is not null),"
            + " a.username from DisclosureEntity d left join UserEntity a on a.id = d.registeredBy"
            + " where d.realmId = :realmId";

    private static final String CONCERNED = "select d, u from ConcernedUserEntity u join DisclosureEntity d"
            + " on d.id = u.disclosureId where d.realmId = :realmId";

    /** The first condition follows from the rest, and is what an index can be searched by. */
    private static final String BEHIND = " and d.registeredAt <= :behind and (d.registeredAt < :behind or ";

    private static final String PASS_ON = "insert into ConcernedUserEntity (disclosureId, userId, realmId, tellAt)"
            + " select d.id, u.userId, u.realmId, coalesce(d.notBefore, d.registeredAt)"
            + " from ConcernedUserEntity u join DisclosureEntity d on d.corrects = u.disclosureId where d.id = :id";

    private final EntityManager entities;

    JpaDisclosureProvider(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void add(Disclosure disclosure) {
        DisclosureEntity entity = DisclosureEntity.of(disclosure);
        Collisions.telling(() -> {
            entities.persist(entity);
            entities.flush();
            return entity;
        });
        entities.detach(entity);
    }

    @Override
    public int concern(Disclosure disclosure, Collection<String> userIds) {
        return Collisions.telling(() -> (int) userIds.stream()
                .distinct()
                .filter(userId -> InsertIfAbsent.insert(entities, ConcernedUserEntity.of(disclosure, userId)))
                .count());
    }

    @Override
    public boolean hold(Disclosure disclosure) {
        List<DisclosureEntity> current =
                Collisions.telling(() -> entities.createNamedQuery(DisclosureEntity.CURRENT, DisclosureEntity.class)
                        .setParameter("id", disclosure.id())
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList());
        current.forEach(entities::detach);
        return !current.isEmpty();
    }

    @Override
    public void replace(Disclosure wrong, Disclosure right) {
        entities.createNamedQuery(DisclosureEntity.CORRECT)
                .setParameter("id", wrong.id())
                .setParameter("correctedBy", right.id())
                .executeUpdate();
        entities.createNamedQuery(ConcernedUserEntity.TELL_NOBODY)
                .setParameter("id", wrong.id())
                .executeUpdate();
    }

    @Override
    public int passOnUsers(Disclosure right) {
        return entities.createQuery(PASS_ON).setParameter("id", right.id()).executeUpdate();
    }

    @Override
    public boolean isToldOtherwise(Disclosure right, String userId) {
        return new Corrections(entities, userId).isToldBefore(right.corrects());
    }

    @Override
    public Set<String> toldOtherwise(String userId, Collection<String> disclosureIds) {
        return new Corrections(entities, userId).toldAfter(disclosureIds);
    }

    @Override
    public Optional<ListedDisclosure> find(RealmModel realm, String id) {
        return entities
                .createQuery(LISTED + " and d.id = :id", Object[].class)
                .setParameter("realmId", realm.getId())
                .setParameter("id", id)
                .getResultList()
                .stream()
                .map(this::listed)
                .findFirst();
    }

    @Override
    public List<ListedDisclosure> find(RealmModel realm, DisclosureQuery query) {
        String user = query.userId() == null
                ? ""
                : " and exists (select 1 from ConcernedUserEntity x"
                        + " where x.disclosureId = d.id and x.userId = :userId)";
        String behind = query.after() == null ? "" : BEHIND + "d.id > :behindId)";
        return asked(LISTED + user + behind, " order by d.registeredAt desc, d.id", realm, query)
                .getResultList()
                .stream()
                .map(this::listed)
                .toList();
    }

    @Override
    public List<ConcernedUser> users(RealmModel realm, DisclosureQuery query) {
        String user = query.userId() == null ? "" : " and u.userId = :userId";
        String behind = query.after() == null
                ? ""
                : BEHIND + "d.id > :behindId or d.id = :behindId and u.userId > :behindUserId)";
        return asked(CONCERNED + user + behind, " order by d.registeredAt desc, d.id, u.userId", realm, query)
                .getResultList()
                .stream()
                .map(this::concerned)
                .toList();
    }

    private TypedQuery<Object[]> asked(String jpql, String order, RealmModel realm, DisclosureQuery query) {
        String ground = query.ground() == null ? "" : " and d.ground = :ground";
        TypedQuery<Object[]> asked =
                entities.createQuery(jpql + ground + order, Object[].class).setParameter("realmId", realm.getId());
        if (query.userId() != null) {
            asked.setParameter("userId", query.userId());
        }
        if (query.ground() != null) {
            asked.setParameter("ground", query.ground());
        }
        if (query.after() != null) {
            asked.setParameter("behind", query.after().registeredAt().toEpochMilli())
                    .setParameter("behindId", query.after().disclosureId());
            if (query.after().userId() != null) {
                asked.setParameter("behindUserId", query.after().userId());
            }
        }
        return asked.setFirstResult(query.first()).setMaxResults(query.max());
    }

    @Override
    public List<ConcernedUser> users(Disclosure disclosure, int first, String after, int max) {
        return entities
                .createNamedQuery(ConcernedUserEntity.OF_DISCLOSURE, ConcernedUserEntity.class)
                .setParameter("id", disclosure.id())
                .setParameter("after", Beginning.orBehind(after))
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList()
                .stream()
                .map(row -> read(row, disclosure))
                .toList();
    }

    @Override
    public List<ConcernedUser> tellable(Instant now, ConcernedUser after, int max) {
        return entities
                .createNamedQuery(ConcernedUserEntity.TELLABLE, Object[].class)
                .setParameter("now", now.toEpochMilli())
                .setParameter(
                        "lastTellAt",
                        after == null
                                ? Long.MIN_VALUE
                                : after.disclosure().tellableAt().toEpochMilli())
                .setParameter("lastUser", after == null ? Beginning.ofAll() : after.userId())
                .setParameter(
                        "lastId",
                        after == null ? Beginning.ofAll() : after.disclosure().id())
                .setMaxResults(max)
                .getResultList()
                .stream()
                .map(this::concerned)
                .toList();
    }

    @Override
    public boolean tell(ConcernedUser user, Instant toldAt) {
        return entities.createNamedQuery(ConcernedUserEntity.TELL)
                        .setParameter("id", user.disclosure().id())
                        .setParameter("userId", user.userId())
                        .setParameter("toldAt", toldAt == null ? null : toldAt.toEpochMilli())
                        .executeUpdate()
                == 1;
    }

    @Override
    public UserIds externalUsers(RealmModel realm, String after) {
        return UserSearch.in(entities, ConcernedUserEntity.class, "e.userId is not null")
                .external(realm, after);
    }

    @Override
    public void removeUsers(RealmModel realm, Collection<String> userIds) {
        InParts.of(userIds)
                .forEach(part -> entities.createNamedQuery(ConcernedUserEntity.DELETE_BY_USERS)
                        .setParameter("userIds", part)
                        .setParameter("realmId", realm.getId())
                        .executeUpdate());
    }

    @Override
    public void removeUsersOf(RealmModel realm, String userStoreId) {
        entities.createNamedQuery(ConcernedUserEntity.DELETE_EXTERNAL)
                .setParameter("realmId", realm.getId())
                .setParameter("prefix", userStoreId == null ? Prefixes.with("f:") : Prefixes.ofUsersOf(userStoreId))
                .executeUpdate();
    }

    private ListedDisclosure listed(Object[] row) {
        return new ListedDisclosure(
                read((DisclosureEntity) row[0]), ((Number) row[1]).longValue(), ((Number) row[2]).longValue(), (String)
                        row[3]);
    }

    private ConcernedUser concerned(Object[] row) {
        return read((ConcernedUserEntity) row[1], read((DisclosureEntity) row[0]));
    }

    /** What is changed by statements must not be answered from what was read before. */
    private ConcernedUser read(ConcernedUserEntity row, Disclosure disclosure) {
        entities.detach(row);
        return row.toUser(disclosure);
    }

    private Disclosure read(DisclosureEntity row) {
        entities.detach(row);
        return row.toDisclosure();
    }
}
