package io.agreements.keycloak.statistics;

import io.agreements.keycloak.RealmTimeZone;
import io.agreements.keycloak.TaskSchedule;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/**
 * Publishes what is over for a day, realm by realm: by then all of it is committed. Each period in a transaction of its own:
 * whatever stops a run in the middle, the next goes on from there.
 */
public final class StatisticsTask implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(StatisticsTask.class);

    /** The day up to which all was done in a realm, so that the same day is looked at once. */
    private final Map<String, LocalDate> done = new ConcurrentHashMap<>();

    private final Clock clock;

    public StatisticsTask(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run(KeycloakSession session) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        Instant end = TaskSchedule.endOfRun(clock);
        List<String> realmIds = KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                other -> other.realms().getRealmsStream().map(RealmModel::getId).toList());
        done.keySet().retainAll(realmIds);
        realmIds.forEach(realmId -> close(factory, realmId, end));
    }

    /** What cannot be done in one realm does not keep the others from it; it is tried again at the next run. */
    private void close(KeycloakSessionFactory factory, String realmId, Instant end) {
        try {
            Work work = KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> work(session, realmId));
            if (work == null || work.lastDay().equals(done.get(realmId))) {
                return;
            }
            boolean isDone = true;
            for (Series series : work.series()) {
                boolean goesOn = true;
                while (goesOn && clock.instant().isBefore(end)) {
                    goesOn = KeycloakModelUtils.runJobInTransactionWithResult(
                            factory, session -> closeNext(session, realmId, series, work.lastDay()));
                }
                isDone &= !goesOn;
            }
            if (isDone) {
                done.put(realmId, work.lastDay());
            }
        } catch (RuntimeException e) {
            LOG.warnf(
                    "Statistics of realm %s could not be written; the next run tries again; log at DEBUG says why",
                    realmId);
            LOG.debug("Statistics not written", e);
        }
    }

    private Work work(KeycloakSession session, String realmId) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm == null) {
            return null;
        }
        LocalDate lastDay =
                LocalDate.ofInstant(clock.instant(), RealmTimeZone.of(realm)).minusDays(2);
        if (lastDay.equals(done.get(realmId))) {
            return new Work(lastDay, List.of());
        }
        List<String> keys = session.getProvider(AgreementProvider.class).catalogue(realm).agreements().stream()
                .map(Agreement::key)
                .toList();
        return new Work(lastDay, Series.of(keys));
    }

    private static boolean closeNext(KeycloakSession session, String realmId, Series series, LocalDate lastDay) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm == null) {
            return false;
        }
        ZoneId zone = RealmTimeZone.of(realm);
        StatisticsProvider statistics = session.getProvider(StatisticsProvider.class);
        return new PeriodClosing(statistics, realm, series, zone, StatisticsSettings.of(realm)).closeNext(lastDay);
    }

    private record Work(LocalDate lastDay, List<Series> series) {}
}
