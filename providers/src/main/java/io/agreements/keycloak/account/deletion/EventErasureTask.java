package io.agreements.keycloak.account.deletion;

import io.agreements.keycloak.TaskSchedule;
import io.agreements.keycloak.acceptance.AcceptanceProvider;
import io.agreements.keycloak.account.deletion.StoredEvents.AdminEventPlace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.StorageId;
import org.keycloak.timer.ScheduledTask;

/**
 * Erases what Keycloak's event store tells of users who are gone, in small parts, each a transaction of its own. Who is
 * noted stays noted until all is done, so whatever stops a run in the middle, the next begins there anew. Keycloak runs it on
 * one node at a time.
 */
public final class EventErasureTask implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(EventErasureTask.class);

    private static final int USERS = 100;
    private static final int EVENTS = 500;
    private static final int ADMIN_EVENTS = 5000;

    /** Events of the removal itself, and of requests under way, are stored after it. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Clock clock;
    private final AttemptErasure attempts;

    public EventErasureTask(Clock clock) {
        this.clock = clock;
        this.attempts = new AttemptErasure(clock);
    }

    @Override
    public void run(KeycloakSession session) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        Instant before = clock.instant().minus(PAUSE);
        Instant end = TaskSchedule.endOfRun(clock);
        Set<Origin> failed = new HashSet<>();
        List<GoneUser> waiting = waiting(factory, before, null);
        while (!waiting.isEmpty() && clock.instant().isBefore(end)) {
            Map<Origin, List<GoneUser>> origins = waiting.stream()
                    .filter(user -> !failed.contains(Origin.of(user)))
                    .collect(Collectors.groupingBy(Origin::of));
            origins.forEach((origin, users) -> {
                if (!erase(factory, origin.realmId(), users)) {
                    failed.add(origin);
                }
            });
            waiting = waiting(factory, before, waiting.get(waiting.size() - 1));
        }
        attempts.run(factory);
    }

    private static List<GoneUser> waiting(KeycloakSessionFactory factory, Instant before, GoneUser after) {
        return inTransaction(factory, events -> events.waiting(before, after, USERS));
    }

    /**
     * What cannot be done in one realm, or for one of its user stores, does not keep the others from it; it is tried again
     * at the next run.
     *
     * @return whether it was done
     */
    private boolean erase(KeycloakSessionFactory factory, String realmId, List<GoneUser> users) {
        try {
            List<GoneUser> gone = KeycloakModelUtils.runJobInTransactionWithResult(
                    factory, session -> withoutThoseWhoAreBack(session, realmId, users));
            gone.forEach(user -> eraseEvents(factory, user));
            stripAdminEvents(factory, realmId, gone);
            inTransaction(factory, events -> {
                users.forEach(user -> {
                    if (gone.contains(user)) {
                        events.leaveAttempts(user, clock.instant());
                    } else {
                        events.remove(user);
                    }
                });
                return null;
            });
            return true;
        } catch (RuntimeException e) {
            LOG.warnf(
                    "Stored events of users who are gone from realm %s could not be erased; the next run tries again; log at"
                            + " DEBUG says why",
                    realmId);
            LOG.debug("Events not erased", e);
            return false;
        }
    }

    private static void eraseEvents(KeycloakSessionFactory factory, GoneUser user) {
        int erased = EVENTS;
        while (erased > 0) {
            erased = inTransaction(factory, events -> events.eraseSome(user, EVENTS));
        }
    }

    private static void stripAdminEvents(KeycloakSessionFactory factory, String realmId, List<GoneUser> users) {
        AdminEventPlace place = null;
        do {
            AdminEventPlace after = place;
            place = inTransaction(factory, events -> events.strip(realmId, users, after, ADMIN_EVENTS));
        } while (place != null);
    }

    /** An import, or a directory, may have brought somebody back under the same id. */
    private static List<GoneUser> withoutThoseWhoAreBack(
            KeycloakSession session, String realmId, List<GoneUser> users) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm == null) {
            return List.of();
        }
        session.getContext().setRealm(realm);
        return users.stream().filter(user -> !isBack(session, realm, user)).toList();
    }

    private static boolean isBack(KeycloakSession session, RealmModel realm, GoneUser user) {
        if (user.isStore()) {
            return false;
        }
        return StorageId.isLocalStorage(user.userId())
                ? !session.getProvider(AcceptanceProvider.class)
                        .knownUsers()
                        .existing(realm, List.of(user.userId()))
                        .isEmpty()
                : session.users().getUserById(realm, user.userId()) != null;
    }

    private static <T> T inTransaction(KeycloakSessionFactory factory, Function<StoredEvents, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> work.apply(
                        session.getProvider(DeletionRequestProvider.class).storedEvents()));
    }

    /** @param store id of the user store of users whom Keycloak does not keep itself; empty for all others */
    private record Origin(String realmId, String store) {

        static Origin of(GoneUser user) {
            return new Origin(
                    user.realmId(),
                    user.isStore() || StorageId.isLocalStorage(user.userId())
                            ? ""
                            : StorageId.providerId(user.userId()));
        }
    }
}
