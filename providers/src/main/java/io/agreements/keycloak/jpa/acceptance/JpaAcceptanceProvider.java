package io.agreements.keycloak.jpa.acceptance;

import io.agreements.keycloak.acceptance.AcceptanceProvider;
import io.agreements.keycloak.acceptance.ChangedStandings;
import io.agreements.keycloak.acceptance.RenewalRequest;
import io.agreements.keycloak.acceptance.Standing;
import io.agreements.keycloak.acceptance.Standings;
import io.agreements.keycloak.acceptance.UserStanding;
import io.agreements.keycloak.acceptance.coverage.Counted;
import io.agreements.keycloak.acceptance.coverage.RealmNumbers;
import io.agreements.keycloak.acceptance.coverage.StandingCount;
import io.agreements.keycloak.acceptance.coverage.UserCount;
import io.agreements.keycloak.acceptance.user.DecisionHistory;
import io.agreements.keycloak.acceptance.user.KnownUsers;
import io.agreements.keycloak.acceptance.user.Slice;
import io.agreements.keycloak.acceptance.user.UserDecision;
import io.agreements.keycloak.acceptance.user.UserFilter;
import io.agreements.keycloak.acceptance.user.VisibleUsers;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.jpa.Beginning;
import io.agreements.keycloak.jpa.Collisions;
import io.agreements.keycloak.jpa.InParts;
import io.agreements.keycloak.jpa.InsertIfAbsent;
import io.agreements.keycloak.jpa.InsertTogether;
import io.agreements.keycloak.jpa.Prefixes;
import io.agreements.keycloak.jpa.UserRows;
import io.agreements.keycloak.jpa.UserSearch;
import io.agreements.keycloak.ledger.UserIds;
import io.agreements.keycloak.ledger.UserSpan;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Keeps standings in {@code AGR_STANDING}. Two requests of one user may decide at once: each replaces only the standing it
 * has seen, in one statement, so that the second finds nothing to replace.
 */
final class JpaAcceptanceProvider implements AcceptanceProvider {

    /** Standings that are looked at to say of how many users they are. */
    private static final int MOST_COUNTED = 20_000;

    private static final String UPDATE_IF_UNCHANGED = """
            update StandingEntity s set s.versionNumber = :versionNumber, s.decision = :decision, s.locale = :locale,
            s.textDigest = :textDigest, s.decidedAt = :decidedAt, s.recordId = :recordId
            where s.userId = :userId and s.agreementId = :agreementId and s.realmId = :realmId
            and s.recordId = :previousRecordId
            """;

    private final KeycloakSession session;
    private final EntityManager entities;
    private final StandingQueries queries;
    private final UserLists lists;
    private final KnownUsers users;
    private final UserRows rows;

    /** All standings of users whom this transaction has made, as far as they are known: nobody else has written any. */
    private final Map<String, Map<String, Standing>> begun = new HashMap<>();

    /** Agreements on which another transaction was faster, by user. */
    private final Map<String, Set<String>> lost = new HashMap<>();

    JpaAcceptanceProvider(
            KeycloakSession session,
            EntityManager entities,
            StandingQueries queries,
            UserLists lists,
            KnownUsers users,
            UserRows rows) {
        this.session = session;
        this.entities = entities;
        this.queries = queries;
        this.lists = lists;
        this.users = users;
        this.rows = rows;
    }

    @Override
    public Standings standings(RealmModel realm, String userId) {
        if (begun.containsKey(userId)) {
            return new Standings(List.copyOf(begun.get(userId).values()));
        }
        Map<String, Standing> standings = entities
                .createNamedQuery(StandingEntity.BY_USER, Object[].class)
                .setParameter("userId", userId)
                .setParameter("realmId", realm.getId())
                .getResultList()
                .stream()
                .map(row -> read((StandingEntity) row[0], (RenewalRequestEntity) row[1]))
                .collect(Collectors.toMap(Standing::agreementId, Function.identity()));
        if (lost.containsKey(userId)) {
            Standings committed = committed(realm, userId);
            lost.get(userId)
                    .forEach(agreementId ->
                            committed.on(agreementId).ifPresent(standing -> standings.put(agreementId, standing)));
        }
        return new Standings(List.copyOf(standings.values()));
    }

    /** A later request of this session must see what was replaced since. */
    private Standing read(StandingEntity row, RenewalRequestEntity request) {
        entities.detach(row);
        if (request == null) {
            return row.toStanding();
        }
        entities.detach(request);
        return row.toStanding().toRenew(request.toRequest());
    }

