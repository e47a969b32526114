package io.agreements.keycloak.jpa.acceptance;

import io.agreements.keycloak.acceptance.DecisionHistory;
import io.agreements.keycloak.acceptance.Slice;
import io.agreements.keycloak.acceptance.StandingCount;
import io.agreements.keycloak.acceptance.UserCount;
import io.agreements.keycloak.acceptance.UserDecision;
import io.agreements.keycloak.acceptance.UserFilter;
import io.agreements.keycloak.acceptance.VisibleUsers;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.jpa.StoredWords;
import io.agreements.keycloak.jpa.ledger.RecordEntity;
import io.agreements.keycloak.ledger.Decision;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CompoundSelection;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.Join;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.UserEntity;

/** Counts and lists standings and the users they are of; a few statements each, whatever the number of users. */
final class StandingQueries {

    /** Ids of users whom an external store keeps begin so. */
    private static final String EXTERNAL = "f:%";

    /** The type of the components by which a realm has external stores of users. */
    private static final String USER_STORE = "org.keycloak.storage.UserStorageProvider";

    private final EntityManager entities;
    private final CriteriaBuilder builder;
    private final PermittedUsers permitted;

    StandingQueries(EntityManager entities, PermittedUsers permitted) {
        this.entities = entities;
        this.builder = entities.getCriteriaBuilder();
        this.permitted = permitted;
    }

    Map<String, List<StandingCount>> count(
            RealmModel realm, List<Agreement> agreements, Instant now, VisibleUsers visible) {
        Map<String, List<StandingCount>> counts = new HashMap<>();
        agreements.forEach(agreement -> counts.put(agreement.id(), new ArrayList<>()));
        if (agreements.isEmpty()) {
            return counts;
        }
        Map<Position, Long> lapsed = lapsed(realm, agreements, now, visible);
        toRenew(realm, agreements, now, visible).forEach((position, users) -> lapsed.merge(position, users, Long::sum));
        for (Tuple row :
                grouped(realm, visible, standing -> standing.get("agreementId").in(counts.keySet()))) {
            Position position = Position.of(row);
            position.known()
                    .ifPresent(decision -> counts.get(position.agreementId())
                            .add(new StandingCount(
                                    position.versionNumber(),
                                    decision,
                                    number(row.get(3)),
                                    lapsed.getOrDefault(position, 0L))));
        }
        return counts;
    }

    UserCount countUsers(RealmModel realm, List<Agreement> agreements, VisibleUsers visible) {
        CriteriaQuery<Long> query = builder.createQuery(Long.class);
        Root<UserEntity> user = query.from(UserEntity.class);
        List<Predicate> conditions = usersOf(realm, user);
        conditions.addAll(permitted.conditions(realm, visible, builder, query, user));
        // Not of the id, so that an index without it will do.
        query.select(builder.count(builder.literal(1))).where(conditions);
        return new UserCount(entities.createQuery(query).getSingleResult(), countExternal(realm, agreements, visible));
    }

    List<DecisionHistory.Count> history(RealmModel realm, Agreement agreement, int fromVersion, VisibleUsers visible) {
        CriteriaQuery<Tuple> query = builder.createTupleQuery();
        Root<StandingEntity> standing = query.from(StandingEntity.class);
        long grain = DecisionHistory.GRAIN.toMillis();
        Expression<? extends Number> from =
                builder.floor(builder.quot(standing.<Long>get("decidedAt"), builder.literal(grain)));
        List<Predicate> conditions = visibleStandings(realm, visible, query, standing);
        conditions.add(builder.equal(standing.get("agreementId"), agreement.id()));
        conditions.add(builder.ge(standing.get("versionNumber"), fromVersion));
        query.select(builder.tuple(from, standing.get("decision"), builder.count(builder.literal(1))))
                .where(conditions)
                .groupBy(from, standing.get("decision"));
        return entities.createQuery(query).getResultList().stream()
                .flatMap(row -> StoredWords.read(Decision.class, row.get(1, String.class))
                        .map(decision -> new DecisionHistory.Count(
                                Instant.ofEpochMilli(number(row.get(0)) * grain), decision, number(row.get(2))))
                        .stream())
                .toList();
    }

