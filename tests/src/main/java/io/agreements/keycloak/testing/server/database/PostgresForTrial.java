package io.agreements.keycloak.testing.server.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** The PostgreSQL of {@code bin/run --db postgres}: runs until it is told to stop. */
public final class PostgresForTrial {
    private static final String DATABASE = "keycloak";

    private PostgresForTrial() {}

    /**
     * Starts the server and writes its address for Keycloak into a file.
     *
     * @param arguments the directory of the data, the file for the address
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        Path data = Path.of(arguments[0]);
        Path addressFile = Path.of(arguments[1]);
        EmbeddedPostgres postgres = new PostgresDirectory(data).start(Map.of());
        createDatabase(new Database(postgres.getPostgresDatabase()));
        Path unfinished = addressFile.resolveSibling(addressFile.getFileName() + ".unfinished");
        Files.writeString(unfinished, "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + DATABASE + "\n");
        Files.move(unfinished, addressFile, StandardCopyOption.REPLACE_EXISTING);
        Thread.currentThread().join();
    }

    private static void createDatabase(Database administration) {
        if (administration.count("select count(*) from pg_database where datname = ?", DATABASE) == 0) {
            administration.update("create database " + DATABASE);
        }
    }
}
