package io.agreements.keycloak.ledger.retention;

import io.agreements.keycloak.RealmTimeZone;
import io.agreements.keycloak.TaskSchedule;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.details.ErasureDetails;
import io.agreements.keycloak.ledger.erasure.Expiry;
import io.agreements.keycloak.ledger.retention.RetentionRuns.Look;
import io.agreements.keycloak.task.Division;
import io.agreements.keycloak.task.Share;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/**
 * Erases addresses and user agents that are older than their realm keeps them, in batches, each in a transaction of its
 * own: whatever stops a run in the middle, the next goes on from there. The first batch of a run that erases something
 * in a realm leaves a record that says up to when the run erases, so that none is without one, however the realm's setting
 * is changed meanwhile; the last batch leaves one of what came behind that, and is noted even where nothing was erased.
 */
public final class RetentionTask implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(RetentionTask.class);
    private static final int BATCH = 1000;

    /** Where the day begins last. */
    private static final ZoneOffset EARLIEST_ZONE = ZoneOffset.MIN;

    private final Division division;
    private final Duration interval;
    private final Clock clock;

    /**
     * @param division by realms: each has slices that follow one another
     * @param interval between two runs of a node
     */
    public RetentionTask(Division division, Duration interval, Clock clock) {
        this.division = division;
        this.interval = interval;
        this.clock = clock;
    }

    /**
     * One node looks for realms in which something can have expired; where there is something to do, every node takes a share.
     * Realms take turns, a batch each, so that one that is far behind holds up none; each has one in every run.
     */
    @Override
    public void run(KeycloakSession session) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        Instant now = clock.instant();
        Instant end = TaskSchedule.endOfRun(clock);
        if (!division.isToLook(factory, interval)) {
            return;
        }
        List<String> due = due(factory, now);
        if (due.isEmpty()) {
            return;
        }
        try (Share share = division.take(factory, due)) {
            Outcome outcome = expire(factory, share, now, end);
            boolean isRest = outcome.left() > 0 || share.parts().size() < due.size();
            if (outcome.done() > 0 && isRest || share.parts().isEmpty()) {
                TaskSchedule.goOnSoonHere(factory, this);
            }
        }
    }

    private List<String> due(KeycloakSessionFactory factory, Instant now) {
        try {
            return realmIds(factory, now);
        } catch (RuntimeException e) {
            division.leaveLook(factory);
            throw e;
        }
    }

    private Outcome expire(KeycloakSessionFactory factory, Share share, Instant now, Instant end) {
        long records = 0;
        ErasuresTold told = new ErasuresTold();
        int done = 0;
        Deque<String> turns = new ArrayDeque<>(share.parts());
        int first = turns.size();
        for (int turn = 0;
                !turns.isEmpty() && (turn < first || clock.instant().isBefore(end)) && share.keep();
                turn++) {
            String realmId = turns.removeFirst();
            Optional<Slice> slice = expire(factory, share, realmId, now, told);
            if (slice.isPresent()) {
                Expiry expiry = slice.get().expiry();
                done++;
                if (!expiry.isOver()) {
                    turns.addLast(realmId);
                }
                if (expiry.untold() > 0) {
                    records += expiry.untold();
                    told.add(realmId, slice.get().before());
                }
            }
        }
        if (records > 0) {
            LOG.infof(
                    "IP address and user agent erased from %d records of %d realms that had expired",
                    records, told.realms());
        }
        return new Outcome(done, turns.size());
    }

    /**
     * Of a realm in which nothing can have expired since the last look nothing is asked; but for one look a day, which
     * audits count.
     */
    private static List<String> realmIds(KeycloakSessionFactory factory, Instant now) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            Map<String, Look> looks = session.getProvider(LedgerProvider.class)
                    .retentionRuns()
                    .since(LocalDate.ofInstant(now, EARLIEST_ZONE));
            return session.realms()
                    .getRealmsStream()
                    .filter(realm -> !suffices(looks.get(realm.getId()), realm, now))
                    .map(RealmModel::getId)
                    .toList();
        });
    }

    private static boolean suffices(Look look, RealmModel realm, Instant now) {
        return look != null && look.suffices(now, ConnectionRetention.of(realm), RealmTimeZone.of(realm));
    }

    /** What cannot be done in one realm does not keep the others from it; it is tried again at the next run. */
    private static Optional<Slice> expire(
            KeycloakSessionFactory factory, Share share, String realmId, Instant now, ErasuresTold told) {
        try {
            return Optional.of(share.inTransaction(factory, session -> expireSome(session, realmId, now, told)));
        } catch (RuntimeException e) {
            LOG.warnf(
                    "Connections of realm %s could not be erased; the next run tries again; log at DEBUG says why",
                    realmId);
            LOG.debug("Connections not erased", e);
            return Optional.empty();
        }
    }

    private static Slice expireSome(KeycloakSession session, String realmId, Instant now, ErasuresTold told) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm == null) {
            return new Slice(Expiry.FINISHED, now);
        }
        Instant before = now.minus(ConnectionRetention.of(realm));
        LedgerProvider ledger = session.getProvider(LedgerProvider.class);
        Expiry expiry = ledger.expireConnections(realm, before, now, BATCH, told.reaches(realmId, before));
        if (expiry.untold() > 0) {
            ledger.append(
                    LedgerRecord.of(ErasureDetails.ofRetention(expiry.untold(), before.toEpochMilli()), realm, now)
                            .build());
        }
        if (expiry.isOver()) {
            ledger.retentionRuns().add(realm, LocalDate.ofInstant(now, RealmTimeZone.of(realm)), expiry.records(), now);
        }
        return new Slice(expiry, before);
    }

    /**
     * What a transaction has done in a realm.
     *
     * @param before what occurred before that expires by the realm's setting of then
     */
    private record Slice(Expiry expiry, Instant before) {}

    /**
     * @param done slices
     * @param left realms that are not done
     */
    private record Outcome(int done, int left) {}
}
