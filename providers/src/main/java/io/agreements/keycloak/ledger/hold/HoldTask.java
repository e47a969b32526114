package io.agreements.keycloak.ledger.hold;

import io.agreements.keycloak.TaskSchedule;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.details.ErasureDetails;
import io.agreements.keycloak.ledger.erasure.Erasure;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.KeycloakSessionTask;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/**
 * Ends holds whose date has come, and erases what holds that are over have kept from being erased, in small parts, each a
 * transaction of its own with what the ledger says of it. A hold is settled last: whatever stops a run in the middle, the
 * next goes on with what is left. Keycloak runs it on one node at a time.
 */
public final class HoldTask implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(HoldTask.class);

    private static final int HOLDS = 100;
    private static final int USERS = 50;

    private final Clock clock;

    public HoldTask(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run(KeycloakSession session) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        Instant end = TaskSchedule.endOfRun(clock);
        List<Hold> due = inTransaction(factory, own -> holds(own).due(clock.instant(), HOLDS));
        due.forEach(hold -> tried(hold, () -> run(factory, own -> new LegalHolds(own, clock).end(hold))));
        for (Hold hold : inTransaction(factory, own -> holds(own).unsettled(HOLDS))) {
            if (clock.instant().isBefore(end)) {
                tried(hold, () -> carryOut(factory, hold, end));
            }
        }
    }

    /** What cannot be done of one hold does not keep the others from it; it is tried again at the next run. */
    private static void tried(Hold hold, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warnf(
                    "Legal hold %s of realm %s could not be brought to its end; the next run tries again; log at DEBUG"
                            + " says why",
                    hold.id(), hold.realmId());
            LOG.debug("Hold not ended", e);
        }
    }

    private void carryOut(KeycloakSessionFactory factory, Hold hold, Instant end) {
        HeldErasure last = null;
        do {
            HeldErasure after = last;
            last = inTransaction(factory, own -> eraseSome(own, hold, after));
        } while (last != null && clock.instant().isBefore(end));
        if (last == null) {
            run(factory, own -> settle(own, hold));
        }
    }

    /** @return where the next part begins; null at the end */
    private HeldErasure eraseSome(KeycloakSession session, Hold hold, HeldErasure after) {
        Holds holds = holds(session);
        List<HeldErasure> some = holds.waiting(hold, after, USERS);
        for (HeldErasure held : some) {
            Erasure erasure = holds.carryOut(held);
            if (erasure.records() > 0) {
                append(
                        session,
                        hold,
                        erasure.userId(),
                        ErasureDetails.afterHold(erasure, held.goneAt().toEpochMilli()));
            }
        }
        return some.size() < USERS ? null : some.get(USERS - 1);
    }

    private void settle(KeycloakSession session, Hold hold) {
        KeptConnections erased = holds(session).expireConnections(hold);
        if (erased.records() > 0) {
            append(
                    session,
                    hold,
                    hold.userId(),
                    ErasureDetails.ofRetention(erased.records(), erased.before().toEpochMilli()));
        }
        holds(session).settle(hold);
        LOG.infof(
                "Legal hold %s of realm %s is over; what it kept from being erased is erased",
                hold.id(), hold.realmId());
    }

    private void append(KeycloakSession session, Hold hold, String userId, ErasureDetails details) {
        session.getProvider(LedgerProvider.class)
                .append(LedgerRecord.of(details, hold.realmId(), clock.instant())
                        .user(userId)
                        .build());
    }

    private static Holds holds(KeycloakSession session) {
        return session.getProvider(LedgerProvider.class).holds();
    }

    private static void run(KeycloakSessionFactory factory, KeycloakSessionTask work) {
        KeycloakModelUtils.runJobInTransaction(factory, work);
    }

    private static <T> T inTransaction(KeycloakSessionFactory factory, Function<KeycloakSession, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, work::apply);
    }
}
