package io.agreements.keycloak.ledger.log;

import io.agreements.keycloak.CollisionException;
import io.agreements.keycloak.TaskSchedule;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.log.meter.LogMeters;
import io.agreements.keycloak.ledger.log.store.LogStore;
import io.agreements.keycloak.task.Division;
import io.agreements.keycloak.task.Share;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/**
 * Puts records into the logs of their realms, in batches, each in a transaction of its own with the checkpoint that covers
 * it: whatever stops a run in the middle, the next goes on from there.
 */
public final class SequencerTask implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(SequencerTask.class);

    private final LogAnchors anchors;
    private final WaitingRecords waiting;
    private final Division division;
    private final Clock clock;
    private final UnfitRecords unfit;

    /**
     * @param waiting says when it is worth looking for records
     * @param division by realms: in each the records have an order
     */
    public SequencerTask(LogAnchors anchors, WaitingRecords waiting, Division division, Clock clock) {
        this.anchors = anchors;
        this.waiting = waiting;
        this.division = division;
        this.clock = clock;
        this.unfit = new UnfitRecords(clock);
    }

    /** Realms take turns, so that one that is far behind holds up none. */
    @Override
    public void run(KeycloakSession session) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        Instant end = TaskSchedule.endOfRun(clock);
        if (!waiting.areToBeLookedFor()) {
            return;
        }
        List<String> realms = realmsBehind(factory);
        if (realms.isEmpty()) {
            return;
        }
        // What is left, and what others have taken and may not come to, is looked for again.
        waiting.come();
        try (Share share = division.take(factory, realms)) {
            Deque<String> behind = new ArrayDeque<>(share.parts());
            while (!behind.isEmpty() && clock.instant().isBefore(end) && share.keep()) {
                String realmId = behind.removeFirst();
                if (sequence(factory, share, realmId)) {
                    behind.addLast(realmId);
                }
            }
        }
    }

    private static List<String> realmsBehind(KeycloakSessionFactory factory) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> session.getProvider(LedgerProvider.class).logs().realmsBehind());
    }

    /**
     * What cannot be done in one realm does not keep the others from it; it is tried again at the next run.
     *
     * @return whether the realm has more
     */
    private boolean sequence(KeycloakSessionFactory factory, Share share, String realmId) {
        try {
            int entries = share.inTransaction(factory, session -> {
                RealmModel realm = session.realms().getRealm(realmId);
                if (realm == null) {
                    return 0;
                }
                session.getContext().setRealm(realm);
                LogStore store = session.getProvider(LedgerProvider.class).logs();
                Sequencer sequencer = new Sequencer(session, store, anchors, clock);
                int count = sequencer.sequence(realm);
                // Where the log takes nothing, everything waits, and would be looked through at every run.
                if (count < Sequencer.BATCH && sequencer.isOpen(realm)) {
                    unfit.look(session, realm, store);
                }
                return count;
            });
            if (entries > 0) {
                LogMeters.count(entries);
            }
            return entries == Sequencer.BATCH;
        } catch (CollisionException e) {
            LOG.debugf(e, "Somebody else puts records of realm %s into its log", realmId);
            return false;
        } catch (RuntimeException e) {
            LOG.warnf(e, "Records of realm %s could not be put into its log; the next run tries again", realmId);
            return false;
        }
    }
}
