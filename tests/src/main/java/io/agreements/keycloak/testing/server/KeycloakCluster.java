package io.agreements.keycloak.testing.server;

import io.agreements.keycloak.testing.proxy.ProxiedNode;
import io.agreements.keycloak.testing.proxy.RoundRobinProxy;
import io.agreements.keycloak.testing.server.database.Database;
import io.agreements.keycloak.testing.server.database.PostgresDatabases;
import io.agreements.keycloak.testing.server.machine.LoopbackPorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Two nodes on one PostgreSQL, with a proxy before them. They find each other in the database, as they do by themselves. Each
 * says that it is the proxy, so what one has begun the other goes on with.
 */
public final class KeycloakCluster implements AutoCloseable {

    private static final int SIZE = 2;
    private static final Duration STARTED_WITHIN = Duration.ofMinutes(5);
    private static final Duration TOGETHER_WITHIN = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(100);

    /** How many nodes a node sees, itself included, each time that changes. */
    private static final Pattern VIEW = Pattern.compile("ISPN00009[34]: .*?\\|\\d+] \\((\\d+)\\)");

    private final RoundRobinProxy proxy;
    private final PostgresDatabases databases;
    private final List<ProcessKeycloak> nodes;
    private final List<ProxiedNode> proxied;

    private KeycloakCluster(RoundRobinProxy proxy, PostgresDatabases databases, List<ProcessKeycloak> nodes) {
        this.proxy = proxy;
        this.databases = databases;
        this.nodes = nodes;
        this.proxied = nodes.stream()
                .map(node -> new ProxiedNode(node::url, () -> node.managementUrl() + "/health/ready"))
                .toList();
        proxy.leadTo(proxied);
    }

    static KeycloakCluster start(
            KeycloakSpec spec,
            Settings settings,
            Installations installations,
            PostgresDatabases databases,
            Supplier<Path> runs) {
        RoundRobinProxy proxy = RoundRobinProxy.open();
        KeycloakSpec first = spec.withOptions(together(proxy)).withOptions(ofOneNode());
        ProcessKeycloak a = ProcessKeycloak.start(first, settings, installations, databases, runs.get());
        KeycloakCluster cluster = new KeycloakCluster(proxy, databases, List.of(a, a.beside(runs.get(), ofOneNode())));
        cluster.awaitTogether();
        return cluster;
    }

    /** Tasks come often, so that a test need not wait for them; and a node that is stopped lets the proxy notice first. */
    private static Map<String, String> together(RoundRobinProxy proxy) {
        Map<String, String> options = new TreeMap<>();
        options.put("cache", "ispn");
        options.put("cache-embedded-network-bind-address", "127.0.0.1");
        options.put("hostname", proxy.url());
        options.put("db-pool-max-size", "40");
        options.put("shutdown-delay", "3s");
        options.put("shutdown-timeout", "20s");
        options.put("spi-agreement-ledger--jpa--sequencing-interval", "1");
        options.put("spi-agreement-deletion-request--jpa--task-interval", "1");
        return options;
    }

    private static Map<String, String> ofOneNode() {
        return Map.of("cache-embedded-network-bind-port", String.valueOf(LoopbackPorts.freeForNode()));
    }

    /** One of the nodes, by its own address. */
    public KeycloakServer a() {
        return nodes.get(0);
    }

    /** The other one. */
    public KeycloakServer b() {
        return nodes.get(1);
    }

    /** The node that is not this one. */
    public KeycloakServer otherThan(KeycloakServer node) {
        return node == a() ? b() : a();
    }

    /** Where users find the cluster, without a slash at the end: the proxy, and what the nodes take for their own address. */
    public String url() {
        return proxy.url();
    }

    /** Sends whatever comes to the proxy to this node alone, ready or not, until it is told otherwise. */
    public void leadOnlyTo(KeycloakServer node) {
        proxy.leadOnlyTo(proxied.get(nodes.indexOf(node)));
    }

    /** Sends what comes to the proxy to the nodes in turn, as at first. */
    public void leadToAll() {
        proxy.leadToAll();
    }

    /** How many requests each node has answered through the proxy. */
    public List<Long> answers() {
        return proxied.stream().map(ProxiedNode::answers).toList();
    }

    /** The database of both. */
    public Database database() {
        return a().database();
    }

    /** Stops the database, which cuts off both nodes in the middle of whatever they do. */
    public void takeDatabaseAway() {
        databases.goAway();
    }

    /** Starts the database again where it was. */
    public void bringDatabaseBack() {
        databases.comeBack();
    }

    /** Starts at the same moment whatever node does not run, and waits until all see each other. */
    public void startStopped() {
        CompletableFuture<?>[] starts = nodes.stream()
                .filter(node -> !node.isRunning())
                .map(node ->
                        CompletableFuture.runAsync(node::startAgain, work -> new Thread(work, "start-node").start()))
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(starts).get(STARTED_WITHIN.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while nodes started", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("Nodes did not start within " + STARTED_WITHIN, e);
        }
        awaitTogether();
    }

    /** Whatever a test has done to it: everything runs again, and the proxy leads everywhere. */
    public void restore() {
        leadToAll();
        bringDatabaseBack();
        startStopped();
    }

    private void awaitTogether() {
        long deadline = System.nanoTime() + TOGETHER_WITHIN.toNanos();
        while (!nodes.stream().allMatch(node -> seen(node) == SIZE)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The nodes do not see each other after " + TOGETHER_WITHIN + ": "
                        + nodes.stream().map(KeycloakCluster::seen).toList());
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** How many nodes it saw last. */
    private static int seen(KeycloakServer node) {
        return VIEW.matcher(node.logs())
                .results()
                .map(view -> Integer.parseInt(view.group(1)))
                .reduce(0, (earlier, later) -> later);
    }

    @Override
    public void close() {
        try {
            bringDatabaseBack();
            nodes.forEach(ProcessKeycloak::close);
        } finally {
            proxy.close();
        }
    }
}
