package io.agreements.keycloak.testing.server.running;

import io.agreements.keycloak.testing.server.KeycloakServer;
import java.time.Duration;
import java.util.List;

/** Tasks of a server's timers that run again and again, until this is closed. Whoever else uses the server meanwhile has them too. */
public final class QuickTasks implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(500);

    /** A server that was killed and started again leaves the look for work to the one it was, until that is silent for long. */
    private static final String FORGET_FORMER_NODE = "delete from agr_lease where part_name = 'last look'";

    private final KeycloakServer server;
    private final List<String> names;

    private QuickTasks(KeycloakServer server, List<String> names) {
        this.server = server;
        this.names = names;
    }

    /**
     * Has them run twice a second. A server that is started again has forgotten it.
     *
     * @param names as Keycloak knows these tasks
     */
    public static QuickTasks on(KeycloakServer server, String... names) {
        QuickTasks tasks = new QuickTasks(server, List.of(names));
        server.database().update(FORGET_FORMER_NODE);
        tasks.setInterval(INTERVAL);
        return tasks;
    }

    /** How often one of them has begun so far. */
    public static long runs(KeycloakServer server, String name) {
        return Long.parseLong(InsideServer.get(server, resource(name)));
    }

    /** Has one run at once on as many nodes that know nothing of each other; back when all are done. */
    public static void together(KeycloakServer server, String name, int nodes) {
        InsideServer.set(server, resource(name) + "/together", String.valueOf(nodes));
    }

    @Override
    public void close() {
        setInterval(Duration.ZERO);
    }

    private void setInterval(Duration interval) {
        names.forEach(name -> InsideServer.set(server, resource(name), String.valueOf(interval.toMillis())));
    }

    private static String resource(String name) {
        return "testing-tasks/" + name;
    }
}
