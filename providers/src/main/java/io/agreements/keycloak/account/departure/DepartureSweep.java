package io.agreements.keycloak.account.departure;

import io.agreements.keycloak.TaskSchedule;
import io.agreements.keycloak.acceptance.AcceptanceProvider;
import io.agreements.keycloak.account.deletion.DeletionRequestProvider;
import io.agreements.keycloak.ledger.Actor;
import io.agreements.keycloak.ledger.ErasedName;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.UserIds;
import io.agreements.keycloak.ledger.details.ErasureDetails;
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
import org.keycloak.timer.ScheduledTask;

/**
 * Finds users who are gone although nothing announced it: they were removed from Keycloak's tables behind its back, with all
 * imported users of a store, or by the store itself. A run goes through a part, and the next goes on from there. Keycloak
 * runs it on one node at a time.
 */
public final class DepartureSweep implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(DepartureSweep.class);

    /** Names for each transaction: of each there may be many records. */
    private static final int NAMES = 20;

    private static final List<Search> SEARCHES = List.of(
            new Search(
                    "standings",
                    (session, realm, after) ->
                            session.getProvider(AcceptanceProvider.class).missingUsers(realm, after),
                    Whereabouts::isMissing),
            new Search(
                    "requests",
                    (session, realm, after) ->
                            session.getProvider(DeletionRequestProvider.class).missingUsers(realm, after),
                    Whereabouts::isMissing),
            new Search(
                    "records",
                    (session, realm, after) ->
                            session.getProvider(LedgerProvider.class).missingUsers(realm, after),
                    Whereabouts::isMissing),
            new Search(
                    "external",
                    (session, realm, after) ->
                            session.getProvider(AcceptanceProvider.class).externalUsers(realm, after),
                    Whereabouts::isGoneFromStore));

    private final Clock clock;

    /** Where each search of each realm goes on; nothing is lost with it but the place. */
    private final Map<String, String> places = new HashMap<>();

    public DepartureSweep(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run(KeycloakSession session) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        Instant end = TaskSchedule.endOfRun(clock);
        int users = 0;
        for (String realmId : realmIds(factory)) {
            for (Search search : SEARCHES) {
                users += sweep(factory, realmId, search, end);
            }
        }
        users += eraseNames(factory, end);
        if (users > 0) {
            LOG.infof("%d users found to be gone: their standings, requests and identities are removed", users);
        }
    }

    /** A part of them in each run, whatever the searches have left of its time. What fails is tried again at the next run. */
    private int eraseNames(KeycloakSessionFactory factory, Instant end) {
        int names = 0;
        try {
            int some;
            do {
                some = KeycloakModelUtils.runJobInTransactionWithResult(factory, this::eraseSomeNames);
                names += some;
            } while (some >= NAMES && clock.instant().isBefore(end));
        } catch (RuntimeException e) {
            LOG.warn(
                    "Names of users who are gone could not be erased; the next run tries again; log at DEBUG says why");
            LOG.debug("Names not erased", e);
        }
        return names;
    }

    /** The log of a realm that is gone has come to its end, and the last in it speaks of all its users. */
    private int eraseSomeNames(KeycloakSession session) {
        Instant now = clock.instant();
        LedgerProvider ledger = session.getProvider(LedgerProvider.class);
        List<ErasedName> erased = ledger.eraseNames(NAMES, now);
        for (ErasedName name : erased) {
            if (name.erasure().records() > 0 && session.realms().getRealm(name.realmId()) != null) {
                ledger.append(
                        LedgerRecord.of(ErasureDetails.ofUser(Actor.SCHEDULE, name.erasure()), name.realmId(), now)
                                .user(name.erasure().userId())
                                .method(Actor.SCHEDULE.method())
                                .build());
            }
        }
        return erased.size();
    }

    private static List<String> realmIds(KeycloakSessionFactory factory) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> session.realms()
                        .getRealmsStream()
                        .map(RealmModel::getId)
                        .toList());
    }

    /** What cannot be done in one realm does not keep the others from it; it is tried again at the next run. */
    private int sweep(KeycloakSessionFactory factory, String realmId, Search search, Instant end) {
        String place = realmId + " " + search.name();
        int users = 0;
        try {
            do {
                UserIds part = inRealm(
                        factory, realmId, (session, realm) -> search.finder().find(session, realm, places.get(place)));
                for (String userId : part.found()) {
                    users += inRealm(factory, realmId, (session, realm) -> remove(session, realm, userId, search));
                }
                places.put(place, part.next());
            } while (places.get(place) != null && clock.instant().isBefore(end));
        } catch (RuntimeException e) {
            LOG.warnf(
                    "Users who are gone from realm %s could not be seen to; the next run tries again; log at DEBUG says why",
                    realmId);
            LOG.debug("Sweep failed", e);
        }
        return users;
    }

    private int remove(KeycloakSession session, RealmModel realm, String userId, Search search) {
        if (!search.gone().test(session, userId)) {
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

    private record Search(String name, Finder finder, BiPredicate<KeycloakSession, String> gone) {}

    private interface Finder {
        UserIds find(KeycloakSession session, RealmModel realm, String after);
    }

    private interface Work<T> {
        T in(KeycloakSession session, RealmModel realm);
    }
}
