package io.agreements.keycloak.acceptance;

import io.agreements.keycloak.ServerClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.storage.StorageId;

/**
 * A user's latest decisions, kept in Keycloak's cache of users, beside the user. They go with the user's entry, which
 * {@linkplain ChangedStandings every change of a standing} throws out on all nodes; what somebody reads at that very moment
 * is kept beside an entry that is thrown out too, for the entry is there before they are read.
 */
public final class KeptStandings {

    private static final String NAME = "agreements.standings";

    /** For a node that ends between a commit and telling the others of it. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;

    KeptStandings(KeycloakSession session, RealmModel realm, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
    }

    /** Those of a realm's users. */
    public static KeptStandings of(KeycloakSession session, RealmModel realm) {
        return new KeptStandings(session, realm, ServerClock.INSTANCE);
    }

    /**
     * The latest decisions of a user, with what has been decided in this very request. No query is made where they are kept;
     * one otherwise, as of users whom an external store keeps.
     */
    public Standings latest(UserModel user) {
        DecisionsAhead.writeFor(session, user);
        if (!(user instanceof CachedUserModel cached) || !isKept(user)) {
            return Standings.latest(session, realm, user);
        }
        Instant now = clock.instant();
        Map<Object, Object> beside = beside(cached);
        if (beside.get(NAME) instanceof Read read && read.isGood(realm, now)) {
            return read.standings();
        }
        Standings standings = Standings.latest(session, realm, user);
        beside.put(NAME, new Read(realm.getId(), standings, now.plus(LONGEST)));
        return standings;
    }

    @SuppressWarnings("unchecked")
    private static Map<Object, Object> beside(CachedUserModel user) {
        return user.getCachedWith();
    }

    /** What this transaction has changed is not committed; ids that an external store gives may be somebody else's later. */
    private boolean isKept(UserModel user) {
        return StorageId.isLocalStorage(user.getId())
                && !ChangedStandings.of(session).contains(realm.getId(), user.getId());
    }

    private record Read(String realmId, Standings standings, Instant until) {

        boolean isGood(RealmModel realm, Instant now) {
            return realmId.equals(realm.getId()) && now.isBefore(until);
        }
    }
}
