package io.agreements.keycloak.jpa.acceptance;

import io.agreements.keycloak.acceptance.Slice;
import io.agreements.keycloak.acceptance.UserDecision;
import io.agreements.keycloak.acceptance.UserFilter;
import io.agreements.keycloak.acceptance.VisibleUsers;
import io.agreements.keycloak.ledger.Decision;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.UserEntity;

/** Lists users who have still to decide, by name: those for whom there is no standing that counts. */
final class PendingUsers {

    private static final String LATEST = "select s.userId, s.versionNumber, s.decision, s.locale, s.decidedAt"
            + " from StandingEntity s where s.agreementId = :agreementId and s.userId in :ids";

    private final EntityManager entities;
    private final CriteriaBuilder builder;
    private final UserPermissions permitted;
    private final StandingConditions standings;

    PendingUsers(EntityManager entities, UserPermissions permitted) {
        this.entities = entities;
        this.builder = entities.getCriteriaBuilder();
        this.permitted = permitted;
        this.standings = new StandingConditions(builder);
    }

    List<UserDecision> list(RealmModel realm, UserFilter filter, VisibleUsers visible, Slice slice) {
        List<Tuple> users = entities.createQuery(chosen(realm, filter, visible, slice.after()))
                .setFirstResult(slice.first())
                .setMaxResults(slice.max())
                .getResultList();
        Map<String, Object[]> latest = latest(
                filter.agreementId(),
                users.stream().map(user -> user.get(0, String.class)).toList());
        return users.stream()
                .map(user -> decision(
                        user.get(0, String.class), user.get(1, String.class), latest.get(user.get(0, String.class))))
                .toList();
    }

    private CriteriaQuery<Tuple> chosen(RealmModel realm, UserFilter filter, VisibleUsers visible, UserDecision after) {
        CriteriaQuery<Tuple> query = builder.createTupleQuery();
        Root<UserEntity> user = query.from(UserEntity.class);
        List<Predicate> conditions = new ArrayList<>();
        conditions.add(builder.equal(user.get("realmId"), realm.getId()));
        conditions.add(builder.isNull(user.get("serviceAccountClientLink")));
        conditions.add(builder.not(builder.exists(settled(query, user, filter))));
        conditions.addAll(permitted.conditions(realm, visible, builder, query, user));
        if (after != null) {
            conditions.add(builder.greaterThan(user.get("username"), after.username()));
        }
        return query.select(builder.tuple(user.get("id"), user.get("username")))
                .where(conditions)
                .orderBy(builder.asc(user.get("username")));
    }

    private Subquery<Integer> settled(CriteriaQuery<?> query, Path<UserEntity> user, UserFilter filter) {
        Subquery<Integer> settled = query.subquery(Integer.class);
        Root<StandingEntity> standing = settled.from(StandingEntity.class);
        List<Predicate> conditions = standings.counting(settled, standing, filter);
        conditions.add(builder.equal(standing.get("userId"), user.get("id")));
        return settled.select(builder.literal(1)).where(conditions);
    }

    private Map<String, Object[]> latest(String agreementId, List<String> userIds) {
        Map<String, Object[]> latest = new HashMap<>();
        if (!userIds.isEmpty()) {
            entities.createQuery(LATEST, Object[].class)
                    .setParameter("agreementId", agreementId)
                    .setParameter("ids", userIds)
                    .getResultList()
                    .forEach(row -> latest.put((String) row[0], row));
        }
        return latest;
    }

    private static UserDecision decision(String userId, String username, Object[] latest) {
        return latest == null
                ? new UserDecision(userId, username, null, null, null, null)
                : new UserDecision(
                        userId,
                        username,
                        (Integer) latest[1],
                        (Decision) latest[2],
                        (String) latest[3],
                        Instant.ofEpochMilli((Long) latest[4]));
    }
}
