package io.agreements.keycloak.account.deletion;

import io.agreements.keycloak.TaskSchedule;
import io.agreements.keycloak.account.deletion.StoredAttempts.Place;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Erases events of nobody that name users who are gone. All such events of a realm are passed, in small parts, each a
 * transaction of its own: so users are gathered for a while, and one pass is for all of them. A run goes on where the one
 * before ended; if that is forgotten, the pass begins anew. Who is noted stays noted until a pass is at its end.
 */
final class AttemptErasure {

    private static final Logger LOG = Logger.getLogger(AttemptErasure.class);

    private static final Duration GATHERING = Duration.ofHours(1);
    private static final int USERS = 10_000;
    private static final int USERS_AT_ONCE = 500;
    private static final int EVENTS = 1000;

    private final Clock clock;
    private final Map<String, Pass> passes = new HashMap<>();

    AttemptErasure(Clock clock) {
        this.clock = clock;
    }

    void run(KeycloakSessionFactory factory) {
        Instant end = TaskSchedule.endOfRun(clock);
        List<String> realms = inTransaction(
                factory, attempts -> attempts.realms(clock.instant().minus(GATHERING)));
        passes.keySet().retainAll(realms);
        for (String realmId : realms) {
            try {
                go(factory, realmId, end);
            } catch (RuntimeException e) {
                passes.remove(realmId);
                LOG.warnf(
                        "Stored events of realm %s that name users who are gone could not be erased; the next run tries again;"
                                + " log at DEBUG says why",
                        realmId);
                LOG.debug("Attempts not erased", e);
            }
        }
    }

    private void go(KeycloakSessionFactory factory, String realmId, Instant end) {
        Pass pass = pass(factory, realmId);
        while (!pass.isAtItsEnd()) {
            if (!clock.instant().isBefore(end)) {
                return;
            }
            pass.goOn(factory, realmId);
        }
        List<String> done = pass.userIds();
        for (int from = 0; from < done.size(); from += USERS_AT_ONCE) {
            List<String> some = done.subList(from, Math.min(done.size(), from + USERS_AT_ONCE));
            inTransaction(factory, attempts -> {
                attempts.remove(realmId, some);
                return null;
            });
        }
        passes.remove(realmId);
    }

    /** Another node may have ended a pass meanwhile, and somebody may wait for the next. */
    private Pass pass(KeycloakSessionFactory factory, String realmId) {
        List<GoneNames> waiting = inTransaction(factory, attempts -> attempts.waiting(realmId, USERS));
        return passes.compute(
                realmId,
                (id, known) -> known == null || !known.isFor(waiting) ? new Pass(waiting, clock.instant()) : known);
    }

    private static <T> T inTransaction(KeycloakSessionFactory factory, Function<StoredAttempts, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> work.apply(
                        session.getProvider(DeletionRequestProvider.class).storedAttempts()));
    }

    /** The index of Keycloak's table that leads to events of nobody has them by type. */
    private static final class Pass {

        private static final EventType[] TYPES = EventType.values();

        private final List<String> userIds;
        private final NamedInEvents named;
        private final Instant begun;
        private int type;
        private Place place = Place.BEGINNING;

        Pass(List<GoneNames> users, Instant begun) {
            this.userIds = users.stream().map(GoneNames::userId).toList();
            this.named = new NamedInEvents(users);
            this.begun = begun;
        }

        List<String> userIds() {
            return userIds;
        }

        boolean isFor(List<GoneNames> waiting) {
            return waiting.stream()
                    .map(GoneNames::userId)
                    .collect(Collectors.toSet())
                    .containsAll(userIds);
        }

        boolean isAtItsEnd() {
            return type == TYPES.length;
        }

        void goOn(KeycloakSessionFactory factory, String realmId) {
            Place next = inTransaction(
                    factory, attempts -> attempts.eraseSome(realmId, TYPES[type], place, begun, EVENTS, named));
            if (next == null) {
                type++;
            }
            place = next == null ? Place.BEGINNING : next;
        }
    }
}
