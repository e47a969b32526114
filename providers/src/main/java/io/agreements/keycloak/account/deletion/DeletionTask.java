package io.agreements.keycloak.account.deletion;

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
 * Carries out what is due, in batches, each account in a transaction of its own: whatever stops the server in the middle,
 * an account is either as it was or gone, and the next run goes on. Keycloak runs it on one node at a time.
 */
public final class DeletionTask implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(DeletionTask.class);
    private static final int BATCH = 100;

    private final Clock clock;

    public DeletionTask(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run(KeycloakSession session) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        int deleted = carryOutDue(factory, TaskSchedule.endOfRun(clock));
        if (deleted > 0) {
            LOG.infof("%d accounts deleted, as their users had asked for", deleted);
        }
    }

    private int carryOutDue(KeycloakSessionFactory factory, Instant end) {
        int deleted = 0;
        DeletionRequest last = null;
        List<DeletionRequest> batch = due(factory, null);
        while (!batch.isEmpty()) {
            for (DeletionRequest request : batch) {
                if (!clock.instant().isBefore(end)) {
                    goOn(factory, deleted);
                    return deleted;
                }
                deleted += carryOut(factory, request) ? 1 : 0;
                last = request;
            }
            batch = due(factory, last);
        }
        return deleted;
    }

    /** What cannot be deleted comes first each time, and is not tried more often for that. */
    private void goOn(KeycloakSessionFactory factory, int deleted) {
        if (deleted > 0) {
            TaskSchedule.goOnSoon(factory, this);
        }
    }

    private List<DeletionRequest> due(KeycloakSessionFactory factory, DeletionRequest after) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> session.getProvider(DeletionRequestProvider.class).due(clock.instant(), after, BATCH));
    }

    /** One account that cannot be deleted does not keep the others from it; it is tried again at the next run. */
    private boolean carryOut(KeycloakSessionFactory factory, DeletionRequest request) {
        try {
            return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> carryOut(session, request));
        } catch (RuntimeException e) {
            LOG.warnf(
                    "Account of user %s could not be deleted; the next run tries again; log at DEBUG says why",
                    request.userId());
            LOG.debug("Account not deleted", e);
            return false;
        }
    }

    /**
     * The user is looked up before the request is taken: looking up may remove a user who is gone from an external store, and
     * the request with it, in a transaction of its own. A user whose store is away just now stays on the list.
     */
    private boolean carryOut(KeycloakSession session, DeletionRequest request) {
        RealmModel realm = session.realms().getRealm(request.realmId());
        if (realm == null) {
            return false;
        }
        session.getContext().setRealm(realm);
        UserModel user = session.users().getUserById(realm, request.userId());
        DeletionRequestProvider requests = session.getProvider(DeletionRequestProvider.class);
        if (user == null || !requests.take(realm, request.userId(), clock.instant())) {
            return false;
        }
        if (!new DeletionRequests(session, clock).carryOut(realm, user)) {
            throw new IllegalStateException("the user store keeps the user");
        }
        return true;
    }
}
