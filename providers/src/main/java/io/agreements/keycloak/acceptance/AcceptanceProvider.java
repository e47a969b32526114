package io.agreements.keycloak.acceptance;

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
import io.agreements.keycloak.ledger.UserIds;
import io.agreements.keycloak.ledger.UserSpan;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** Keeps the standings of users. Writing takes part in the session's transaction. */
public interface AcceptanceProvider extends Provider {

    /** All standings of the user: one read by primary key. */
    Standings standings(RealmModel realm, String userId);

    /**
     * The first of these users, as far as it takes them to have that many standings; all of them if they have fewer.
     *
     * @param standings more than 0
     */
    UserSpan firstOf(RealmModel realm, UserSpan users, int standings);

    /** All standings of these users, in no order. */
    List<UserStanding> standings(RealmModel realm, UserSpan users);

    /** The ids of those of the users who have decided on an agreement, whatever they said: one statement. */
    Set<String> decided(RealmModel realm, String agreementId, Collection<String> userIds);

    /**
     * Puts in the first standings of a user whom this transaction has made, by one statement; they are not read again in it.
     *
     * @throws RuntimeException if they cannot be written; the transaction must not be committed then
     */
    void begin(RealmModel realm, String userId, List<Standing> first);

    /**
     * Puts a standing in the place of the one the user was asked on.
     *
     * @param previous null if there was none
     * @return false if another request has replaced it meanwhile; nothing is written then
     */
    boolean replace(RealmModel realm, String userId, Standing previous, Standing next);

    /**
     * Has a standing made again, in the place of an earlier request. It holds as long as the standing is not replaced.
     *
     * @return false if it has been asked for at the same moment; nothing is written then
     */
    boolean ask(RealmModel realm, String userId, Standing standing, RenewalRequest request);

    /**
     * Has a standing not made again after all.
     *
     * @return false if that was not asked for, or no longer is; nothing is written then
     */
    boolean takeBack(RealmModel realm, String userId, Standing standing);

    /**
     * Removes a standing.
     *
     * @return false if another request has replaced it meanwhile; nothing is removed then
     */
    boolean remove(RealmModel realm, String userId, Standing standing);

    /**
     * How many users stand where, as far as they are visible. Of a realm with very many users it may have been counted up to
     * half a minute ago on this node, if all are visible; the answer says when. A change of an agreement has it counted anew.
     */
    Counted<RealmNumbers> numbers(RealmModel realm, List<Agreement> agreements, VisibleUsers visible);

    /**
     * How many users stand where, as far as they are visible, counted for this call.
     *
     * @param now when acceptances are looked at to see whether they have lapsed
     * @return by id of the agreement; every one of the agreements has an entry
     */
    Map<String, List<StandingCount>> count(
            RealmModel realm, List<Agreement> agreements, Instant now, VisibleUsers visible);

    /** How many users the realm has, as far as they are visible. Users of external stores count only if all are. */
    UserCount countUsers(RealmModel realm, List<Agreement> agreements, VisibleUsers visible);

    /**
     * How many visible users decided when on a version with at least that number, and stand by it. In no order; counted as long
     * ago as {@link #numbers} may be.
     */
    Counted<List<DecisionHistory.Count>> history(
            RealmModel realm, Agreement agreement, int fromVersion, VisibleUsers visible);

    /**
     * The visible users that the filter means, without the accounts of clients: those who have still to decide by user name,
     * without those an external store keeps; the others by decision, the latest first.
     */
    List<UserDecision> users(RealmModel realm, UserFilter filter, VisibleUsers visible, Slice slice);

    /** Whether there are users of the realm whom the administrator who asks may not see. */
    boolean isNarrowed(RealmModel realm, VisibleUsers visible);

    /** What Keycloak's own tables know of users, for what is taken over from there. */
    KnownUsers knownUsers();

    /**
     * Users who should be in Keycloak's own table and are not, although they have standings.
     *
     * @param after where the part before said to go on; null to begin
     */
    UserIds missingUsers(RealmModel realm, String after);

    /**
     * Users whom an external store keeps, as far as they have standings.
     *
     * @param after where the part before said to go on; null to begin
     */
    UserIds externalUsers(RealmModel realm, String after);

    /** Removes all standings of these users: two statements for all of them. */
    void removeUsers(RealmModel realm, Collection<String> userIds);

    /**
     * Removes all that is asked of the users of a realm, which is about to go. Their standings go {@linkplain #removeSome
     * behind the removal}.
     *
     * @return how many users have any; empty if they are too many to be counted at once
     */
    OptionalLong removeRealm(RealmModel realm);

    /**
     * Removes some standings of a realm that is gone.
     *
     * @param realmId which may be the id of another realm by now
     * @param lastAt what was decided after that is another realm's
     * @param some of how many users at most; from 1 to 500
     * @return whether none is left
     */
    boolean removeSome(String realmId, Instant lastAt, int some);

    /**
     * Removes the standings of users that are gone from a user store.
     *
     * @param userStoreId id of the component whose users are meant
     * @return how many users had any
     */
    long removeUsersOf(RealmModel realm, String userStoreId);
}
