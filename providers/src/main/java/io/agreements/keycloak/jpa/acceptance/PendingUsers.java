package io.agreements.keycloak.jpa.acceptance;

import io.agreements.keycloak.acceptance.user.Slice;
import io.agreements.keycloak.acceptance.user.UserDecision;
import io.agreements.keycloak.acceptance.user.UserFilter;
import io.agreements.keycloak.acceptance.user.VisibleUsers;
import io.agreements.keycloak.jpa.StoredWords;
import io.agreements.keycloak.ledger.Decision;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.keycloak.models.RealmModel;

/**
 * Lists users who have still to decide, by name: those for whom there is no standing that counts. There are three ways to find
 * a page of them, and by the condition alone a database takes the wrong one; so it is chosen here, by how many there are.
 *
 * <ul>
 *   <li>{@link PendingQuery.Shape#WALK}: through the users by name, looking up for each whether a standing counts, until the
 *       page is full. It costs a look-up for every user passed, pending or not: nothing where every other is pending, all users
 *       of the realm where a hundred are.
 *   <li>{@link PendingQuery.Shape#WHOLE}: all users held against all standings that count, each read once in bulk (on
 *       PostgreSQL a hash or merge anti join of a scan and an index-only scan), and what is left sorted. It costs the same
 *       however few are pending, and for a row a twentieth of a look-up.
 *   <li>{@link FewPending}: where few are left of very many, what the second way found is kept for a while, and pages are read
 *       from it.
 * </ul>
 *
 * How many there are is counted every {@link KeptNumbers#KEPT}. A count that is no longer right makes a page dearer, never wrong.
 */
final class PendingUsers {

    /** How many rows that are read in bulk cost as much as one that is looked up. */
    private static final int LOOK_UP = 20;

    /** So many are looked up in a tenth of a second. */
    private static final double FEW_LOOK_UPS = 5_000;

    private static final KeptNumbers.Kind<Crowd> HINT = new KeptNumbers.Kind<>(crowd -> Long.MAX_VALUE, crowd -> 1);

    private final PendingQuery query;
    private final FewPending few;
    private final RowsById rows;
    private final KeptNumbers kept;

    PendingUsers(EntityManager entities, UserPermissions permitted, KeptNumbers kept) {
        this.query = new PendingQuery(entities, permitted);
        this.few = new FewPending(query, kept);
        this.rows = new RowsById(entities);
        this.kept = kept;
    }

    List<UserDecision> list(RealmModel realm, UserFilter filter, VisibleUsers visible, Slice slice) {
        List<PendingQuery.User> users = chosen(realm, filter, visible, slice);
        Map<String, Object[]> latest = rows.latest(
                filter.agreementId(), users.stream().map(PendingQuery.User::id).toList());
        return users.stream().map(user -> decision(user, latest.get(user.id()))).toList();
    }

    private List<PendingQuery.User> chosen(RealmModel realm, UserFilter filter, VisibleUsers visible, Slice slice) {
        if (query.isNarrowed(realm, visible)) {
            return query.list(realm, filter, visible, slice, PendingQuery.Shape.WHOLE);
        }
        Crowd crowd = crowd(realm, filter);
        if (crowd.isWalkedFor((long) slice.first() + slice.max())) {
            return query.list(realm, filter, visible, slice, PendingQuery.Shape.WALK);
        }
        return crowd.users() > KeptNumbers.COUNTED_ANEW && crowd.pending() <= FewPending.MOST
                ? few.list(realm, filter, visible, slice)
                : query.list(realm, filter, visible, slice, PendingQuery.Shape.WHOLE);
    }

    private Crowd crowd(RealmModel realm, UserFilter filter) {
        return kept.get(FewPending.key("how many", realm, filter), HINT, () -> {
                    long users = query.countUsers(realm);
                    return new Crowd(users, Math.max(0, users - query.countSettled(filter)));
                })
                .value();
    }

    private static UserDecision decision(PendingQuery.User user, Object[] latest) {
        return latest == null
                ? new UserDecision(user.id(), user.username(), null, null, null, null, user.name())
                : new UserDecision(
                        user.id(),
                        user.username(),
                        (Integer) latest[1],
                        StoredWords.read(Decision.class, (String) latest[2]).orElse(null),
                        (String) latest[3],
                        Instant.ofEpochMilli((Long) latest[4]),
                        user.name());
    }

    /**
     * About how many there are.
     *
     * @param users of the realm
     * @param pending of them
     */
    record Crowd(long users, long pending) {

        /** Whether that many rows are best found by looking up one user after another. */
        boolean isWalkedFor(long rows) {
            double lookUps = Math.min(users, (double) rows * users / Math.max(1, pending));
            return lookUps <= FEW_LOOK_UPS || lookUps * LOOK_UP <= users;
        }
    }
}
