package io.agreements.keycloak.jpa.acceptance;

import io.agreements.keycloak.acceptance.user.PersonName;
import io.agreements.keycloak.acceptance.user.Slice;
import io.agreements.keycloak.acceptance.user.UserDecision;
import io.agreements.keycloak.acceptance.user.UserFilter;
import io.agreements.keycloak.acceptance.user.VisibleUsers;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.UserEntity;

/** Finds users for whom no standing counts. */
final class PendingQuery {

    private final EntityManager entities;
    private final CriteriaBuilder builder;
    private final UserPermissions permitted;
    private final StandingConditions standings;

    PendingQuery(EntityManager entities, UserPermissions permitted) {
        this.entities = entities;
        this.builder = entities.getCriteriaBuilder();
        this.permitted = permitted;
        this.standings = new StandingConditions(builder);
    }

    boolean isNarrowed(RealmModel realm, VisibleUsers visible) {
        return permitted.isNarrowed(realm, visible, builder);
    }

    List<User> list(RealmModel realm, UserFilter filter, VisibleUsers visible, Slice slice, Shape shape) {
        CriteriaQuery<Tuple> query = builder.createTupleQuery();
        Root<UserEntity> user = query.from(UserEntity.class);
        List<Predicate> conditions = pending(realm, filter, visible, query, user);
        UserDecision after = slice.after();
        if (after != null) {
            conditions.add(builder.greaterThan(user.get("username"), after.username()));
        }
        return read(query, user, conditions, shape, slice.first(), slice.max());
    }

    /** Those of these users who are pending, by name. */
    List<User> among(List<String> userIds, RealmModel realm, UserFilter filter, VisibleUsers visible, int max) {
        CriteriaQuery<Tuple> query = builder.createTupleQuery();
        Root<UserEntity> user = query.from(UserEntity.class);
        List<Predicate> conditions = pending(realm, filter, visible, query, user);
        conditions.add(user.get("id").in(userIds));
        return read(query, user, conditions, Shape.WHOLE, 0, max);
    }

    long countUsers(RealmModel realm) {
        CriteriaQuery<Long> query = builder.createQuery(Long.class);
        query.select(builder.count(builder.literal(1))).where(usersOf(realm, query.from(UserEntity.class)));
        return entities.createQuery(query).getSingleResult();
    }

    /** How many standings count, of whomever. */
    long countSettled(UserFilter filter) {
        CriteriaQuery<Long> query = builder.createQuery(Long.class);
        Root<StandingEntity> standing = query.from(StandingEntity.class);
        query.select(builder.count(builder.literal(1)))
                .where(standings.counting(query, standing, filter.withoutRequests()));
        return entities.createQuery(query).getSingleResult();
    }

    private List<User> read(
            CriteriaQuery<Tuple> query,
            Root<UserEntity> user,
            List<Predicate> conditions,
            Shape shape,
            int first,
            int max) {
        query.select(builder.tuple(
                        user.get("id"),
                        user.get("username"),
                        user.get("firstName"),
                        user.get("lastName"),
                        user.get("email")))
                .where(conditions)
                .orderBy(builder.asc(shape.order(builder, user.get("username"))));
        return entities.createQuery(query).setFirstResult(first).setMaxResults(max).getResultList().stream()
                .map(row -> new User(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        new PersonName(row.get(2, String.class), row.get(3, String.class), row.get(4, String.class))))
                .toList();
    }

    private List<Predicate> pending(
            RealmModel realm, UserFilter filter, VisibleUsers visible, CriteriaQuery<?> query, Root<UserEntity> user) {
        List<Predicate> conditions = usersOf(realm, user);
        conditions.add(builder.not(builder.exists(settled(query, user, filter))));
        conditions.addAll(permitted.conditions(realm, visible, builder, query, user));
        return conditions;
    }

    private List<Predicate> usersOf(RealmModel realm, Path<UserEntity> user) {
        List<Predicate> conditions = new ArrayList<>();
        conditions.add(builder.equal(user.get("realmId"), realm.getId()));
        conditions.add(builder.isNull(user.get("serviceAccountClientLink")));
        return conditions;
    }

    private Subquery<Integer> settled(AbstractQuery<?> query, Path<UserEntity> user, UserFilter filter) {
        Subquery<Integer> settled = query.subquery(Integer.class);
        Root<StandingEntity> standing = settled.from(StandingEntity.class);
        List<Predicate> conditions = standings.counting(settled, standing, filter);
        conditions.add(builder.equal(standing.get("userId"), user.get("id")));
        return settled.select(builder.literal(1)).where(conditions);
    }

    /** A user who is pending. */
    record User(String id, String username, PersonName name) {}

    /** How a database is to find them. */
    enum Shape {

        /** In the order of the index over realm and name, so that it can end as soon as the page is full. */
        WALK {
            @Override
            Expression<String> order(CriteriaBuilder builder, Expression<String> name) {
                return name;
            }
        },

        /** In an order that no index has, so that nothing is gained by an end before the last. */
        WHOLE {
            @Override
            Expression<String> order(CriteriaBuilder builder, Expression<String> name) {
                return builder.concat(name, "");
            }
        };

        abstract Expression<String> order(CriteriaBuilder builder, Expression<String> name);
    }
}