    /** What this transaction began too early to see. */
    private Standings committed(RealmModel realm, String userId) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(),
                later -> later.getProvider(AcceptanceProvider.class).standings(realm, userId));
    }

    @Override
    public UserSpan firstOf(RealmModel realm, UserSpan users, int standings) {
        return search().firstOf(realm, users, standings);
    }

    @Override
    public List<UserStanding> standings(RealmModel realm, UserSpan users) {
        TypedQuery<StandingEntity> query = entities.createNamedQuery(
                        users.isToTheEnd() ? StandingEntity.OF_SPAN : StandingEntity.OF_SPAN_UP_TO,
                        StandingEntity.class)
                .setParameter("realmId", realm.getId())
                .setParameter("after", Beginning.orBehind(users.after()));
        if (!users.isToTheEnd()) {
            query.setParameter("last", users.last());
        }
        List<StandingEntity> rows = query.getResultList();
        rows.forEach(entities::detach);
        return rows.stream()
                .map(row -> new UserStanding(row.userId, row.toStanding()))
                .toList();
    }

    @Override
    public Set<String> decided(RealmModel realm, String agreementId, Collection<String> userIds) {
        return entities.createNamedQuery(StandingEntity.DECIDED, String.class)
                .setParameter("agreementId", agreementId)
                .setParameter("realmId", realm.getId())
                .setParameter("userIds", userIds)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    @Override
    public void begin(RealmModel realm, String userId, List<Standing> first) {
        change(realm, userId);
        rows.isNew(userId);
        Collisions.telling(() -> {
            InsertTogether.insert(
                    entities,
                    first.stream()
                            .map(standing -> StandingEntity.of(realm, userId, standing))
                            .toList());
            return first;
        });
        begun.put(userId, first.stream().collect(Collectors.toMap(Standing::agreementId, Function.identity())));
    }

    /** From now on they are read. */
    private void change(RealmModel realm, String userId) {
        begun.remove(userId);
        ChangedStandings.add(session, realm, userId);
    }

    @Override
    public boolean replace(RealmModel realm, String userId, Standing previous, Standing next) {
        change(realm, userId);
        boolean replaced = Collisions.telling(() -> previous == null
                ? InsertIfAbsent.insert(entities, StandingEntity.of(realm, userId, next))
                : update(realm, userId, previous, next));
        if (!replaced) {
            lost.computeIfAbsent(userId, missing -> new HashSet<>()).add(next.agreementId());
        }
        return replaced;
    }

    private boolean update(RealmModel realm, String userId, Standing previous, Standing next) {
        return entities.createQuery(UPDATE_IF_UNCHANGED)
                        .setParameter("userId", userId)
                        .setParameter("agreementId", next.agreementId())
                        .setParameter("realmId", realm.getId())
                        .setParameter("versionNumber", next.versionNumber())
                        .setParameter("decision", next.decision().name())
                        .setParameter("locale", next.locale())
                        .setParameter("textDigest", next.textDigest())
                        .setParameter("decidedAt", next.decidedAt().toEpochMilli())
                        .setParameter("recordId", next.recordId())
                        .setParameter("previousRecordId", previous.recordId())
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean ask(RealmModel realm, String userId, Standing standing, RenewalRequest request) {
        change(realm, userId);
        return Collisions.telling(() -> InsertIfAbsent.insert(
                        entities, RenewalRequestEntity.of(realm, userId, standing, request))
                || entities.createNamedQuery(RenewalRequestEntity.REPLACE)
                                .setParameter("userId", userId)
                                .setParameter("agreementId", standing.agreementId())
                                .setParameter("recordId", standing.recordId())
                                .setParameter(
                                        "requestedAt", request.requestedAt().toEpochMilli())
                                .setParameter("reason", request.reason())
                                .setParameter("administratorId", request.administratorId())
                                .executeUpdate()
                        == 1);
    }

    @Override
    public boolean takeBack(RealmModel realm, String userId, Standing standing) {
        change(realm, userId);
        return Collisions.telling(() -> entities.createNamedQuery(RenewalRequestEntity.TAKE_BACK)
                        .setParameter("userId", userId)
                        .setParameter("agreementId", standing.agreementId())
                        .setParameter("recordId", standing.recordId())
                        .executeUpdate()
                == 1);
    }

    @Override
    public boolean remove(RealmModel realm, String userId, Standing standing) {
        change(realm, userId);
        return entities.createNamedQuery(StandingEntity.DELETE)
                        .setParameter("userId", userId)
                        .setParameter("agreementId", standing.agreementId())
                        .setParameter("realmId", realm.getId())
                        .setParameter("recordId", standing.recordId())
                        .executeUpdate()
                == 1;
    }

    @Override
    public Map<String, List<StandingCount>> count(
            RealmModel realm, List<Agreement> agreements, Instant now, VisibleUsers visible) {
        return queries.count(realm, agreements, now, visible);
    }

    @Override
    public UserCount countUsers(RealmModel realm, List<Agreement> agreements, VisibleUsers visible) {
        return queries.countUsers(realm, agreements, visible);
    }

    @Override
    public Counted<RealmNumbers> numbers(RealmModel realm, List<Agreement> agreements, VisibleUsers visible) {
        return queries.numbers(realm, agreements, visible);
    }

    @Override
    public Counted<List<DecisionHistory.Count>> history(
            RealmModel realm, Agreement agreement, int fromVersion, VisibleUsers visible) {
        return queries.history(realm, agreement, fromVersion, visible);
    }

    @Override
    public List<UserDecision> users(RealmModel realm, UserFilter filter, VisibleUsers visible, Slice slice) {
        return lists.list(realm, filter, visible, slice);
    }

    @Override
    public boolean isNarrowed(RealmModel realm, VisibleUsers visible) {
        return lists.isNarrowed(realm, visible);
    }

    @Override
    public KnownUsers knownUsers() {
        return users;
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
        return UserSearch.in(entities, StandingEntity.class, "e.userId is not null");
    }

    @Override
    public void removeUsers(RealmModel realm, Collection<String> userIds) {
        userIds.forEach(userId -> change(realm, userId));
        InParts.of(userIds).forEach(part -> {
            remove(RenewalRequestEntity.DELETE_BY_USERS, realm, part);
            remove(StandingEntity.DELETE_BY_USERS, realm, part);
        });
    }

    private void remove(String query, RealmModel realm, List<String> userIds) {
        entities.createNamedQuery(query)
                .setParameter("userIds", userIds)
                .setParameter("realmId", realm.getId())
                .executeUpdate();
    }

    @Override
    public OptionalLong removeRealm(RealmModel realm) {
        begun.clear();
        entities.createNamedQuery(RenewalRequestEntity.DELETE_BY_REALM)
                .setParameter("realmId", realm.getId())
                .executeUpdate();
        Object[] counts = entities.createNamedQuery(StandingEntity.COUNT_USERS_BY_REALM, Object[].class)
                .setParameter("realmId", realm.getId())
                .setParameter("most", MOST_COUNTED + 1)
                .getSingleResult();
        return (Long) counts[0] > MOST_COUNTED ? OptionalLong.empty() : OptionalLong.of((Long) counts[1]);
    }

    @Override
    public boolean removeSome(String realmId, Instant lastAt, int some) {
        List<String> userIds = entities.createNamedQuery(StandingEntity.USERS_OF_REALM_GONE, String.class)
                .setParameter("realmId", realmId)
                .setParameter("lastAt", lastAt.toEpochMilli())
                .setMaxResults(some)
                .getResultList();
        if (!userIds.isEmpty()) {
            entities.createNamedQuery(StandingEntity.DELETE_OF_REALM_GONE)
                    .setParameter("realmId", realmId)
                    .setParameter("lastAt", lastAt.toEpochMilli())
                    .setParameter("userIds", Set.copyOf(userIds))
                    .executeUpdate();
        }
        return userIds.size() < some;
    }

    @Override
    public long removeUsersOf(RealmModel realm, String userStoreId) {
        begun.clear();
        ChangedStandings.addAll(session, realm);
        String storePrefix = Prefixes.ofUsersOf(userStoreId);
        entities.createNamedQuery(RenewalRequestEntity.DELETE_USERS_GONE)
                .setParameter("realmId", realm.getId())
                .setParameter("storePrefix", storePrefix)
                .executeUpdate();
        long users = entities.createNamedQuery(StandingEntity.COUNT_USERS_GONE, Long.class)
                .setParameter("realmId", realm.getId())
                .setParameter("storePrefix", storePrefix)
                .getSingleResult();
        entities.createNamedQuery(StandingEntity.DELETE_USERS_GONE)
                .setParameter("realmId", realm.getId())
                .setParameter("storePrefix", storePrefix)
                .executeUpdate();
        return users;
    }

    @Override
    public void close() {}
}
