package io.agreements.keycloak.account.deletion;

import io.agreements.keycloak.acceptance.AcceptanceProvider;
import io.agreements.keycloak.account.deletion.DeletionRequestProvider.Due;
import io.agreements.keycloak.task.Shards;
import io.agreements.keycloak.task.Share;
import io.agreements.keycloak.task.Workers;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.StorageId;

/**
 * One node's share of what is due. Shards take turns, and so do threads. What can be is deleted some accounts to a
 * transaction, each with its records; if one of them cannot be, they are tried one by one. Where users are told by mail each
 * has a transaction alone: the mail goes out after it, and a power cut in between costs one mail and not many.
 */
final class DeletionRun {

    /** Requests read at once. */
    static final int BATCH = 100;

    private static final Logger LOG = Logger.getLogger(DeletionRun.class);
    private static final int TOGETHER = 20;

    private final KeycloakSessionFactory factory;
    private final Shards shards;
    private final Share share;
    private final Clock clock;
    private final Instant end;
    private final Queue<Shard> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger deleted = new AtomicInteger();
    private volatile boolean stopped;

    DeletionRun(KeycloakSessionFactory factory, Shards shards, Share share, Clock clock, Instant end) {
        this.factory = factory;
        this.shards = shards;
        this.share = share;
        this.clock = clock;
        this.end = end;
        share.parts().forEach(part -> waiting.add(new Shard(part, null)));
    }

    /**
     * Does it, until all is done or the time is over.
     *
     * @return how many accounts are gone
     */
    int carryOut(int threads) {
        Workers workers =
                new Workers("deletions", Math.min(threads, share.parts().size()));
        if (!workers.run(this::work)) {
            stopped = true;
        }
        return deleted.get();
    }

    /** Whether there was time for all. */
    boolean isAtItsEnd() {
        return !stopped;
    }

    private void work() {
        for (Shard shard = waiting.poll(); shard != null; shard = waiting.poll()) {
            carryOut(shard);
        }
    }

    private void carryOut(Shard shard) {
        if (!goesOn()) {
            return;
        }
        List<List<Due>> groups = due(shard);
        int requests = 0;
        Due last = null;
        for (List<Due> group : groups) {
            if (!goesOn()) {
                return;
            }
            carryOut(group);
            requests += group.size();
            last = group.get(group.size() - 1);
        }
        if (requests == BATCH) {
            waiting.add(new Shard(shard.part(), last));
        }
    }

    private boolean goesOn() {
        if (!clock.instant().isBefore(end) || !share.keep()) {
            stopped = true;
        }
        return !stopped;
    }

    private List<List<Due>> due(Shard shard) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            List<Due> due = session.getProvider(DeletionRequestProvider.class)
                    .due(clock.instant(), shards.slots(shard.part()), shard.last(), BATCH);
            List<List<Due>> groups = new ArrayList<>();
            for (Due request : due) {
                List<Due> group = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
                if (group.isEmpty() || group.size() == TOGETHER || !isTogether(session, group.get(0), request)) {
                    group = new ArrayList<>();
                    groups.add(group);
                }
                group.add(request);
            }
            return groups;
        });
    }

    /** Looking up users whom a store keeps may remove them, in a transaction of its own. */
    private static boolean isTogether(KeycloakSession session, Due one, Due other) {
        if (!one.realmId().equals(other.realmId())
                || !StorageId.isLocalStorage(one.userId())
                || !StorageId.isLocalStorage(other.userId())) {
            return false;
        }
        RealmModel realm = session.realms().getRealm(one.realmId());
        return realm != null && realm.getSmtpConfig().isEmpty();
    }

    /** One account that cannot be deleted does not keep the others from it; it is tried again at the next run. */
    private void carryOut(List<Due> group) {
        try {
            deleted.addAndGet(share.inTransaction(factory, session -> carryOut(session, group)));
        } catch (RuntimeException e) {
            if (group.size() > 1) {
                LOG.debug("Accounts not deleted together", e);
                group.stream().filter(request -> goesOn()).forEach(request -> carryOut(List.of(request)));
                return;
            }
            LOG.warnf(
                    "Account of user %s could not be deleted; the next run tries again; log at DEBUG says why",
                    group.get(0).userId());
            LOG.debug("Account not deleted", e);
        }
    }

    private int carryOut(KeycloakSession session, List<Due> group) {
        RealmModel realm = session.realms().getRealm(group.get(0).realmId());
        if (realm == null) {
            return 0;
        }
        session.getContext().setRealm(realm);
        Set<String> together = group.size() == 1 ? Set.of() : carryOutTogether(session, realm, group);
        int alone = (int) group.stream()
                .filter(request -> !together.contains(request.userId()))
                .filter(request -> carryOut(session, realm, request))
                .count();
        return together.size() + alone;
    }

    /** Requests of users whom no store has are taken by one statement for all: nobody is removed by being looked up. */
    private Set<String> carryOutTogether(KeycloakSession session, RealmModel realm, List<Due> group) {
        Set<String> there = session.getProvider(AcceptanceProvider.class)
                .knownUsers()
                .withoutStore(realm, group.stream().map(Due::userId).toList());
        List<String> taken = session.getProvider(DeletionRequestProvider.class).take(realm, there, clock.instant());
        DeletionRequests deletions = new DeletionRequests(session, clock);
        for (String userId : taken) {
            UserModel user = session.users().getUserById(realm, userId);
            if (user == null || !deletions.carryOut(realm, user)) {
                throw new IllegalStateException("one of the users is gone, or stays");
            }
        }
        return Set.copyOf(taken);
    }

    /**
     * The user is looked up before the request is taken: looking up may remove a user who is gone from an external store, and
     * the request with it, in a transaction of its own. A user whose store is away just now stays on the list.
     */
    private boolean carryOut(KeycloakSession session, RealmModel realm, Due request) {
        UserModel user = session.users().getUserById(realm, request.userId());
        DeletionRequestProvider requests = session.getProvider(DeletionRequestProvider.class);
        if (user == null || !requests.take(realm, request.userId(), clock.instant())) {
            return false;
        }
        if (!new DeletionRequests(session, clock).carryOut(realm, user)) {
            throw new IllegalStateException("the user store keeps the user");
        }
        return true;
    }

    /** @param last the request that was tried last; null to begin */
    private record Shard(String part, Due last) {}
}
