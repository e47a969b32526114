package io.agreements.keycloak.disclosure;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
