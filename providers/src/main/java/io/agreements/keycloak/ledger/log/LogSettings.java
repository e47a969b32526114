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
 * @param timeStamps by whom checkpoints are stamped; null for nobody
 */
public record LogSettings(Duration interval, Path directory, URI address, Path policy, TimeStamps timeStamps) {

    public static final String INTERVAL = "sequencing-interval";
    public static final String DIRECTORY = "checkpoint-directory";
    public static final String ADDRESS = "checkpoint-address";
    public static final String POLICY = "policy-file";
    public static final String STAMP_ADDRESS = "time-stamp-address";
    public static final String STAMP_POLICY = "time-stamp-policy";
    public static final String STAMP_CERTIFICATES = "time-stamp-certificates";
    public static final String STAMP_INTERVAL = "time-stamp-interval";
    public static final int DEFAULT_INTERVAL_SECONDS = 10;
    public static final int DEFAULT_STAMP_INTERVAL_SECONDS = 3600;

    /**
     * A time stamp authority, as RFC 3161 has it.
     *
     * @param address of the web where it is asked
     * @param policy the object identifier of the policy it is to stamp by; null for its usual one
     * @param certificates file with the certificates of those who are believed
     * @param interval between two stamps of a log at least
     */
    public record TimeStamps(URI address, String policy, Path certificates, Duration interval) {}

    /** @throws IllegalArgumentException if an address is none of the web */
    public static LogSettings read(Config.Scope config) {
        return new LogSettings(
                Duration.ofSeconds(Math.max(1, config.getInt(INTERVAL, DEFAULT_INTERVAL_SECONDS))),
                path(config.get(DIRECTORY)),
                web(ADDRESS, config.get(ADDRESS)),
                path(config.get(POLICY)),
                timeStamps(config));
    }

    private static TimeStamps timeStamps(Config.Scope config) {
        URI address = web(STAMP_ADDRESS, config.get(STAMP_ADDRESS));
        if (address == null) {
            return null;
        }
        Path certificates = path(config.get(STAMP_CERTIFICATES));
        if (certificates == null) {
            throw new IllegalArgumentException(STAMP_ADDRESS + " needs " + STAMP_CERTIFICATES
                    + ": nobody could tell whether a time stamp is the authority's");
        }
        return new TimeStamps(
                address,
                words(config.get(STAMP_POLICY)),
                certificates,
                Duration.ofSeconds(Math.max(1, config.getInt(STAMP_INTERVAL, DEFAULT_STAMP_INTERVAL_SECONDS))));
    }

    private static String words(String value) {
        return value == null || value.isBlank() ? null : value.strip();
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
