package io.agreements.keycloak.account.deletion;

import io.agreements.keycloak.TaskSchedule;
import io.agreements.keycloak.account.deletion.DeletionRequestProvider.Due;
import io.agreements.keycloak.task.Division;
import io.agreements.keycloak.task.Shards;
import io.agreements.keycloak.task.Share;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/**
 * Carries out what is due. Every node of a cluster takes a share of the users, by hash, and several threads work on it.
 * Whatever stops the server in the middle, an account is either as it was or gone, and another run goes on.
 */
public final class DeletionTask implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(DeletionTask.class);

    private final Shards shards;
    private final int threads;
    private final Division division;
    private final Clock clock;

    /** @param threads that work on a node's share at once, from 1 */
    public DeletionTask(Shards shards, int threads, Division division, Clock clock) {
        this.shards = shards;
        this.threads = threads;
        this.division = division;
        this.clock = clock;
    }

    @Override
    public void run(KeycloakSession session) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        Instant end = TaskSchedule.endOfRun(clock);
        List<Due> first = firstDue(factory);
        if (first.isEmpty()) {
            return;
        }
        List<String> parts = parts(first);
        try (Share share = division.take(factory, parts)) {
            DeletionRun run = new DeletionRun(factory, shards, share, clock, end);
            int deleted = run.carryOut(threads);
            if (deleted > 0) {
                LOG.infof("%d accounts deleted, as their users had asked for", deleted);
            }
            // What cannot be deleted comes first each time, and is not tried more often for that.
            boolean isRest = !run.isAtItsEnd() || share.parts().size() < parts.size();
            if (deleted > 0 && isRest || share.parts().isEmpty()) {
                TaskSchedule.goOnSoonHere(factory, this);
            }
        }
    }

    /** Where there are few, only the shards in which they are. */
    private List<String> parts(List<Due> first) {
        return first.size() < DeletionRun.BATCH
                ? shards.partsOf(first.stream().map(Due::slot).toList())
                : shards.parts();
    }

    private List<Due> firstDue(KeycloakSessionFactory factory) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> session.getProvider(DeletionRequestProvider.class)
                        .firstDue(clock.instant(), DeletionRun.BATCH));
    }
}
