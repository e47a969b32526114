package io.agreements.keycloak.jpa.acceptance;

import io.agreements.keycloak.acceptance.user.PersonName;
import io.agreements.keycloak.acceptance.user.Slice;
import io.agreements.keycloak.acceptance.user.UserDecision;
import io.agreements.keycloak.acceptance.user.UserFilter;
import io.agreements.keycloak.acceptance.user.VisibleUsers;
import io.agreements.keycloak.jpa.StoredWords;
import io.agreements.keycloak.ledger.Decision;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Join;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.UserEntity;

/**
 * Lists users by where they stand. The rows of a page are chosen first, from one table and in the order of an index of it; what
 * other tables know is then read of these rows alone. In one statement a database may join whole tables before it chooses.
 */
final class UserLists {

    private final EntityManager entities;
    private final CriteriaBuilder builder;
    private final UserPermissions permitted;
    private final StandingConditions standings;
    private final RowsById byId;
    private final PendingUsers pending;

    UserLists(EntityManager entities, UserPermissions permitted, KeptNumbers kept) {
        this.entities = entities;
        this.builder = entities.getCriteriaBuilder();
        this.permitted = permitted;
        this.standings = new StandingConditions(builder);
        this.byId = new RowsById(entities);
        this.pending = new PendingUsers(entities, permitted, kept);
    }

    List<UserDecision> list(RealmModel realm, UserFilter filter, VisibleUsers visible, Slice slice) {
        UserFilter worth = needsRequests(filter) ? filter : filter.withoutRequests();
        return filter.status()
                .decision()
                .map(decision -> decided(realm, worth, decision, visible, slice))
                .orElseGet(() -> pending.list(realm, worth, visible, slice));
    }

    boolean isNarrowed(RealmModel realm, VisibleUsers visible) {
        return permitted.isNarrowed(realm, visible, builder);
    }

    private List<UserDecision> decided(
            RealmModel realm, UserFilter filter, Decision decision, VisibleUsers visible, Slice slice) {
        List<Tuple> rows = entities.createQuery(chosen(realm, filter, decision, visible, slice.after()))
                .setFirstResult(slice.first())
                .setMaxResults(slice.max())
                .getResultList();
        Map<String, RowsById.Called> names =
                byId.names(rows.stream().map(row -> row.get(0, String.class)).toList());
        Map<String, String> recorded = byId.recordedNames(rows.stream()
                .filter(row -> !names.containsKey(row.get(0, String.class)))
                .map(row -> row.get(5, String.class))
                .toList());
        return rows.stream()
                .map(row -> decision(
                        row,
                        names.getOrDefault(
                                row.get(0, String.class),
                                new RowsById.Called(recorded.get(row.get(5, String.class)), PersonName.NONE))))
                .toList();
    }

    private static UserDecision decision(Tuple row, RowsById.Called called) {
        return new UserDecision(
                row.get(0, String.class),
                called.username(),
                row.get(1, Integer.class),
                StoredWords.read(Decision.class, row.get(2, String.class)).orElse(null),
                row.get(3, String.class),
                Instant.ofEpochMilli(row.get(4, Long.class)),
                called.name());
    }

    private CriteriaQuery<Tuple> chosen(
            RealmModel realm, UserFilter filter, Decision decision, VisibleUsers visible, UserDecision after) {
        CriteriaQuery<Tuple> query = builder.createTupleQuery();
        Root<StandingEntity> standing = query.from(StandingEntity.class);
        List<Predicate> conditions = standings.counting(query, standing, filter, decision);
        conditions.addAll(permissions(realm, visible, query, standing));
        if (after != null) {
            conditions.addAll(behind(standing, after));
        }
        return query.select(builder.tuple(
                        standing.get("userId"),
                        standing.get("versionNumber"),
                        standing.get("decision"),
                        standing.get("locale"),
                        standing.get("decidedAt"),
                        standing.get("recordId")))
                .where(conditions)
                .orderBy(builder.desc(standing.get("decidedAt")), builder.desc(standing.get("userId")));
    }

    /** Only where some users may not be seen are they looked at before the page is chosen. */
    private List<Predicate> permissions(
            RealmModel realm, VisibleUsers visible, CriteriaQuery<?> query, Root<StandingEntity> standing) {
        if (!isNarrowed(realm, visible)) {
            return List.of();
        }
        Join<StandingEntity, UserEntity> user = standing.join(UserEntity.class, JoinType.INNER);
        user.on(builder.equal(user.get("id"), standing.get("userId")));
        return permitted.conditions(realm, visible, builder, query, user);
    }

    /** The first condition follows from the other; it is what an index can be searched by. */
    private List<Predicate> behind(Path<StandingEntity> standing, UserDecision after) {
        long decidedAt = after.decidedAt().toEpochMilli();
        return List.of(
                builder.le(standing.get("decidedAt"), decidedAt),
                builder.or(
                        builder.lt(standing.get("decidedAt"), decidedAt),
                        builder.lessThan(standing.get("userId"), after.userId())));
    }

    /** Whether requests are to be looked at for each user: hardly ever. */
    private boolean needsRequests(UserFilter filter) {
        return filter.toRenewAside() && isAnyAskedAgain(filter.agreementId());
    }

    private boolean isAnyAskedAgain(String agreementId) {
        return !entities.createQuery(
                        "select 1 from RenewalRequestEntity r where r.agreementId = :agreementId", Integer.class)
                .setParameter("agreementId", agreementId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
