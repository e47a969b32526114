package io.agreements.keycloak.disclosure;

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

    /** Whether the user has been told of that entry. */
    boolean isTold(String disclosureId, String userId);

    /** Those of the entries in the place of which the user has been told of another: one statement. */
    Set<String> toldOtherwise(String userId, Collection<String> disclosureIds);

    /** An entry of the realm. */
    Optional<ListedDisclosure> find(RealmModel realm, String id);

    /** Entries of the realm, the latest first. */
    List<ListedDisclosure> find(RealmModel realm, DisclosureQuery query);

    /** Whom entries concern, the latest entry first. */
    List<ConcernedUser> users(RealmModel realm, DisclosureQuery query);

    /** Whom one entry concerns, by id. */
    List<ConcernedUser> users(Disclosure disclosure, int first, int max);

    /** Users of any realm who may be told by that moment, and have not been. */
    List<ConcernedUser> tellable(Instant now, int max);

    /**
     * Notes that a user is told.
     *
     * @param toldAt null if there is nobody to be told any more
     * @return false if that was done already
     */
    boolean tell(ConcernedUser user, Instant toldAt);

    /** Forgets whom entries concern, for a user whose id is a name. */
    void removeUser(RealmModel realm, String userId);

    @Override
    default void close() {}
}
