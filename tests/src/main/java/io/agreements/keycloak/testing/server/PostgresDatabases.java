package io.agreements.keycloak.testing.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One PostgreSQL server for the test run, its data kept for the next; one database in it for each Keycloak. */
final class PostgresDatabases implements Databases {
    private static final String TEMPLATE = "template_";
    private static final String RUN = "run_";
    private static final String USER = "postgres";
    /** Nothing in it is worth surviving a power cut. */
    private static final Map<String, String> QUICK =
            Map.of("fsync", "off", "synchronous_commit", "off", "max_connections", "300");

    /** In seconds: no statement of the tests takes that long. */
    private static final Map<String, String> BOUNDED = Map.of("connectTimeout", "60", "socketTimeout", "300");

    private final PostgresDirectory directory;
    private final EmbeddedPostgres postgres;
    private final Database administration;
    private int runs;

    private PostgresDatabases(PostgresDirectory directory, EmbeddedPostgres postgres) {
        this.directory = directory;
        this.postgres = postgres;
        this.administration = new Database(postgres.getPostgresDatabase());
    }

    static PostgresDatabases start(Path directory) {
        long started = System.nanoTime();
        try {
            PostgresDirectory data = new PostgresDirectory(directory.resolve("data"));
            PostgresDatabases databases = new PostgresDatabases(data, data.start(QUICK));
            Progress.sayDone("PostgreSQL is ready", started);
            databases.drop(databases.named(RUN));
            return databases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String vendor() {
        return "postgres";
    }

    @Override
    public boolean hasTemplate(String installation) {
        return administration.count("select count(*) from pg_database where datname = ?", TEMPLATE + installation) > 0;
    }

    @Override
    public Instance empty(Path directory) {
        return create("template0");
    }

    @Override
    public void keepAsTemplate(Instance instance, String installation) {
        administration.update("alter database " + instance.name() + " rename to " + TEMPLATE + installation);
    }

    @Override
    public Instance copyOfTemplate(String installation, Path directory) {
        return create(TEMPLATE + installation);
    }

    @Override
    public void keepTemplatesOf(Set<String> installations) {
        drop(named(TEMPLATE).stream()
                .filter(name -> !installations.contains(name.substring(TEMPLATE.length())))
                .toList());
    }

    @Override
    public void close() {
        directory.stop(postgres);
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
