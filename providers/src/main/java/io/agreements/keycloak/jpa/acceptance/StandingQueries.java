package io.agreements.keycloak.jpa.acceptance;

import io.agreements.keycloak.acceptance.coverage.Counted;
import io.agreements.keycloak.acceptance.coverage.RealmNumbers;
import io.agreements.keycloak.acceptance.coverage.StandingCount;
import io.agreements.keycloak.acceptance.coverage.UserCount;
import io.agreements.keycloak.acceptance.user.DecisionHistory;
import io.agreements.keycloak.acceptance.user.VisibleUsers;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Revision;
import io.agreements.keycloak.jpa.StoredWords;
import io.agreements.keycloak.ledger.Decision;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.Join;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.UserEntity;

/** Counts standings and the users they are of; a few statements each, whatever the number of users. */
final class StandingQueries {

    /** Ids of users whom an external store keeps begin so. */
    private static final String EXTERNAL = "f:%";

    /** The type of the components by which a realm has external stores of users. */
    private static final String USER_STORE = "org.keycloak.storage.UserStorageProvider";

    private static final KeptNumbers.Kind<RealmNumbers> NUMBERS = new KeptNumbers.Kind<>(
            numbers -> numbers.users().local(),
            numbers -> numbers.counts().values().stream().mapToInt(List::size).sum());

    private static final KeptNumbers.Kind<List<DecisionHistory.Count>> HISTORY = new KeptNumbers.Kind<>(
            counts -> counts.stream().mapToLong(DecisionHistory.Count::users).sum(), List::size);

    private final EntityManager entities;
    private final CriteriaBuilder builder;
    private final UserPermissions permitted;
    private final KeptNumbers kept;
    private final Clock clock;

    StandingQueries(EntityManager entities, UserPermissions permitted, KeptNumbers kept, Clock clock) {
        this.entities = entities;
        this.builder = entities.getCriteriaBuilder();
        this.permitted = permitted;
        this.kept = kept;
        this.clock = clock;
    }

    Counted<RealmNumbers> numbers(RealmModel realm, List<Agreement> agreements, VisibleUsers visible) {
        return kept(
                realm,
                agreements,
                visible,
                "numbers",
                NUMBERS,
                () -> new RealmNumbers(
                        count(realm, agreements, clock.instant(), visible), countUsers(realm, agreements, visible)));
    }

    Counted<List<DecisionHistory.Count>> history(
            RealmModel realm, Agreement agreement, int fromVersion, VisibleUsers visible) {
        return kept(
                realm,
                List.of(agreement),
                visible,
                "history from " + fromVersion,
                HISTORY,
                () -> countHistory(realm, agreement, fromVersion, visible));
    }

    /** What somebody may see who may not see all is counted for each alone. */
    private <N> Counted<N> kept(
            RealmModel realm,
            List<Agreement> agreements,
            VisibleUsers visible,
            String what,
            KeptNumbers.Kind<N> kind,
            Supplier<N> counting) {
        if (permitted.isNarrowed(realm, visible, builder)) {
            Instant now = clock.instant();
            return new Counted<>(counting.get(), now);
        }
        List<String> editions = agreements.stream()
                .map(agreement -> agreement.id() + " " + agreement.edits())
                .toList();
        return kept.get(Arrays.asList(realm.getId(), Revision.of(realm), what, editions), kind, counting);
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

    private List<DecisionHistory.Count> countHistory(
            RealmModel realm, Agreement agreement, int fromVersion, VisibleUsers visible) {
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
                .sorted(Comparator.comparing(DecisionHistory.Count::from))
                .toList();
    }

    /** Acceptances that administrators ask for again, and that have not lapsed anyway; found from the few requests. */
    private Map<Position, Long> toRenew(
            RealmModel realm, List<Agreement> agreements, Instant now, VisibleUsers visible) {
        CriteriaQuery<Tuple> query = builder.createTupleQuery();
        Root<RenewalRequestEntity> request = query.from(RenewalRequestEntity.class);
        Join<RenewalRequestEntity, StandingEntity> standing = request.join(StandingEntity.class, JoinType.INNER);
        standing.on(new StandingConditions(builder).isAbout(request, standing));
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
        if (!permitted.isNarrowed(realm, visible, builder)) {
            return new ArrayList<>();
        }
        Join<StandingEntity, UserEntity> user = standing.join(UserEntity.class, JoinType.INNER);
        user.on(builder.equal(user.get("id"), standing.get("userId")));
        return new ArrayList<>(permitted.conditions(realm, visible, builder, query, user));
    }

    private Map<String, Long> countExternal(RealmModel realm, List<Agreement> agreements, VisibleUsers visible) {
        if (agreements.isEmpty() || !hasUserStores(realm) || permitted.isNarrowed(realm, visible, builder)) {
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
