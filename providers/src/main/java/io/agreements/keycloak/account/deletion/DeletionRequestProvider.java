package io.agreements.keycloak.account.deletion;

import io.agreements.keycloak.ledger.UserIds;
import io.agreements.keycloak.task.Slots;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** Keeps what users asked to have deleted. Writing takes part in the session's transaction. */
public interface DeletionRequestProvider extends Provider {

    /** The request of the user; empty if there is none. */
    Optional<DeletionRequest> find(RealmModel realm, String userId);

    /**
     * Keeps a request.
     *
     * @return false if the user has one already; nothing is written then
     */
    boolean add(DeletionRequest request);

    /**
     * Removes the request of a user.
     *
     * @return false if there was none
     */
    boolean remove(RealmModel realm, String userId);

    /**
     * Removes the request of a user if it is still due and not held: whoever gets true carries it out, and nobody else does.
     *
     * @return false if it was cancelled, held or carried out meanwhile
     */
    boolean take(RealmModel realm, String userId, Instant now);

    /**
     * Removes the requests of these users that are still due and not held, by two statements: whoever gets a user carries the
     * request out, and nobody else does.
     *
     * @return the users whose requests were removed
     */
    List<String> take(RealmModel realm, Collection<String> userIds, Instant now);

    /** Removes the requests of these users, by one statement. */
    void removeUsers(RealmModel realm, Collection<String> userIds);

    /**
     * Holds the request of a user, or lets go of it.
     *
     * @param hold null to let go
     * @return false if there is no request
     */
    boolean hold(RealmModel realm, String userId, DeletionRequest.Hold hold);

    /** The request of the user as it waits its turn; empty if there is none. */
    Optional<QueuedDeletion> queued(RealmModel realm, String userId);

    /**
     * A page of the realm's requests, those due first in front.
     *
     * @param after only what comes behind it; null from the beginning
     */
    List<QueuedDeletion> queue(RealmModel realm, int first, Place after, int max);

    /** Requests of any realm that are due at that moment and not held, those due first in front. */
    List<Due> firstDue(Instant now, int max);

    /**
     * Requests of some of the users of any realm that are due at that moment and not held; in each slot those due first are
     * in front.
     *
     * @param after the last one of the page before; null for the first page
     */
    List<Due> due(Instant now, Slots slots, Due after, int max);

    /** Where a request stands among those of a realm, be it still there or not. */
    record Place(Instant dueAt, String userId) {}

    /**
     * Users who should be in Keycloak's own table and are not, although they have a request.
     *
     * @param after where the part before said to go on; null to begin
     */
    UserIds missingUsers(RealmModel realm, String after);

    /**
     * Users whom an external store keeps, as far as they have a request.
     *
     * @param after where the part before said to go on; null to begin
     */
    UserIds externalUsers(RealmModel realm, String after);

    /**
     * Removes the requests of users that are gone from a user store.
     *
     * @param userStoreId id of the component whose users are meant
     */
    void removeUsersOf(RealmModel realm, String userStoreId);

    /** Removes all requests of the realm. */
    void removeRealm(RealmModel realm);

    /** What Keycloak's event store tells of users who are gone. */
    StoredEvents storedEvents();

    /** What Keycloak's event store keeps of nobody and may tell of users who are gone. */
    StoredAttempts storedAttempts();

    /**
     * A request that is due.
     *
     * @param dueAt since when, in UTC
     * @param slot where the user is stored to be, by hash
     */
    record Due(String realmId, String userId, Instant dueAt, int slot) {}
}
