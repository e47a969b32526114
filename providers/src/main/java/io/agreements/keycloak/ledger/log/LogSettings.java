package io.agreements.keycloak.ledger.log;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.keycloak.Config;

/**
 * What the operator of a server says about logs; no realm has a say in it.
 *
 * @param interval between two looks for records that are not in a log
 * @param directory where every checkpoint is appended to the file of its realm; null for nowhere
 * @param address where every checkpoint is sent; null for nowhere
 * @param policy file with witnesses and quorum, as {@code tlog-policy} writes them; null for none
 */
public record LogSettings(Duration interval, Path directory, URI address, Path policy) {

    public static final String INTERVAL = "sequencing-interval";
    public static final String DIRECTORY = "checkpoint-directory";
    public static final String ADDRESS = "checkpoint-address";
    public static final String POLICY = "policy-file";
    public static final int DEFAULT_INTERVAL_SECONDS = 10;

    /** @throws IllegalArgumentException if an address is none of the web */
    public static LogSettings read(Config.Scope config) {
        return new LogSettings(
                Duration.ofSeconds(Math.max(1, config.getInt(INTERVAL, DEFAULT_INTERVAL_SECONDS))),
                path(config.get(DIRECTORY)),
                web(ADDRESS, config.get(ADDRESS)),
                path(config.get(POLICY)));
    }

    private static Path path(String name) {
        return name == null || name.isBlank() ? null : Path.of(name);
    }

    private static URI web(String name, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        URI address = URI.create(value.strip());
        if (address.getHost() == null || !("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
            throw new IllegalArgumentException(name + " is no address of the web: " + value);
        }
        return address;
    }
}