    List<UserDecision> users(RealmModel realm, UserFilter filter, VisibleUsers visible, Slice slice) {
        UserFilter worth = needsRequests(filter, slice) ? filter : filter.withoutRequests();
        CriteriaQuery<Tuple> query = filter.status()
                .decision()
                .map(decision -> decided(realm, worth, decision, visible, slice.after()))
                .orElseGet(() -> pending(realm, worth, visible, slice.after()));
        return entities
                .createQuery(query)
                .setFirstResult(slice.first())
                .setMaxResults(slice.max())
                .getResultList()
                .stream()
                .map(StandingQueries::toUserDecision)
                .toList();
    }

    private CriteriaQuery<Tuple> pending(
            RealmModel realm, UserFilter filter, VisibleUsers visible, UserDecision after) {
        CriteriaQuery<Tuple> query = builder.createTupleQuery();
        Root<UserEntity> user = query.from(UserEntity.class);
        Join<UserEntity, StandingEntity> latest = user.join(StandingEntity.class, JoinType.LEFT);
        latest.on(
                builder.equal(latest.get("userId"), user.get("id")),
                builder.equal(latest.get("agreementId"), filter.agreementId()));
        List<Predicate> conditions = usersOf(realm, user);
        conditions.add(builder.not(builder.exists(settled(query, user, filter))));
        conditions.addAll(permitted.conditions(realm, visible, builder, query, user));
        if (after != null) {
            conditions.add(builder.greaterThan(user.get("username"), after.username()));
        }
        return query.select(userDecision(user.get("id"), user.get("username"), latest))
                .where(conditions)
                .orderBy(builder.asc(user.get("username")));
    }

    /** Apart from the join of the latest decision: a database can tell from this how many are left. */
    private Subquery<Integer> settled(CriteriaQuery<?> query, Path<UserEntity> user, UserFilter filter) {
        Subquery<Integer> settled = query.subquery(Integer.class);
        Root<StandingEntity> standing = settled.from(StandingEntity.class);
        List<Predicate> conditions = counting(settled, standing, filter);
        conditions.add(builder.equal(standing.get("userId"), user.get("id")));
        return settled.select(builder.literal(1)).where(conditions);
    }

