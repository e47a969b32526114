package io.agreements.keycloak.account.departure;

import io.agreements.keycloak.ledger.UserIds;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Goes through the users of whom something is kept, part by part, and lets those who are gone depart. */
final class Search {

    private static final Logger LOG = Logger.getLogger(Search.class);

    private final UserFinder finder;
    private final BiPredicate<KeycloakSession, String> gone;
    private final Clock clock;

    /** Where it goes on in each realm; nothing is lost with it but the place. */
    private final Map<String, String> places = new HashMap<>();

    private Search(UserFinder finder, BiPredicate<KeycloakSession, String> gone, Clock clock) {
        this.finder = finder;
        this.gone = gone;
        this.clock = clock;
    }

    /** Of users who should be in Keycloak's own tables. */
    static Search ofMissing(UserFinder finder, Clock clock) {
        return new Search(finder, Whereabouts::isMissing, clock);
    }

    /** Of users whom external stores keep. */
    static Search ofExternal(UserFinder finder, Clock clock) {
        return new Search(finder, Whereabouts::isGoneFromStore, clock);
    }

    /** Of users whom external stores keep that are there: the end of a store is not on record for each of its users. */
    static Search ofLastingStores(UserFinder finder, Clock clock) {
        return new Search(finder, Whereabouts::isGoneFromLastingStore, clock);
    }

    static List<String> realmIds(KeycloakSessionFactory factory) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> session.realms()
                        .getRealmsStream()
                        .map(RealmModel::getId)
                        .toList());
    }

    /**
     * What cannot be done in one realm does not keep the others from it; it is tried again at the next run.
     *
     * @param end when the rest is left to the next run
     * @return how many users are gone
     */
    int run(KeycloakSessionFactory factory, String realmId, Instant end) {
        int users = 0;
        try {
            do {
                UserIds part =
                        inRealm(factory, realmId, (session, realm) -> finder.find(session, realm, places.get(realmId)));
                places.put(realmId, part.next());
                for (String userId : part.found()) {
                    users += removeOrLeave(factory, realmId, userId);
                    if (!clock.instant().isBefore(end)) {
                        places.put(realmId, userId);
                        break;
                    }
                }
            } while (isUnderWay(realmId) && clock.instant().isBefore(end));
        } catch (RuntimeException e) {
            warn(realmId, e);
        }
        return users;
    }

    /** One who cannot be seen to keeps no other from it. */
    private int removeOrLeave(KeycloakSessionFactory factory, String realmId, String userId) {
        try {
            return inRealm(factory, realmId, (session, realm) -> remove(session, realm, userId));
        } catch (RuntimeException e) {
            warn(realmId, e);
            return 0;
        }
    }

    private static void warn(String realmId, RuntimeException cause) {
        LOG.warnf(
                "Users who are gone from realm %s could not be seen to; it is tried again later; log at DEBUG says why",
                realmId);
        LOG.debug("Sweep failed", cause);
    }

    /** Whether there are users in a realm to whom it has not come yet. */
    boolean isUnderWay(String realmId) {
        return places.get(realmId) != null;
    }

    private int remove(KeycloakSession session, RealmModel realm, String userId) {
        if (!gone.test(session, userId)) {
            return 0;
        }
        new Departures(session, clock).ofMissingUser(realm, userId);
        return 1;
    }

    private static <T> T inRealm(KeycloakSessionFactory factory, String realmId, Work<T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            if (realm == null) {
                throw new IllegalStateException("the realm has been removed meanwhile");
            }
            session.getContext().setRealm(realm);
            return work.in(session, realm);
        });
    }

    private interface Work<T> {
        T in(KeycloakSession session, RealmModel realm);
    }
}
