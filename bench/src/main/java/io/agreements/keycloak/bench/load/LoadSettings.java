package io.agreements.keycloak.bench.load;

import io.agreements.keycloak.bench.realm.Variant;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What the JVM of the load is told, by system properties.
 *
 * @param server where it is, on this machine
 * @param variant whose realm is asked
 * @param concurrency virtual users at the same time, each of whom sends one request after the other
 * @param warmUp how long each scenario goes on before it counts, in seconds
 * @param seconds how long each scenario counts
 * @param signingIn how many users of the realm have a password
 * @param visit sets new users of this run apart from those of others
 * @param kind what is read of the server
 * @param source the id of the server's process, or its log
 * @param result the file for what it comes to
 */
record LoadSettings(
        URI server,
        Variant variant,
        int concurrency,
        int warmUp,
        int seconds,
        int signingIn,
        String visit,
        Kind kind,
        String source,
        Path result) {

    private static final String PREFIX = "bench.";
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost");

    enum Kind {
        CPU,
        STATEMENTS
    }

    LoadSettings {
        if (!LOOPBACK.contains(server.getHost())) {
            throw new IllegalArgumentException("Load is put on servers of this machine only, not on " + server);
        }
    }

    static LoadSettings ofThisJvm() {
        return of(System::getProperty);
    }

    static LoadSettings of(UnaryOperator<String> property) {
        UnaryOperator<String> ours = name -> property.apply(PREFIX + name);
        return new LoadSettings(
                URI.create(ours.apply("server")),
                Variant.valueOf(ours.apply("variant")),
                Integer.parseInt(ours.apply("concurrency")),
                Integer.parseInt(ours.apply("warm-up")),
                Integer.parseInt(ours.apply("seconds")),
                Integer.parseInt(ours.apply("signing-in")),
                ours.apply("visit"),
                Kind.valueOf(ours.apply("kind")),
                ours.apply("source"),
                Path.of(ours.apply("result")));
    }

    /** By which another JVM is told the same. */
    Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(PREFIX + "server", server.toString());
        properties.put(PREFIX + "variant", variant.name());
        properties.put(PREFIX + "concurrency", String.valueOf(concurrency));
        properties.put(PREFIX + "warm-up", String.valueOf(warmUp));
        properties.put(PREFIX + "seconds", String.valueOf(seconds));
        properties.put(PREFIX + "signing-in", String.valueOf(signingIn));
        properties.put(PREFIX + "visit", visit);
        properties.put(PREFIX + "kind", kind.name());
        properties.put(PREFIX + "source", source);
        properties.put(PREFIX + "result", result.toString());
        return properties;
    }

    List<Gauge> gauges() {
        return switch (kind) {
            case CPU -> List.of(new CpuGauge(Long.parseLong(source)));
            case STATEMENTS -> List.of(StatementGauge.all(Path.of(source)), StatementGauge.ours(Path.of(source)));
        };
    }

    /** How often all virtual users register together before it counts, and then while it does. */
    int registrationsBefore() {
        return 2 * warmUp;
    }

    int registrations() {
        return 3 * seconds;
    }

    /** Nothing of it takes longer on a machine that does anything else at all. */
    Duration atMost() {
        return Duration.ofMinutes(3).plusSeconds(20L * Scenario.values().length * (warmUp + seconds));
    }
}