    private CriteriaQuery<Tuple> decided(
            RealmModel realm, UserFilter filter, Decision decision, VisibleUsers visible, UserDecision after) {
        CriteriaQuery<Tuple> query = builder.createTupleQuery();
        Root<StandingEntity> standing = query.from(StandingEntity.class);
        Join<StandingEntity, UserEntity> user = standing.join(UserEntity.class, JoinType.LEFT);
        user.on(builder.equal(user.get("id"), standing.get("userId")));
        Join<StandingEntity, RecordEntity> entry = standing.join(RecordEntity.class, JoinType.LEFT);
        entry.on(builder.equal(entry.get("id"), standing.get("recordId")));
        List<Predicate> conditions = counting(query, standing, filter);
        conditions.add(builder.equal(standing.get("decision"), decision.name()));
        List<Predicate> permissions = permitted.conditions(realm, visible, builder, query, user);
        if (!permissions.isEmpty()) {
            conditions.add(builder.isNotNull(user.get("id")));
            conditions.addAll(permissions);
        }
        if (after != null) {
            conditions.addAll(behind(standing, after));
        }
        Expression<String> username = builder.coalesce(user.get("username"), entry.get("username"));
        return query.select(userDecision(standing.get("userId"), username, standing))
                .where(conditions)
                .orderBy(builder.desc(standing.get("decidedAt")), builder.desc(standing.get("userId")));
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

    private List<Predicate> counting(AbstractQuery<?> query, Path<StandingEntity> standing, UserFilter filter) {
        List<Predicate> conditions = new ArrayList<>();
        conditions.add(builder.equal(standing.get("agreementId"), filter.agreementId()));
        conditions.add(builder.ge(standing.get("versionNumber"), filter.fromVersion()));
        if (filter.toVersion() < Integer.MAX_VALUE) {
            conditions.add(builder.le(standing.get("versionNumber"), filter.toVersion()));
        }
        if (filter.lapsedAt() != null) {
            conditions.add(builder.or(
                    builder.not(standing.get("decision").in(StoredWords.of(Decision.AFFIRMATIVE))),
                    builder.gt(standing.get("decidedAt"), filter.lapsedAt().toEpochMilli())));
        }
        if (filter.toRenewAside()) {
            Subquery<Integer> toRenew = query.subquery(Integer.class);
            Root<RenewalRequestEntity> request = toRenew.from(RenewalRequestEntity.class);
            toRenew.select(builder.literal(1)).where(isAbout(request, standing));
            conditions.add(builder.not(builder.exists(toRenew)));
        }
        return conditions;
    }

    /** Whether requests are to be looked at for each user: hardly ever. Whoever goes on behind a row does not ask again. */
    private boolean needsRequests(UserFilter filter, Slice slice) {
        return filter.toRenewAside() && (slice.after() != null || isAnyAskedAgain(filter.agreementId()));
    }

    private boolean isAnyAskedAgain(String agreementId) {
        return !entities.createQuery(
                        "select 1 from RenewalRequestEntity r where r.agreementId = :agreementId", Integer.class)
                .setParameter("agreementId", agreementId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Acceptances that administrators ask for again, and that have not lapsed anyway; found from the few requests. */
    private Map<Position, Long> toRenew(
            RealmModel realm, List<Agreement> agreements, Instant now, VisibleUsers visible) {
        CriteriaQuery<Tuple> query = builder.createTupleQuery();
        Root<RenewalRequestEntity> request = query.from(RenewalRequestEntity.class);
        Join<RenewalRequestEntity, StandingEntity> standing = request.join(StandingEntity.class, JoinType.INNER);
        standing.on(isAbout(request, standing));
        List<Predicate> conditions = visibleStandings(realm, visible, query, standing);
        conditions.add(request.get("agreementId")
                .in(agreements.stream().map(Agreement::id).toList()));
        List<Agreement> renewed = renewed(agreements, now);
        if (!renewed.isEmpty()) {
            conditions.add(builder.not(lapsed(standing, renewed, now)));
        }
        Map<Position, Long> toRenew = new HashMap<>();
        for (Tuple row : grouped(query, standing, conditions)) {
            toRenew.put(Position.of(row), number(row.get(3)));
        }
        return toRenew;
    }

    private Predicate isAbout(Path<RenewalRequestEntity> request, Path<StandingEntity> standing) {
        return builder.and(
                builder.equal(request.get("userId"), standing.get("userId")),
                builder.equal(request.get("agreementId"), standing.get("agreementId")),
                builder.equal(request.get("recordId"), standing.get("recordId")));
    }

    private static List<Agreement> renewed(List<Agreement> agreements, Instant now) {
        return agreements.stream()
                .filter(agreement -> agreement.lapsedAt(now).isPresent())
                .toList();
    }

    private Map<Position, Long> lapsed(
            RealmModel realm, List<Agreement> agreements, Instant now, VisibleUsers visible) {
        List<Agreement> renewed = renewed(agreements, now);
        Map<Position, Long> lapsed = new HashMap<>();
        if (renewed.isEmpty()) {
            return lapsed;
        }
        for (Tuple row : grouped(realm, visible, standing -> lapsed(standing, renewed, now))) {
            lapsed.put(Position.of(row), number(row.get(3)));
        }
        return lapsed;
    }

    private Predicate lapsed(Path<StandingEntity> standing, List<Agreement> renewed, Instant now) {
        return builder.or(renewed.stream()
                .map(agreement -> builder.and(
                        builder.equal(standing.get("agreementId"), agreement.id()),
                        builder.equal(
                                standing.get("decision"),
                                agreement.affirmation().name()),
                        builder.le(
                                standing.get("decidedAt"),
                                agreement.lapsedAt(now).orElseThrow().toEpochMilli())))
                .toList());
    }

    private List<Tuple> grouped(RealmModel realm, VisibleUsers visible, Condition condition) {
        CriteriaQuery<Tuple> query = builder.createTupleQuery();
        Root<StandingEntity> standing = query.from(StandingEntity.class);
        List<Predicate> conditions = visibleStandings(realm, visible, query, standing);
        conditions.add(condition.on(standing));
        return grouped(query, standing, conditions);
    }

    private List<Tuple> grouped(CriteriaQuery<Tuple> query, Path<StandingEntity> standing, List<Predicate> conditions) {
        List<Expression<?>> group =
                List.of(standing.get("agreementId"), standing.get("versionNumber"), standing.get("decision"));
        query.select(builder.tuple(group.get(0), group.get(1), group.get(2), builder.count(builder.literal(1))))
                .where(conditions)
                .groupBy(group);
        return entities.createQuery(query).getResultList();
    }

    /** Only where some users may not be seen are they looked at at all. */
    private List<Predicate> visibleStandings(
            RealmModel realm, VisibleUsers visible, CriteriaQuery<?> query, From<?, StandingEntity> standing) {
        if (!permitted.isNarrowed(realm, visible)) {
            return new ArrayList<>();
        }
        Join<StandingEntity, UserEntity> user = standing.join(UserEntity.class, JoinType.INNER);
        user.on(builder.equal(user.get("id"), standing.get("userId")));
        return new ArrayList<>(permitted.conditions(realm, visible, builder, query, user));
    }

    private Map<String, Long> countExternal(RealmModel realm, List<Agreement> agreements, VisibleUsers visible) {
        if (agreements.isEmpty() || !hasUserStores(realm) || permitted.isNarrowed(realm, visible)) {
            return Map.of();
        }
        CriteriaQuery<Tuple> query = builder.createTupleQuery();
        Root<StandingEntity> standing = query.from(StandingEntity.class);
        query.select(builder.tuple(standing.get("agreementId"), builder.count(builder.literal(1))))
                .where(
                        standing.get("agreementId")
                                .in(agreements.stream().map(Agreement::id).toList()),
                        builder.like(standing.get("userId"), EXTERNAL))
                .groupBy(standing.<String>get("agreementId"));
        Map<String, Long> external = new HashMap<>();
        entities.createQuery(query)
                .getResultList()
                .forEach(row -> external.put(row.get(0, String.class), number(row.get(1))));
        return external;
    }

    private static boolean hasUserStores(RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), USER_STORE).findAny().isPresent();
    }

    private List<Predicate> usersOf(RealmModel realm, Path<UserEntity> user) {
        List<Predicate> conditions = new ArrayList<>();
        conditions.add(builder.equal(user.get("realmId"), realm.getId()));
        conditions.add(builder.isNull(user.get("serviceAccountClientLink")));
        return conditions;
    }

    private CompoundSelection<Tuple> userDecision(
            Expression<?> userId, Expression<?> username, Path<StandingEntity> standing) {
        return builder.tuple(
                userId,
                username,
                standing.get("versionNumber"),
                standing.get("decision"),
                standing.get("locale"),
                standing.get("decidedAt"));
    }

    private static UserDecision toUserDecision(Tuple row) {
        return new UserDecision(
                row.get(0, String.class),
                row.get(1, String.class),
                row.get(2, Integer.class),
                StoredWords.read(Decision.class, row.get(3, String.class)).orElse(null),
                row.get(4, String.class),
                Optional.ofNullable(row.get(5, Long.class))
                        .map(Instant::ofEpochMilli)
                        .orElse(null));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    /** What counts are grouped by. */
    private record Position(String agreementId, int versionNumber, String decision) {

        /** Empty if somebody has put another word there. */
        Optional<Decision> known() {
            return StoredWords.read(Decision.class, decision);
        }

        static Position of(Tuple row) {
            return new Position(row.get(0, String.class), row.get(1, Integer.class), row.get(2, String.class));
        }
    }

    @FunctionalInterface
    private interface Condition {

        Predicate on(Path<StandingEntity> standing);
    }
}
