package io.agreements.keycloak.account.departure;

import io.agreements.keycloak.TaskSchedule;
import io.agreements.keycloak.acceptance.AcceptanceProvider;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.removal.RealmErasure;
import io.agreements.keycloak.ledger.removal.RealmErasures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/**
 * Erases what is left of the users of realms that are gone, slice by slice, each in a transaction of its own: whatever stops
 * a run in the middle, the next goes on from there. What it does is on record since the removal.
 */
public final class RealmErasureTask implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(RealmErasureTask.class);

    /** What every database takes in one list. */
    private static final int STANDINGS = 500;

    private static final int RECORDS = 1000;

    /** What whoever removes a realm waits for it. Small realms are done by then. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private final Clock clock;

    public RealmErasureTask(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run(KeycloakSession session) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        if (!erase(factory, TaskSchedule.endOfRun(clock))) {
            TaskSchedule.goOnSoon(factory, this);
        }
    }

    /**
     * Begins with what has just been committed; the task goes on with what is left then. Nothing is thrown: the realm is gone,
     * and whoever has removed it is not to be told otherwise.
     */
    public void begin(KeycloakSessionFactory factory) {
        try {
            erase(factory, clock.instant().plus(AT_ONCE));
        } catch (RuntimeException e) {
            LOG.debug("The task begins with users of realms that are gone", e);
        }
    }

    /** @return whether all is done that could be */
    private boolean erase(KeycloakSessionFactory factory, Instant end) {
        List<RealmErasure> waiting = KeycloakModelUtils.runJobInTransactionWithResult(
                factory, session -> erasures(session).waiting());
        boolean isOver = true;
        for (RealmErasure erasure : waiting) {
            isOver &= erase(factory, erasure, end);
        }
        return isOver;
    }

    /**
     * A slice at least, whatever others have left of the time: what cannot be done in one realm does not keep the others from
     * it, and is tried again at the next run.
     */
    private boolean erase(KeycloakSessionFactory factory, RealmErasure erasure, Instant end) {
        try {
            boolean isOver;
            do {
                isOver = KeycloakModelUtils.runJobInTransactionWithResult(
                        factory, session -> eraseSome(session, erasure));
            } while (!isOver && clock.instant().isBefore(end));
            return isOver;
        } catch (RuntimeException e) {
            LOG.warnf(
                    "What realm %s has left of its users could not be erased; the next run tries again; log at DEBUG says"
                            + " why",
                    erasure.realmId());
            LOG.debug("Users of a realm that is gone not erased", e);
            return true;
        }
    }

    /** @return whether nothing is left */
    private static boolean eraseSome(KeycloakSession session, RealmErasure erasure) {
        RealmErasures erasures = erasures(session);
        if (!erasures.lock(erasure)) {
            return true;
        }
        boolean isOver = removeStandings(session, erasure) && erasures.eraseSome(erasure, RECORDS);
        if (isOver) {
            erasures.finish(erasure);
        }
        return isOver;
    }

    /**
     * A realm that is made again under the id has begun without them, and what is taken over into it may have been decided long
     * ago.
     *
     * @return whether none is left
     */
    private static boolean removeStandings(KeycloakSession session, RealmErasure erasure) {
        AcceptanceProvider standings = session.getProvider(AcceptanceProvider.class);
        return standings.knownUsers().isRealmThere(erasure.realmId())
                || standings.removeSome(erasure.realmId(), erasure.lastAt(), STANDINGS);
    }

    private static RealmErasures erasures(KeycloakSession session) {
        return session.getProvider(LedgerProvider.class).realmErasures();
    }
}
