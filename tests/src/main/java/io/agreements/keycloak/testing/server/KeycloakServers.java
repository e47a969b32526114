package io.agreements.keycloak.testing.server;

import io.agreements.keycloak.testing.server.database.Databases;
import io.agreements.keycloak.testing.server.database.H2Databases;
import io.agreements.keycloak.testing.server.database.MariaDbDatabases;
import io.agreements.keycloak.testing.server.database.PostgresDatabases;
import java.util.function.Function;
import org.opentest4j.TestAbortedException;

/**
 * The server of one JVM of tests, or its cluster: started when asked for, and kept for the next class that wants the same.
 * Another one takes its place: there is never more than one for each JVM.
 */
public final class KeycloakServers implements AutoCloseable {
    private final Function<KeycloakSpec, KeycloakServer> starter;
    private final Function<KeycloakSpec, KeycloakCluster> starterOfClusters;
    private final Runnable leave;
    private KeycloakSpec runningSpec;
    private KeycloakServer running;
    private KeycloakSpec clusterSpec;
    private KeycloakCluster cluster;

    private KeycloakServers(
            Function<KeycloakSpec, KeycloakServer> starter,
            Function<KeycloakSpec, KeycloakCluster> starterOfClusters,
            Runnable leave) {
        this.starter = starter;
        this.starterOfClusters = starterOfClusters;
        this.leave = leave;
    }

    /** Opens the place the system properties of this JVM name: nothing is started yet. */
    public static KeycloakServers open() {
        Settings settings = Settings.ofThisJvm();
        WorkDirectory work = WorkDirectory.open(settings.work());
        return switch (settings.mode()) {
            case CONTAINER -> inContainers(settings, work);
            case PROCESS -> onProcesses(settings, work);
        };
    }

    /** The server for this spec, started now if it is not running. Whoever had one of another spec must be done with it. */
    public synchronized KeycloakServer get(KeycloakSpec spec) {
        if (!spec.equals(runningSpec)) {
            stop();
            running = starter.apply(spec);
            runningSpec = spec;
        }
        return running;
    }

    /**
     * Two nodes for this spec on one PostgreSQL, started now if they are not running.
     *
     * @throws TestAbortedException in containers, and on another database
     */
    public synchronized KeycloakCluster cluster(KeycloakSpec spec) {
        if (!spec.equals(clusterSpec)) {
            stop();
            cluster = starterOfClusters.apply(spec);
            clusterSpec = spec;
        }
        return cluster;
    }

    private void stop() {
        if (cluster != null) {
            KeycloakCluster stopped = cluster;
            cluster = null;
            clusterSpec = null;
            stopped.close();
        }
        if (running != null) {
            KeycloakServer stopped = running;
            running = null;
            runningSpec = null;
            stopped.close();
        }
    }

    @Override
    public synchronized void close() {
        try {
            stop();
        } finally {
            leave.run();
        }
    }

    private static KeycloakServers inContainers(Settings settings, WorkDirectory work) {
        if (settings.vendor() != Settings.Vendor.POSTGRES) {
            throw new IllegalStateException("Keycloak in a container needs keycloak.database=postgres");
        }
        Databases databases = new PostgresDatabases(
                work.directory("postgres"), settings.shared().resolve("postgres-seeds"));
        return new KeycloakServers(
                spec -> ContainerKeycloak.start(spec, settings, databases, work.newRunDirectory()),
                spec -> {
                    throw new TestAbortedException("A cluster is made of processes, so this test is skipped");
                },
                () -> {
                    databases.close();
                    work.close();
                });
    }

    private static KeycloakServers onProcesses(Settings settings, WorkDirectory work) {
        Databases databases = switch (settings.vendor()) {
            case H2 -> new H2Databases(settings.shared().resolve("h2-templates"));
            case POSTGRES ->
                new PostgresDatabases(
                        work.directory("postgres"), settings.shared().resolve("postgres-seeds"));
            case MARIADB -> MariaDbDatabases.start(work.directory("mariadb"));
        };
        Installations installations = new Installations(settings, databases);
        Function<KeycloakSpec, KeycloakServer> starter =
                spec -> ProcessKeycloak.start(spec, settings, installations, databases, work.newRunDirectory());
        Function<KeycloakSpec, KeycloakCluster> starterOfClusters = spec -> {
            if (databases instanceof PostgresDatabases postgres) {
                return KeycloakCluster.start(spec, settings, installations, postgres, work::newRunDirectory);
            }
            throw new TestAbortedException("A cluster needs PostgreSQL, so this test is skipped");
        };
        return new KeycloakServers(starter, starterOfClusters, () -> {
            databases.close();
            work.close();
        });
    }
}
