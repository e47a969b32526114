package io.agreements.keycloak.jpa.acceptance;

import io.agreements.keycloak.acceptance.user.DecisionStatus;
import io.agreements.keycloak.acceptance.user.PersonName;
import io.agreements.keycloak.acceptance.user.Slice;
import io.agreements.keycloak.acceptance.user.UserDecision;
import io.agreements.keycloak.acceptance.user.UserFilter;
import io.agreements.keycloak.acceptance.user.VisibleUsers;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.fixture.agreement.AgreementBuilder;
import io.agreements.keycloak.jpa.sql.Asked;
import io.agreements.keycloak.ledger.Decision;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmModel.RealmCreationEvent;
import org.keycloak.models.jpa.entities.UserGroupMembershipEntity;

/** Asks where users stand, as it is asked for whoever may see all users and for whoever may see some. */
public final class AskedStandings {

    private static final Instant THEN = Instant.parse("2026-11-22T08:00:00Z");
    private static final Clock CLOCK = Clock.fixed(THEN, ZoneOffset.UTC);
    private static final Agreement TERMS = AgreementBuilder.required("terms").build();
    private static final Agreement RENEWED =
            AgreementBuilder.optional("news").renewedAfter(30).build();

    private AskedStandings() {}

    public static void ask(Asked asked) {
        for (UserPermissions permitted : List.<UserPermissions>of(AskedStandings::all, AskedStandings::some)) {
            count(asked, permitted);
            many(asked, permitted);
            for (UserFilter filter : filters()) {
                for (Slice slice : slices()) {
                    list(asked, permitted, filter, slice);
                }
                if (filter.status() == DecisionStatus.PENDING) {
                    pending(asked, permitted, filter);
                }
            }
        }
        byId(asked);
        new RemadeRealms().onEvent(new Created(asked.session(), asked.realm()));
    }

    private static List<Predicate> all(
            RealmModel realm, VisibleUsers visible, CriteriaBuilder builder, CriteriaQuery<?> query, Path<?> user) {
        return List.of();
    }

    /** As Keycloak's permissions put it. */
    private static List<Predicate> some(
            RealmModel realm, VisibleUsers visible, CriteriaBuilder builder, CriteriaQuery<?> query, Path<?> user) {
        Subquery<Integer> member = query.subquery(Integer.class);
        Root<UserGroupMembershipEntity> membership = member.from(UserGroupMembershipEntity.class);
        member.select(builder.literal(1))
                .where(
                        builder.equal(membership.get("user").get("id"), user.get("id")),
                        membership.get("groupId").in("group", "other"));
        return List.of(
                builder.or(user.get("id").in("ann", "bob"), builder.exists(member)),
                builder.not(user.get("id").in("cid")));
    }

    private static void count(Asked asked, UserPermissions permitted) {
        RealmModel realm = asked.realm();
        for (List<Agreement> agreements : List.of(List.<Agreement>of(), List.of(TERMS), List.of(TERMS, RENEWED))) {
            StandingQueries queries = new StandingQueries(asked.entities(), permitted, new KeptNumbers(CLOCK), CLOCK);
            queries.numbers(realm, agreements, VisibleUsers.ALL);
            queries.count(realm, agreements, THEN, VisibleUsers.ALL);
            queries.countUsers(realm, agreements, VisibleUsers.ALL);
        }
        new StandingQueries(asked.entities(), permitted, new KeptNumbers(CLOCK), CLOCK)
                .history(realm, TERMS, 1, VisibleUsers.ALL);
    }

    private static List<UserFilter> filters() {
        List<UserFilter> filters = new ArrayList<>();
        for (DecisionStatus status :
                List.of(DecisionStatus.PENDING, DecisionStatus.ACCEPTED, DecisionStatus.DECLINED)) {
            for (int toVersion : new int[] {2, Integer.MAX_VALUE}) {
                for (Instant lapsedAt : Arrays.asList(null, THEN)) {
                    filters.add(new UserFilter("agreement", status, 1, toVersion, lapsedAt, false));
                    filters.add(new UserFilter("agreement", status, 1, toVersion, lapsedAt, true));
                }
            }
        }
        return filters;
    }

    private static List<Slice> slices() {
        UserDecision last = new UserDecision("ann", "ann", 1, Decision.ACCEPTED, "en", THEN, PersonName.NONE);
        return List.of(Slice.from(0, 10), Slice.from(10, 10), Slice.after(last, 10));
    }

    /** Of a few users, and of as many as are found in another way. */
    private static void list(Asked asked, UserPermissions permitted, UserFilter filter, Slice slice) {
        for (long users : new long[] {1, 1_000_000}) {
            asked.answer(users == 1 ? 0 : 30, users);
            new UserLists(asked.entities(), permitted, new KeptNumbers(CLOCK))
                    .list(asked.realm(), filter, VisibleUsers.ALL, slice);
        }
    }

    private static void pending(Asked asked, UserPermissions permitted, UserFilter filter) {
        asked.answer(0, 0);
        PendingQuery pending = new PendingQuery(asked.entities(), permitted);
        for (Slice slice : slices()) {
            for (PendingQuery.Shape shape : PendingQuery.Shape.values()) {
                pending.list(asked.realm(), filter, VisibleUsers.ALL, slice, shape);
            }
        }
        pending.countSettled(filter);
        pending.among(ids(10), asked.realm(), filter, VisibleUsers.ALL, 10);
    }

    private static void many(Asked asked, UserPermissions permitted) {
        PendingQuery pending = new PendingQuery(asked.entities(), permitted);
        UserFilter filter = new UserFilter("agreement", DecisionStatus.PENDING, 1, 2, THEN, true);
        pending.among(ids(RowsById.LIST), asked.realm(), filter, VisibleUsers.ALL, RowsById.LIST);
        pending.countUsers(asked.realm());
    }

    private static void byId(Asked asked) {
        RowsById rows = new RowsById(asked.entities());
        for (int number : new int[] {1, RowsById.LIST, 3_000}) {
            rows.names(ids(number));
            rows.recordedNames(ids(number));
            rows.latest("agreement", ids(number));
        }
    }

    private static List<String> ids(int number) {
        return IntStream.range(0, number).mapToObj(id -> "id-" + id).toList();
    }

    /** Of a session that is given. */
    private record Created(KeycloakSession session, RealmModel realm) implements RealmCreationEvent {

        @Override
        public RealmModel getCreatedRealm() {
            return realm;
        }

        @Override
        public KeycloakSession getKeycloakSession() {
            return session;
        }
    }
}
