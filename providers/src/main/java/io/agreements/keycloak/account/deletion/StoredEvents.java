package io.agreements.keycloak.account.deletion;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.models.RealmModel;

/**
 * What Keycloak's event store tells of users who are gone. Keycloak stores the events of a removal after it, and there may be
 * many of one user: so whoever goes is noted with the removal, and erased later. Writing takes part in the session's
 * transaction.
 */
public interface StoredEvents {

    /** Whether the event store in use is one out of which the events of one user can be taken. */
    boolean areErasable();

    /**
     * Has what is told of the user erased later.
     *
     * @param names what the user was called; only digests of them are kept
     */
    void eraseLater(GoneUser user, Collection<String> names);

    /** Has the same of several users of one realm erased later, by a few statements for all of them. */
    void eraseLater(Map<GoneUser, Set<String>> names);

    /** Forgets who waits in a realm that is removed; Keycloak clears its events. */
    void removeRealm(RealmModel realm);

    /**
     * Those who went before that moment, the first ones in front.
     *
     * @param after the last one of the part before; null to begin
     */
    List<GoneUser> waiting(Instant before, GoneUser after, int max);

    /** Nothing more is to be erased of the user. */
    void remove(GoneUser user);

    /** Nothing more is to be erased of the user but what is {@linkplain StoredAttempts told of nobody}. */
    void leaveAttempts(GoneUser user, Instant now);

    /**
     * Removes some of the events of a user.
     *
     * @return how many; none once all are gone
     */
    int eraseSome(GoneUser user, int max);

    /**
     * Takes out of some of a realm's admin events what tells who these users were. Who did what to which id, and when, stays.
     *
     * @param after where the part before ended; null to begin
     * @return where this part ended; null if nothing is left
     */
    AdminEventPlace strip(String realmId, List<GoneUser> users, AdminEventPlace after, int max);

    /** A place in the admin events of a realm, which are in the order of time. */
    record AdminEventPlace(long time, String id) {}
}
