package io.agreements.keycloak.testing.server.database;

import io.agreements.keycloak.testing.server.machine.FileTrees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;
import org.h2.jdbcx.JdbcDataSource;

/** H2 files, open to the server and to the tests at the same time (H2's automatic mixed mode). */
public final class H2Databases implements Databases {
    private static final String FILE = "keycloak.mv.db";
    private static final String USER = "sa";
    private static final String PASSWORD = "password";

    private final Path templates;

    public H2Databases(Path templates) {
        this.templates = templates;
    }

    @Override
    public String vendor() {
        return "dev-file";
    }

    @Override
    public boolean hasTemplate(String installation) {
        return Files.exists(templates.resolve(installation).resolve(FILE));
    }

    @Override
    public Instance empty(Path directory) {
        String url = "jdbc:h2:file:" + directory.resolve("keycloak") + ";NON_KEYWORDS=VALUE;AUTO_SERVER=TRUE";
        JdbcDataSource dataSource = new JdbcDataSource();
        // The server may hold a row for longer than H2 waits by itself, and a test that changes many waits for all.
        dataSource.setURL(url + ";LOCK_TIMEOUT=20000");
        dataSource.setUser(USER);
        dataSource.setPassword(PASSWORD);
        return new Instance(
                directory.toString(),
                Map.of("db-url", url, "db-username", USER, "db-password", PASSWORD),
                new Database(dataSource));
    }

    @Override
    public void keepAsTemplate(Instance instance, String installation) {
        try {
            copyFile(Path.of(instance.name()), templates.resolve(installation));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Instance copyOfTemplate(String installation, Path directory) {
        try {
            copyFile(templates.resolve(installation), directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return empty(directory);
    }

    @Override
    public void keepTemplatesOf(Set<String> installations) {
        FileTrees.deleteAllBut(installations, templates);
    }

    @Override
    public void close() {
        // files need no closing
    }

    private static void copyFile(Path from, Path to) throws IOException {
        Path unfinished = Files.createDirectories(to).resolve(FILE + ".unfinished");
        Files.copy(from.resolve(FILE), unfinished, StandardCopyOption.REPLACE_EXISTING);
        Files.move(unfinished, to.resolve(FILE));
    }
}
