package io.agreements.keycloak.disclosure;

import io.agreements.keycloak.ledger.UserIds;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** Keeps the register of disclosures. Writing takes part in the session's transaction. */
public interface DisclosureProvider extends Provider {

    /** Adds an entry that concerns nobody yet. */
    void add(Disclosure disclosure);

    /**
     * Has an entry concern users.
     *
     * @return how many it did not concern before
     */
    int concern(Disclosure disclosure, Collection<String> userIds);

    /**
     * Keeps others from adding users to an entry, and from correcting it, until the end of the transaction.
     *
     * @return false if another entry stands in its place
     */
    boolean hold(Disclosure disclosure);

    /** Has an entry stand in the place of another, of which nobody is told any more. */
    void replace(Disclosure wrong, Disclosure right);

    /**
     * Has an entry concern whom the one concerns in the place of which it stands.
     *
     * @return how many
     */
    int passOnUsers(Disclosure right);

    /** Whether the user has been told of one that was wrong before it, be it several corrections ago. */
    boolean isToldOtherwise(Disclosure right, String userId);

    /**
     * Those of the entries in the place of which the user has been told of another, be it several corrections later: one
     * statement for all, and one more for each further correction of which the user was not told.
     */
    Set<String> toldOtherwise(String userId, Collection<String> disclosureIds);

    /** An entry of the realm. */
    Optional<ListedDisclosure> find(RealmModel realm, String id);

    /** Entries of the realm, the latest first. */
    List<ListedDisclosure> find(RealmModel realm, DisclosureQuery query);

    /** Whom entries concern, the latest entry first. */
    List<ConcernedUser> users(RealmModel realm, DisclosureQuery query);

    /**
     * Whom one entry concerns, by id.
     *
     * @param after only users behind this id; null from the beginning
     */
    List<ConcernedUser> users(Disclosure disclosure, int first, String after, int max);

    /**
     * Users of any realm who may be told by that moment, and have not been, those who may be told first in front.
     *
     * @param after the last one of the page before; null for the first page
     */
    List<ConcernedUser> tellable(Instant now, ConcernedUser after, int max);

    /**
     * Notes that a user is told.
     *
     * @param toldAt null if there is nobody to be told any more
     * @return false if that was done already
     */
    boolean tell(ConcernedUser user, Instant toldAt);

    /**
     * Users whom an external store keeps, as far as an entry concerns them.
     *
     * @param after where the part before said to go on; null to begin
     */
    UserIds externalUsers(RealmModel realm, String after);

    /** Forgets whom entries concern, for users whose ids are names: one statement, and none where there are none. */
    void removeUsers(RealmModel realm, Collection<String> userIds);

    /**
     * Forgets the same for all users whose ids are names because an external store keeps them.
     *
     * @param userStoreId id of the component whose users are meant; null for all of the realm
     */
    void removeUsersOf(RealmModel realm, String userStoreId);

    @Override
    default void close() {}
}
