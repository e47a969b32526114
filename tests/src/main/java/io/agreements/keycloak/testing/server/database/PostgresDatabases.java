package io.agreements.keycloak.testing.server.database;

import io.agreements.keycloak.testing.server.machine.FileTrees;
import io.agreements.keycloak.testing.server.machine.Progress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One PostgreSQL server for the JVM, started when it is first asked for, its data kept for the next run; one database in it for each
 * Keycloak. Tables that one JVM has made others get with the whole directory: each has a server of its own.
 */
public final class PostgresDatabases implements Databases {
    private static final String TEMPLATE = "template_";
    private static final String RUN = "run_";
    private static final String USER = "postgres";
    /** Nothing in it is worth surviving a power cut. */
    private static final Map<String, String> QUICK =
            Map.of("fsync", "off", "synchronous_commit", "off", "max_connections", "300");

    /** As in use: a transaction is committed once it is on the disk. For what measures times, not for tests. */
    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "max_connections", "300");

    private static final Map<String, String> SETTINGS =
            Boolean.getBoolean("keycloak.postgres.durable") ? DURABLE : QUICK;

    /** In seconds: no statement of the tests takes that long. */
    private static final Map<String, String> BOUNDED = Map.of("connectTimeout", "60", "socketTimeout", "300");

    private final PostgresDirectory directory;
    private final Path seeds;
    private EmbeddedPostgres postgres;
    private Database administration;
    private int runs;
    private int portWhileAway;

    /** @param seeds a directory that JVMs share: who makes tables or looks for them has it for itself */
    public PostgresDatabases(Path directory, Path seeds) {
        this.directory = new PostgresDirectory(directory.resolve("data"));
        this.seeds = seeds;
    }

    private void start() {
        long started = System.nanoTime();
        try {
            postgres = directory.start(SETTINGS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        administration = new Database(postgres.getPostgresDatabase());
        Progress.sayDone("PostgreSQL is ready", started);
        drop(named(RUN));
    }

    private void stop() {
        if (postgres != null) {
            directory.stop(postgres);
            postgres = null;
        }
    }

    /** Stops the server, which cuts off whoever is connected; no database is lost. */
    public synchronized void goAway() {
        portWhileAway = postgres.getPort();
        stop();
    }

    /** Starts it again where it was, if it is away. */
    public synchronized void comeBack() {
        if (postgres != null) {
            return;
        }
        try {
            postgres = directory.start(SETTINGS, OptionalInt.of(portWhileAway));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        administration = new Database(postgres.getPostgresDatabase());
    }

    @Override
    public String vendor() {
        return "postgres";
    }

    @Override
    public boolean hasTemplate(String installation) {
        if (postgres == null) {
            start();
        }
        if (!isThere(installation) && Files.exists(seed(installation))) {
            stop();
            directory.replaceBy(seed(installation));
            start();
        }
        return isThere(installation);
    }

    private boolean isThere(String installation) {
        return administration.count("select count(*) from pg_database where datname = ?", TEMPLATE + installation) > 0;
    }

    private Path seed(String installation) {
        return seeds.resolve(installation);
    }

    @Override
    public Instance empty(Path directory) {
        if (postgres == null) {
            start();
        }
        return create("template0");
    }

    @Override
    public void keepAsTemplate(Instance instance, String installation) {
        administration.update("alter database " + instance.name() + " rename to " + TEMPLATE + installation);
        stop();
        directory.copyTo(seed(installation));
        start();
    }

    @Override
    public Instance copyOfTemplate(String installation, Path directory) {
        return create(TEMPLATE + installation);
    }

    @Override
    public void keepTemplatesOf(Set<String> installations) {
        FileTrees.deleteAllBut(installations, seeds);
        if (postgres != null) {
            drop(named(TEMPLATE).stream()
                    .filter(name -> !installations.contains(name.substring(TEMPLATE.length())))
                    .toList());
        }
    }

    @Override
    public void close() {
        stop();
    }

    private synchronized Instance create(String template) {
        String name = RUN + ++runs;
        administration.update("create database " + name + " template " + template);
        String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + name;
        return new Instance(
                name,
                Map.of("db-url", url, "db-username", USER, "db-password", USER),
                new Database(postgres.getDatabase(USER, name, BOUNDED)));
    }

    private List<String> named(String prefix) {
        return administration.query("select datname from pg_database where starts_with(datname, ?)", prefix).stream()
                .map(row -> (String) row.get("datname"))
                .toList();
    }

    private void drop(List<String> names) {
        names.forEach(name -> administration.update("drop database " + name));
    }
}
