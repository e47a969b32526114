package io.agreements.keycloak.task;

import io.agreements.keycloak.CollisionException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Parts of a task's work that are for one run alone, as long as it {@linkplain #keep keeps} them. Several threads may use it. */
public final class Share implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Share.class);

    private final String task;
    private final String owner;
    private final List<String> parts;
    private final LeaseDesk desk;
    private final Clock clock;

    /** Null once somebody else has one of them. */
    private Instant until;

    Share(String task, String owner, List<String> parts, Instant until, LeaseDesk desk, Clock clock) {
        this.task = task;
        this.owner = owner;
        this.parts = List.copyOf(parts);
        this.until = until;
        this.desk = desk;
        this.clock = clock;
    }

    /** Which they are, in no order; none where others have them all. */
    public List<String> parts() {
        return parts;
    }

    /** Whether they are the caller's still. */
    public synchronized boolean isHeld() {
        return until != null && clock.instant().isBefore(until);
    }

    /**
     * To be asked before each step: once half of their time is over, they are taken for longer.
     *
     * @return false if they are the caller's no more; then nothing more is to be done
     */
    public synchronized boolean keep() {
        Instant now = now();
        if (parts.isEmpty() || !isHeld()) {
            return false;
        }
        if (now.isBefore(until.minus(LeaseTimes.LENGTH.dividedBy(2)))) {
            return true;
        }
        renew(now);
        return isHeld();
    }

    private void renew(Instant now) {
        Instant later = new LeaseTimes(now).until();
        try {
            int still = desk.call(store -> store.end(task, owner, later));
            if (still == parts.size()) {
                until = later;
            } else {
                close();
            }
        } catch (CollisionException e) {
            LOG.debugf(e, "Somebody else takes parts of %s at the same moment", task);
        }
    }

    /**
     * Works on one of the parts in a transaction that is not committed once the part is somebody else's. One that takes longer
     * than a lease is, if nobody has taken the part meanwhile.
     *
     * @throws RuntimeException if somebody has; nothing is written
     */
    public <T> T inTransaction(KeycloakSessionFactory factory, Function<KeycloakSession, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            T result = work.apply(session);
            // What else waits for the commit was enlisted by the work, and has its turn before.
            guard(session);
            return result;
        });
    }

    void guard(KeycloakSession session) {
        session.getTransactionManager().enlistPrepare(new BeforeCommit());
    }

    /** Others may have them at once. */
    @Override
    public synchronized void close() {
        boolean held = until != null && !parts.isEmpty();
        until = null;
        if (held) {
            release();
        }
    }

    private void release() {
        Instant ended = new LeaseTimes(now()).ended();
        try {
            desk.call(store -> store.end(task, owner, ended));
        } catch (RuntimeException e) {
            LOG.debugf(e, "Parts of %s are not given back; their time ends by itself", task);
        }
    }

    /** Whether somebody has taken over is in the row, however long it took. */
    private synchronized void requireHeld() {
        if (until != null && !isHeld()) {
            renew(now());
        }
        if (!isHeld()) {
            throw new IllegalStateException("the time for this part of " + task + " is over");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private final class BeforeCommit extends AbstractKeycloakTransaction {

        @Override
        protected void commitImpl() {
            requireHeld();
        }

        @Override
        protected void rollbackImpl() {
            LOG.debugf("Work on a part of %s is undone", task);
        }
    }
}
