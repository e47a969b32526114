package io.agreements.keycloak.conduct;

import io.agreements.keycloak.TaskSchedule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/**
 * Has notices whose date has come take effect as the suspensions they are from then on, each in a transaction of its own.
 * Keycloak runs it on one node at a time.
 */
public final class NoticeTask implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(NoticeTask.class);
    private static final int BATCH = 100;

    private final Clock clock;

    public NoticeTask(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run(KeycloakSession session) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        Instant end = TaskSchedule.endOfRun(clock);
        Restriction last = null;
        List<Restriction> batch = due(factory, null);
        while (!batch.isEmpty()) {
            for (Restriction notice : batch) {
                if (!clock.instant().isBefore(end)) {
                    return;
                }
                miss(factory, notice);
                last = notice;
            }
            batch = due(factory, last);
        }
    }

    private List<Restriction> due(KeycloakSessionFactory factory, Restriction after) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> session.getProvider(RestrictionProvider.class).due(clock.instant(), after, BATCH));
    }

    /** What cannot be done for one user does not keep the others from it; it is tried again at the next run. */
    private void miss(KeycloakSessionFactory factory, Restriction notice) {
        try {
            KeycloakModelUtils.runJobInTransaction(factory, session -> miss(session, notice));
        } catch (RuntimeException e) {
            LOG.warnf(
                    "The notice %s could not become a suspension; the next run tries again; log at DEBUG says why",
                    notice.id());
            LOG.debug("Notice not taken further", e);
        }
    }

    /** A user whose store is away just now waits; no token is given meanwhile all the same. */
    private void miss(KeycloakSession session, Restriction notice) {
        RealmModel realm = session.realms().getRealm(notice.realmId());
        if (realm == null) {
            return;
        }
        session.getContext().setRealm(realm);
        UserModel user = session.users().getUserById(realm, notice.userId());
        if (user != null) {
            new Restrictions(session, clock).miss(realm, user, notice);
        }
    }
}
