package io.agreements.keycloak.testing.documents;

import io.agreements.keycloak.testing.http.BoundedHttp;
import io.agreements.keycloak.testing.server.machine.LoopbackPorts;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keycloak as it is unpacked, for documents to build, start and change, with a PostgreSQL of its own. The commands of a
 * document find all that is not said there, such as ports and the database, in Keycloak's own variables.
 */
public final class StockKeycloak implements AutoCloseable {
    private static final String ADMINISTRATOR = "admin";
    private static final String JVM =
            "-XX:TieredStopAtLevel=1 -XX:-UseG1GC -XX:+UseSerialGC -Dh2.bindAddress=127.0.0.1";

    private final Path home;
    private final EmbeddedPostgres postgres;
    private final int port = LoopbackPorts.free();
    private final int managementPort = LoopbackPorts.free();

    private StockKeycloak(Path home, EmbeddedPostgres postgres) {
        this.home = home;
        this.postgres = postgres;
    }

    /** Unpacked into a directory that is not there yet. */
    public static StockKeycloak unpack(Path distribution, Path home) {
        try {
            ProjectCopy.copy(distribution, home);
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .start();
            return new StockKeycloak(home, postgres);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is unpacked. */
    public Path home() {
        return home;
    }

    /** Where it is reached. */
    public String url() {
        return "http://localhost:" + port;
    }

    /** The port of {@link #url()}. */
    public int port() {
        return port;
    }

    /** Variables for {@code kc.sh}, {@code kcadm.sh} and what else signs in as an administrator. */
    public Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("KC_HTTP_ENABLED", "true");
        environment.put("KC_HTTP_HOST", "127.0.0.1");
        environment.put("KC_HTTP_PORT", String.valueOf(port));
        environment.put("KC_HTTP_MANAGEMENT_PORT", String.valueOf(managementPort));
        environment.put("KC_HEALTH_ENABLED", "true");
        environment.put("KC_HOSTNAME_STRICT", "false");
        environment.put("KC_CACHE", "local");
        environment.put("KC_SHUTDOWN_DELAY", "0s");
        environment.put("KC_SHUTDOWN_TIMEOUT", "1s");
        environment.put("KC_DB", "postgres");
        environment.put("KC_DB_URL", "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres");
        environment.put("KC_DB_USERNAME", "postgres");
        environment.put("KC_DB_PASSWORD", "postgres");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMINISTRATOR);
        environment.put("KC_CLI_PASSWORD", ADMINISTRATOR);
        environment.put("KEYCLOAK_PASSWORD", ADMINISTRATOR);
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JAVA_OPTS_APPEND", JVM);
        environment.put("KC_OPTS", JVM);
        return environment;
    }

    /** Whether it takes requests. */
    public boolean isReady() {
        HttpRequest health = HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + "/health/ready"))
                .build();
        try {
            return BoundedHttp.send(health, HttpResponse.BodyHandlers.discarding(), Duration.ofSeconds(5))
                            .statusCode()
                    == 200;
        } catch (UncheckedIOException notListeningYet) {
            return false;
        }
    }

    /** The number of rows a query finds. */
    public long rows(String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql.strip().replaceFirst(";$", ""))) {
            long count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
