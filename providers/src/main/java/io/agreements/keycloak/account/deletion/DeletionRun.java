package io.agreements.keycloak.account.deletion;

import io.agreements.keycloak.task.Shards;
import io.agreements.keycloak.task.Share;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
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

    /** More than the last transaction of a thread takes. */
    private static final int SECONDS_TO_END = 60;

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
        int helpers = Math.min(threads, share.parts().size()) - 1;
        if (helpers < 1) {
            work();
            return deleted.get();
        }
        ExecutorService pool = Executors.newFixedThreadPool(helpers, DeletionRun::thread);
        try {
            for (int helper = 0; helper < helpers; helper++) {
                pool.execute(this::work);
            }
            work();
        } finally {
            end(pool);
        }
        return deleted.get();
    }

    /** Whether there was time for all. */
    boolean isAtItsEnd() {
        return !stopped;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "agreements-deletions");
        thread.setDaemon(true);
        return thread;
    }

    /** What is not at its end by then is not committed any more, once the share is given back. */
    private void end(ExecutorService pool) {
        pool.shutdown();
        try {
            if (!pool.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                stopped = true;
                pool.shutdownNow();
            }
        } catch (InterruptedException e) {
            stopped = true;
            pool.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            for (Shard shard = waiting.poll(); shard != null; shard = waiting.poll()) {
                carryOut(shard);
            }
        } catch (RuntimeException e) {
            stopped = true;
            LOG.warn("Accounts that are due could not be looked for; the next run tries again; log at DEBUG says why");
            LOG.debug("Accounts not deleted", e);
        }
    }

    private void carryOut(Shard shard) {
        if (!goesOn()) {
            return;
        }
        List<List<DueDeletion>> groups = due(shard);
        int requests = 0;
        DueDeletion last = null;
        for (List<DueDeletion> group : groups) {
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

    private List<List<DueDeletion>> due(Shard shard) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            List<DueDeletion> due = session.getProvider(DeletionRequestProvider.class)
                    .due(clock.instant(), shards.slots(shard.part()), shard.last(), BATCH);
            List<List<DueDeletion>> groups = new ArrayList<>();
            for (DueDeletion request : due) {
                List<DueDeletion> group = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
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
    private static boolean isTogether(KeycloakSession session, DueDeletion one, DueDeletion other) {
        if (!one.realmId().equals(other.realmId())
                || !StorageId.isLocalStorage(one.userId())
                || !StorageId.isLocalStorage(other.userId())) {
            return false;
        }
        RealmModel realm = session.realms().getRealm(one.realmId());
        return realm != null && realm.getSmtpConfig().isEmpty();
    }

    /** One account that cannot be deleted does not keep the others from it; it is tried again at the next run. */
    private void carryOut(List<DueDeletion> group) {
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

    private int carryOut(KeycloakSession session, List<DueDeletion> group) {
        RealmModel realm = session.realms().getRealm(group.get(0).realmId());
        if (realm == null) {
            return 0;
        }
        session.getContext().setRealm(realm);
        return (int) group.stream()
                .filter(request -> carryOut(session, realm, request))
                .count();
    }

    /**
     * The user is looked up before the request is taken: looking up may remove a user who is gone from an external store, and
     * the request with it, in a transaction of its own. A user whose store is away just now stays on the list.
     */
    private boolean carryOut(KeycloakSession session, RealmModel realm, DueDeletion request) {
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
    private record Shard(String part, DueDeletion last) {}
}
