package io.agreements.keycloak.account.departure;

import io.agreements.keycloak.TaskSchedule;
import io.agreements.keycloak.acceptance.AcceptanceProvider;
import io.agreements.keycloak.account.deletion.DeletionRequestProvider;
import io.agreements.keycloak.ledger.Actor;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.details.ErasureDetails;
import io.agreements.keycloak.ledger.erasure.ErasedName;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
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

    private final List<Search> searches;
    private final Clock clock;

    /** The realm the run before has come to, so that each has its turn; null before the first run. */
    private String last;

    public DepartureSweep(Clock clock) {
        this.searches = List.of(
                Search.ofMissing((session, realm, after) -> standings(session).missingUsers(realm, after), clock),
                Search.ofMissing((session, realm, after) -> requests(session).missingUsers(realm, after), clock),
                Search.ofMissing((session, realm, after) -> ledger(session).missingUsers(realm, after), clock),
                Search.ofExternal((session, realm, after) -> standings(session).externalUsers(realm, after), clock),
                Search.ofExternal((session, realm, after) -> requests(session).externalUsers(realm, after), clock),
                Search.ofLastingStores(
                        (session, realm, after) -> ledger(session).externalUsers(realm, after), clock));
        this.clock = clock;
    }

    @Override
    public void run(KeycloakSession session) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        Instant end = TaskSchedule.endOfRun(clock);
        int users = 0;
        List<String> left = fromWhereItWas(Search.realmIds(factory));
        for (String realmId : left) {
            if (!clock.instant().isBefore(end)) {
                break;
            }
            last = realmId;
            for (Search search : searches) {
                users += search.run(factory, realmId, end);
            }
        }
        users += eraseNames(factory, end);
        if (users > 0) {
            LOG.infof("%d users found to be gone: their standings, requests and identities are removed", users);
            if (!clock.instant().isBefore(end)) {
                TaskSchedule.goOnSoon(factory, this);
            }
        }
    }

    /** Realms in an order that stays, beginning with the one whose users there was no time for, or the next. */
    private List<String> fromWhereItWas(List<String> realmIds) {
        List<String> ordered = realmIds.stream().sorted().toList();
        boolean isUnderWay = searches.stream().anyMatch(search -> search.isUnderWay(last));
        return Stream.concat(
                        ordered.stream().filter(id -> isBehind(id, isUnderWay)),
                        ordered.stream().filter(id -> !isBehind(id, isUnderWay)))
                .toList();
    }

    private boolean isBehind(String realmId, boolean orSame) {
        return last == null || realmId.compareTo(last) > (orSame ? -1 : 0);
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
        LedgerProvider ledger = ledger(session);
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

    private static AcceptanceProvider standings(KeycloakSession session) {
        return session.getProvider(AcceptanceProvider.class);
    }

    private static DeletionRequestProvider requests(KeycloakSession session) {
        return session.getProvider(DeletionRequestProvider.class);
    }

    private static LedgerProvider ledger(KeycloakSession session) {
        return session.getProvider(LedgerProvider.class);
    }
}
