package io.agreements.keycloak.ledger.log.out;

import io.agreements.keycloak.TaskSchedule;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.log.LogTrust;
import io.agreements.keycloak.ledger.log.OutgoingLog;
import io.agreements.keycloak.ledger.log.store.LogState;
import io.agreements.keycloak.ledger.log.store.LogStore;
import io.agreements.keycloak.ledger.log.store.StoredCheckpoint;
import io.agreements.keycloak.ledger.log.store.StoredCheckpoint.Stamp;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/**
 * Has the last checkpoint of each log stamped by an authority, where the last stamp is old enough: it vouches for all entries
 * before it. No transaction is open meanwhile; what fails is tried again.
 */
public final class TimeStampTask implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(TimeStampTask.class);

    /** An authority that does not answer is left alone for so long. */
    private static final Duration REST = Duration.ofSeconds(30);

    private final TimeStampAuthority authority;
    private final Duration interval;
    private final Clock clock;

    /** What this server knows of each log, so that where nothing is to be done nothing is read. */
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private volatile Instant restsUntil = Instant.MIN;

    /** @param interval between two stamps of a log at least */
    public TimeStampTask(TimeStampAuthority authority, Duration interval, Clock clock) {
        this.authority = authority;
        this.interval = interval;
        this.clock = clock;
    }

    /**
     * The last stamp of a log.
     *
     * @param size of its checkpoint; 0 for none
     */
    private record Known(int originNumber, long size, Instant at) {}

    @Override
    public void run(KeycloakSession session) {
        if (clock.instant().isBefore(restsUntil)) {
            return;
        }
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        WebClient web =
                new WebClient(session.getProvider(HttpClientProvider.class).getHttpClient(), clock);
        Instant end = TaskSchedule.endOfRun(clock);
        for (LogState log : inStore(factory, LogStore::all)) {
            if (clock.instant().isAfter(end)) {
                return;
            }
            if (log.halt() == null && isDue(factory, log) && !stamp(factory, web, log)) {
                restsUntil = clock.instant().plus(REST);
                return;
            }
        }
    }

    private boolean isDue(KeycloakSessionFactory factory, LogState log) {
        Known last = known.get(log.realmId());
        if (last == null || last.originNumber() != log.originNumber()) {
            last = inStore(factory, store -> store.latestStamped(log))
                    .map(checkpoint -> new Known(
                            log.originNumber(),
                            checkpoint.size(),
                            checkpoint.stamp().at()))
                    .orElse(new Known(log.originNumber(), 0, Instant.EPOCH));
            known.put(log.realmId(), last);
        }
        return last.size() < log.size() && !clock.instant().isBefore(last.at().plus(interval));
    }

    /** @return false if the authority is to be left alone for a while */
    private boolean stamp(KeycloakSessionFactory factory, WebClient web, LogState log) {
        Optional<StoredCheckpoint> latest = inStore(factory, store -> store.latest(log));
        if (latest.isEmpty()) {
            return true;
        }
        StoredCheckpoint checkpoint = latest.get();
        if (!inStore(factory, store -> LogTrust.of(store).believes(log, checkpoint))) {
            halt(factory, log, ContradictionException.unsigned(checkpoint));
            return true;
        }
        try {
            Stamp stamp = authority.stamp(web, checkpoint.stamped());
            inStore(factory, store -> {
                store.stamp(log.realmId(), checkpoint, stamp);
                return stamp;
            });
            known.put(log.realmId(), new Known(log.originNumber(), checkpoint.size(), clock.instant()));
            return true;
        } catch (IOException e) {
            LOG.warnf(
                    "The last checkpoint of the log of realm %s has no time stamp; it is asked for again: %s",
                    log.realmId(), e.getMessage());
            return false;
        } catch (RuntimeException e) {
            LOG.warnf(
                    e,
                    "The time stamp for the log of realm %s could not be kept; it is asked for again",
                    log.realmId());
            return false;
        }
    }

    private void halt(KeycloakSessionFactory factory, LogState log, ContradictionException contradiction) {
        KeycloakModelUtils.runJobInTransaction(
                factory,
                session -> new OutgoingLog(
                                session,
                                session.getProvider(LedgerProvider.class).logs(),
                                log,
                                clock)
                        .halt(contradiction.getMessage()));
    }

    private static <T> T inStore(KeycloakSessionFactory factory, Function<LogStore, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> work.apply(session.getProvider(LedgerProvider.class).logs()));
    }
}
