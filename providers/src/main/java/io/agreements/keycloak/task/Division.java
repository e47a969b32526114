package io.agreements.keycloak.task;

import io.agreements.keycloak.CollisionException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Divides the work of a task among the nodes of a cluster. Each run takes parts by lease, as many as come to a node if all
 * that have been at work lately get the same, for a number of statements that does not depend on how many. It asks for
 * nothing where there is no work: that is for the task to find out before.
 *
 * <p>What a lease is good for is division. That each thing is done once is for the rows it is done to.
 */
public final class Division {

    /** A node that has been at work that recently gets parts left for it. */
    static final Duration PRESENCE = Duration.ofMinutes(1);

    /** Parts a run takes at most: databases take no longer lists. */
    static final int MOST = 200;

    private static final Logger LOG = Logger.getLogger(Division.class);

    /** What is known of parts nobody wants any more, such as realms that are gone, is forgotten then. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private static final String NODE = "node ";

    /** Not a part, but when somebody looked for work. */
    private static final String LOOK = "last look";

    private final String task;
    private final Function<KeycloakSession, LeaseStore> leases;
    private final Clock clock;
    private final String node = UUID.randomUUID().toString();
    private final String looker = UUID.randomUUID().toString();

    /**
     * @param task its name; 60 characters
     * @param leases as a session sees them
     */
    public Division(String task, Function<KeycloakSession, LeaseStore> leases, Clock clock) {
        this.task = task;
        this.leases = leases;
        this.clock = clock;
    }

    /**
     * Whether this node is the one to look for work: where looking costs more than a statement, one node does it for all,
     * which goes on to do so until it is gone. As long as there is work every node looks, and takes its share. Two at the same
     * moment may both do it.
     *
     * @param interval between two runs of a node
     * @return false if another node has looked within that, and nobody has been at work lately
     */
    public boolean isToLook(KeycloakSessionFactory factory, Duration interval) {
        return isToLook(new LeaseDesk.Transactions(factory, leases), interval);
    }

    boolean isToLook(LeaseDesk desk, Duration interval) {
        LeaseTimes times = new LeaseTimes(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        try {
            return desk.call(store -> isToLook(store, interval, times));
        } catch (CollisionException e) {
            LOG.debugf(e, "Somebody else looks for work of %s at the same moment", task);
            return false;
        }
    }

    /** Gives that up: this node could not look, and another is to do it. */
    public void leaveLook(KeycloakSessionFactory factory) {
        leaveLook(new LeaseDesk.Transactions(factory, leases));
    }

    void leaveLook(LeaseDesk desk) {
        try {
            desk.call(store -> store.end(task, looker, Instant.EPOCH));
        } catch (RuntimeException e) {
            LOG.debugf(e, "Others do not know that this node could not look for work of %s", task);
        }
    }

    /** What is noted ends at once as a lease, so that it is in nobody's way. */
    private boolean isToLook(LeaseStore store, Duration interval, LeaseTimes times) {
        List<Lease> known = store.all(task);
        Lease last = known.stream()
                .filter(lease -> lease.part().equals(LOOK))
                .findFirst()
                .orElse(null);
        if (last == null) {
            return store.add(task, new Lease(LOOK, looker, times.ended(), 0));
        }
        if (!last.owner().equals(looker)) {
            boolean isCurrent = last.until().isAfter(times.ended().minus(interval))
                    && !last.until().isAfter(times.now());
            if (isCurrent) {
                return known.stream().anyMatch(lease -> isOfWork(lease, times.now()));
            }
            store.take(task, List.of(LOOK), looker, times);
        }
        return store.end(task, looker, times.ended()) > 0;
    }

    private static boolean isOfWork(Lease lease, Instant now) {
        return !lease.part().startsWith(NODE)
                && !lease.part().equals(LOOK)
                && lease.until().isAfter(now.minus(PRESENCE))
                && !lease.until().isAfter(new LeaseTimes(now).latest());
    }

    /**
     * Takes some of the parts for a run.
     *
     * @param parts what there is to do
     * @return what is for the caller alone; to be closed at the end of the run
     */
    public Share take(KeycloakSessionFactory factory, Collection<String> parts) {
        return take(new LeaseDesk.Transactions(factory, leases), parts);
    }

    Share take(LeaseDesk desk, Collection<String> parts) {
        String owner = UUID.randomUUID().toString();
        LeaseTimes times = new LeaseTimes(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        try {
            List<String> taken = desk.call(store -> take(store, parts, owner, times));
            return new Share(task, owner, taken, times.until(), desk, clock);
        } catch (CollisionException e) {
            LOG.debugf(e, "Somebody else takes parts of %s at the same moment", task);
            return new Share(task, owner, List.of(), times.until(), desk, clock);
        }
    }

    private List<String> take(LeaseStore store, Collection<String> parts, String owner, LeaseTimes times) {
        Map<String, Lease> known = store.all(task).stream().collect(Collectors.toMap(Lease::part, lease -> lease));
        int nodes = 1 + others(known.values(), times.now());
        showUp(store, known.get(NODE + node), times.now());
        forget(store, known.values(), parts, times.now());
        List<String> wanted = some(free(known, parts, times), (parts.size() + nodes - 1) / nodes);
        if (wanted.isEmpty()) {
            return List.of();
        }
        // In one order on all nodes, so that none of them wait for each other.
        wanted.stream()
                .filter(part -> !known.containsKey(part))
                .sorted()
                .forEach(part -> store.add(task, Lease.unowned(part)));
        store.take(task, wanted, owner, times);
        return store.ownedBy(task, owner).stream().map(Lease::part).toList();
    }

    private static List<String> free(Map<String, Lease> known, Collection<String> parts, LeaseTimes times) {
        return parts.stream()
                .filter(part -> !known.containsKey(part) || times.isFree(known.get(part)))
                .toList();
    }

    /** Any of them: so two nodes at the same moment hardly want the same, and in the end each has its turn. */
    private static List<String> some(List<String> parts, int share) {
        List<String> any = new ArrayList<>(parts);
        Collections.shuffle(any);
        return any.subList(0, Math.min(any.size(), Math.min(share, MOST)));
    }

    private int others(Collection<Lease> known, Instant now) {
        return (int) known.stream()
                .filter(lease -> lease.part().startsWith(NODE) && !lease.owner().equals(node))
                .filter(lease -> lease.until().isAfter(now)
                        && !lease.until().isAfter(now.plus(PRESENCE).plus(LeaseTimes.TOLERANCE)))
                .count();
    }

    private void showUp(LeaseStore store, Lease known, Instant now) {
        Instant until = now.plus(PRESENCE);
        if (known == null) {
            store.add(task, new Lease(NODE + node, node, until, 0));
        } else if (known.until().isBefore(now.plus(PRESENCE.dividedBy(2)))
                || known.until().isAfter(until)) {
            store.end(task, node, until);
        }
    }

    private void forget(LeaseStore store, Collection<Lease> known, Collection<String> parts, Instant now) {
        Instant before = now.minus(REMEMBERED);
        List<String> old = known.stream()
                .filter(lease -> lease.until().isBefore(before))
                .map(Lease::part)
                .filter(part -> !parts.contains(part) && !part.equals(NODE + node))
                .limit(MOST)
                .toList();
        if (!old.isEmpty()) {
            store.remove(task, old, before);
        }
    }
}
