package io.agreements.keycloak.acceptance;

import java.util.Collection;
import java.util.Set;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** Keeps the standings of users. Writing takes part in the session's transaction. */
public interface AcceptanceProvider extends Provider {

    /** All standings of the user: one read by primary key. */
    Standings standings(RealmModel realm, String userId);

    /** The ids of those of the users who have decided on an agreement, whatever they said: one statement. */
    Set<String> decided(RealmModel realm, String agreementId, Collection<String> userIds);

    /**
     * Puts a standing in the place of the one the user was asked on.
     *
     * @param previous null if there was none
     * @return false if another request has replaced it meanwhile; nothing is written then
     */
    boolean replace(RealmModel realm, String userId, Standing previous, Standing next);

    /** Removes all standings of a user. */
    void removeUser(RealmModel realm, String userId);

    /**
     * Removes the standings of all users of the realm.
     *
     * @return how many users had any
     */
    long removeRealm(RealmModel realm);

    /**
     * Removes the standings of users that are gone from a user store.
     *
     * @param userStoreId id of the component whose users are meant
     * @return how many users had any
     */
    long removeUsersOf(RealmModel realm, String userStoreId);
}
