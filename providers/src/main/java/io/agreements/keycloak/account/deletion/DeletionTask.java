package io.agreements.keycloak.account.deletion;

import java.time.Clock;
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
final class DeletionTask implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(DeletionTask.class);
    private static final int BATCH = 100;

    private final Clock clock;

    DeletionTask(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run(KeycloakSession session) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        int deleted = 0;
        DeletionRequest last = null;
        List<DeletionRequest> batch = due(factory, null);
        while (!batch.isEmpty()) {
            for (DeletionRequest request : batch) {
                deleted += carryOut(factory, request) ? 1 : 0;
                last = request;
            }
            batch = due(factory, last);
        }
        if (deleted > 0) {
            LOG.infof("%d accounts deleted, as their users had asked for", deleted);
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
            LOG.warnf(e, "Account of user %s could not be deleted; the next run tries again", request.userId());
            return false;
        }
    }

    private boolean carryOut(KeycloakSession session, DeletionRequest request) {
        RealmModel realm = session.realms().getRealm(request.realmId());
        session.getContext().setRealm(realm);
        boolean taken =
                session.getProvider(DeletionRequestProvider.class).take(realm, request.userId(), clock.instant());
        UserModel user = taken ? session.users().getUserById(realm, request.userId()) : null;
        if (user == null) {
            return false;
        }
        if (!new DeletionRequests(session, clock).carryOut(realm, user)) {
            throw new IllegalStateException("the user store keeps the user");
        }
        return true;
    }
}
