package io.agreements.keycloak.bench.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import io.agreements.keycloak.testing.server.KeycloakServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks nodes to hold standings against the ledger, each for one part after the other. */
final class StandingsTask {
    private static final int PARTS = 16;
    private static final double NANOS_OF_A_MINUTE = 60e9;

    private final Nodes nodes;
    private final TaskRealm realm;

    StandingsTask(Nodes nodes, TaskRealm realm) {
        this.nodes = nodes;
        this.realm = realm;
    }

    /** How many standings a minute; what is asked for first does not count. */
    double perMinute() {
        nodes.all().forEach(node -> compare(node, 0));
        ExecutorService askers = Executors.newFixedThreadPool(nodes.all().size());
        try {
            long started = System.nanoTime();
            long standings = 0;
            for (Future<Long> asked : askers.invokeAll(shares())) {
                standings += asked.get();
            }
            return standings * NANOS_OF_A_MINUTE / (System.nanoTime() - started);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while standings are compared", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Standings were not compared", e.getCause());
        } finally {
            askers.shutdownNow();
        }
    }

    private List<Callable<Long>> shares() {
        int size = nodes.all().size();
        List<Callable<Long>> shares = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            int first = number;
            shares.add(() -> {
                long standings = 0;
                for (int part = first; part < PARTS; part += size) {
                    standings += compare(nodes.all().get(first), part);
                }
                return standings;
            });
        }
        return shares;
    }

    private long compare(KeycloakServer node, int part) {
        JsonNode report = realm.compareStandings(node, part, PARTS);
        if (!report.path("equal").asBoolean()) {
            throw new IllegalStateException("Standings are not what the ledger says: " + report);
        }
        return report.path("standings").asLong();
    }
}
