package io.agreements.keycloak.testing.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The servers of one test run: started when asked for, and kept for the next class that wants the same, but never more than
 * two at once. A third makes the one give way that was wanted longest ago.
 */
public final class KeycloakServers implements AutoCloseable {
    private static final int AT_ONCE = 2;

    /** The one wanted longest ago comes first. */
    private final Map<KeycloakSpec, KeycloakServer> running = new LinkedHashMap<>(AT_ONCE, 1, true);

    private final Function<KeycloakSpec, KeycloakServer> starter;
    private final Runnable leave;

    private KeycloakServers(Function<KeycloakSpec, KeycloakServer> starter, Runnable leave) {
        this.starter = starter;
        this.leave = leave;
    }

    /** Opens the place the system properties of this JVM name: nothing is started yet. */
    public static KeycloakServers open() {
        Settings settings = Settings.ofThisJvm();
        WorkDirectory work = WorkDirectory.open(settings.work());
        return switch (settings.mode()) {
            case CONTAINER ->
                new KeycloakServers(
                        spec -> ContainerKeycloak.start(spec, settings, work.newRunDirectory()), work::close);
            case PROCESS -> onProcesses(settings, work);
        };
    }

    /** The server for this spec, started now if it is not running. Whoever had one of another spec must be done with it. */
    public synchronized KeycloakServer get(KeycloakSpec spec) {
        KeycloakServer server = running.get(spec);
        if (server == null) {
            makeRoom();
            server = starter.apply(spec);
            running.put(spec, server);
        }
        return server;
    }

    private void makeRoom() {
        if (running.size() == AT_ONCE) {
            KeycloakSpec idle = running.keySet().iterator().next();
            running.remove(idle).close();
        }
    }

    @Override
    public synchronized void close() {
        running.values().forEach(KeycloakServer::close);
        running.clear();
        leave.run();
    }

    private static KeycloakServers onProcesses(Settings settings, WorkDirectory work) {
        Databases databases = switch (settings.vendor()) {
            case H2 -> new H2Databases(work.directory("h2-templates"));
            case POSTGRES -> PostgresDatabases.start(work.directory("postgres"));
        };
        Installations installations = new Installations(settings, work.directory("installations"), databases);
        Function<KeycloakSpec, KeycloakServer> starter =
                spec -> ProcessKeycloak.start(spec, settings, installations, databases, work.newRunDirectory());
        return new KeycloakServers(starter, () -> {
            databases.close();
            work.close();
        });
    }
}
