package io.agreements.keycloak.jpa.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.CollisionException;
import io.agreements.keycloak.fixture.TablesInMemory;
import io.agreements.keycloak.task.Lease;
import io.agreements.keycloak.task.LeaseStore;
import io.agreements.keycloak.task.LeaseTimes;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several nodes have a transaction each on the same tables. */
final class JpaLeaseStoreTest {

    private static final String TASK = "test";
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final LeaseTimes TIMES = new LeaseTimes(NOW);
    private static final int NODES = 8;
    private static final List<String> PARTS =
            IntStream.range(0, 50).mapToObj(String::valueOf).toList();

    private final TablesInMemory tables = new TablesInMemory();

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void whatIsKeptIsFoundAndNotKeptTwice() {
        Lease lease = new Lease("part", "owner", NOW, 3);

        assertThat(add(TASK, lease)).isTrue();
        assertThat(add(TASK, new Lease("part", "other", NOW, 4))).isFalse();
        assertThat(add("another", lease)).isTrue();
        assertThat(all()).containsExactly(lease);
    }

    @Test
    void onlyWhatIsFreeIsTakenAndItsTokenIsHigher() {
        make("free", "old", TIMES.ended(), 7);
        make("held", "old", TIMES.ended().plusMillis(1), 7);
        make("ahead", "old", TIMES.latest().plusMillis(1), 7);
        make("unasked", "old", Instant.EPOCH, 7);

        assertThat(take("new", List.of("free", "held", "ahead")))
                .containsExactlyInAnyOrder(
                        new Lease("free", "new", TIMES.until(), 8), new Lease("ahead", "new", TIMES.until(), 8));
        assertThat(ownedBy("old")).extracting(Lease::part).containsExactlyInAnyOrder("held", "unasked");
    }

    @Test
    void anOwnerWhoHasLostSomeIsTold() {
        make("one", "old", TIMES.ended(), 1);
        make("two", "old", TIMES.ended(), 1);
        take("new", List.of("one"));

        Instant later = NOW.plus(Duration.ofMinutes(1));
        int still = inTransaction(store -> store.end(TASK, "old", later));
        assertThat(still).isEqualTo(1);
        assertThat(ownedBy("new")).containsExactly(new Lease("one", "new", TIMES.until(), 2));
    }

    @Test
    void onlyWhatHasEndedIsForgotten() {
        make("old", "owner", NOW.minusMillis(1), 1);
        make("young", "owner", NOW, 1);
        inTransaction(store -> {
            store.remove(TASK, List.of("old", "young"), NOW);
            return null;
        });

        assertThat(all()).extracting(Lease::part).containsExactly("young");
    }

    @Test
    void atTheSameMomentEveryPartGoesToOneNode() throws Exception {
        for (int round = 0; round < 20; round++) {
            String name = "round " + round + " ";
            List<String> parts = PARTS.stream().map(part -> name + part).toList();
            parts.forEach(part -> make(part, "-", Instant.EPOCH, 0));
            List<Lease> taken = takeTogether(name, parts);

            assertThat(taken).extracting(Lease::part).doesNotHaveDuplicates();
            assertThat(taken).allSatisfy(lease -> assertThat(lease.token()).isEqualTo(1));
            assertThat(all().stream().filter(lease -> lease.part().startsWith(name)))
                    .filteredOn(lease -> !lease.owner().equals("-"))
                    .containsExactlyInAnyOrderElementsOf(taken);
            assertThat(taken).as("somebody gets something").isNotEmpty();
        }
    }

    private List<Lease> takeTogether(String name, List<String> parts) throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(NODES);
        try {
            List<Future<List<Lease>>> results = new ArrayList<>();
            for (int node = 0; node < NODES; node++) {
                String owner = name + node;
                List<String> wanted = new ArrayList<>(parts);
                Collections.rotate(wanted, node * 7);
                results.add(nodes.submit(() -> takeUnlessRefused(owner, wanted.subList(0, 30))));
            }
            List<Lease> taken = new ArrayList<>();
            for (Future<List<Lease>> result : results) {
                taken.addAll(result.get(1, TimeUnit.MINUTES));
            }
            return taken;
        } finally {
            nodes.shutdownNow();
        }
    }

    /** A database may refuse one of two that wait for each other; that one takes nothing. */
    private List<Lease> takeUnlessRefused(String owner, List<String> parts) {
        try {
            return take(owner, parts);
        } catch (CollisionException e) {
            return List.of();
        }
    }

    private List<Lease> take(String owner, List<String> parts) {
        return inTransaction(store -> {
            store.take(TASK, parts, owner, TIMES);
            return store.ownedBy(TASK, owner);
        });
    }

    private List<Lease> all() {
        return inTransaction(store -> store.all(TASK));
    }

    private List<Lease> ownedBy(String owner) {
        return inTransaction(store -> store.ownedBy(TASK, owner));
    }

    private boolean add(String task, Lease lease) {
        return inTransaction(store -> store.add(task, lease));
    }

    private void make(String part, String owner, Instant until, long token) {
        inTransaction(store -> store.add(TASK, new Lease(part, owner, until, token)));
    }

    private <T> T inTransaction(Function<LeaseStore, T> work) {
        EntityManager entities = tables.entities().getEntityManagerFactory().createEntityManager();
        entities.getTransaction().begin();
        boolean done = false;
        try {
            T result = work.apply(new JpaLeaseStore(entities));
            done = true;
            return result;
        } finally {
            if (done) {
                entities.getTransaction().commit();
            } else {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }
}
