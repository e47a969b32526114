package io.agreements.keycloak.testing.server.database;

import io.agreements.keycloak.testing.server.machine.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mariadb.jdbc.MariaDbDataSource;

/** One MariaDB server for the test run, its data kept for the next; one database in it for each Keycloak. */
public final class MariaDbDatabases implements Databases {
    private static final String TEMPLATE = "template_";
    private static final String RUN = "run_";
    private static final String KEYCLOAK = "keycloak";

    /** As operators are told to set it. */
    private static final String ISOLATION = "?transactionIsolation=READ-COMMITTED";

    private final MariaDbServer server;
    private final Database administration;
    private int runs;

    private MariaDbDatabases(MariaDbServer server) {
        this.server = server;
        this.administration = database("");
    }

    public static MariaDbDatabases start(Path directory) {
        long started = System.nanoTime();
        try {
            MariaDbDatabases databases = new MariaDbDatabases(MariaDbServer.start(directory));
            Progress.sayDone("MariaDB is ready", started);
            databases.admitKeycloak();
            databases.drop(databases.named(RUN));
            return databases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String vendor() {
        return "mariadb";
    }

    @Override
    public boolean hasTemplate(String installation) {
        return !tables(TEMPLATE + installation).isEmpty();
    }

    @Override
    public synchronized Instance empty(Path directory) {
        String name = RUN + ++runs;
        administration.update("create database " + name);
        return new Instance(
                name,
                Map.of("db-url", server.url(name) + ISOLATION, "db-username", KEYCLOAK, "db-password", KEYCLOAK),
                database(name));
    }

    /** Databases have no new names here, but tables have, all or none. */
    @Override
    public void keepAsTemplate(Instance instance, String installation) {
        String template = TEMPLATE + installation;
        administration.update("create or replace database " + template);
        administration.update("rename table "
                + tables(instance.name()).stream()
                        .map(table -> instance.name() + "." + table + " to " + template + "." + table)
                        .collect(Collectors.joining(", ")));
        drop(List.of(instance.name()));
    }

    @Override
    public Instance copyOfTemplate(String installation, Path directory) {
        Instance copy = empty(directory);
        String template = TEMPLATE + installation;
        try (Connection connection = copy.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set foreign_key_checks = 0, unique_checks = 0");
            for (String table : tables(template)) {
                statement.execute(definition(statement, template + "." + table));
                statement.execute("insert into " + table + " select * from " + template + "." + table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The template was not copied", e);
        }
        return copy;
    }

    @Override
    public void keepTemplatesOf(Set<String> installations) {
        drop(named(TEMPLATE).stream()
                .filter(name -> !installations.contains(name.substring(TEMPLATE.length())))
                .toList());
    }

    @Override
    public void close() {
        server.close();
    }

    /** It does not take an empty password. */
    private void admitKeycloak() {
        administration.update("create or replace user " + KEYCLOAK + " identified by '" + KEYCLOAK + "'");
        administration.update("grant all on *.* to " + KEYCLOAK);
    }

    private Database database(String name) {
        try {
            MariaDbDataSource dataSource =
                    new MariaDbDataSource(server.url(name) + "?connectTimeout=60000&socketTimeout=300000");
            dataSource.setUser(MariaDbServer.USER);
            return new Database(dataSource);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String definition(Statement statement, String table) throws SQLException {
        try (ResultSet rows = statement.executeQuery("show create table " + table)) {
            rows.next();
            return rows.getString(2);
        }
    }

    private List<String> tables(String database) {
        return administration
                .query("select table_name as name from information_schema.tables where table_schema = ?", database)
                .stream()
                .map(row -> (String) row.get("name"))
                .toList();
    }

    private List<String> named(String prefix) {
        return administration.query("select schema_name as name from information_schema.schemata").stream()
                .map(row -> (String) row.get("name"))
                .filter(name -> name.startsWith(prefix))
                .toList();
    }

    private void drop(List<String> names) {
        names.forEach(name -> administration.update("drop database " + name));
    }
}
