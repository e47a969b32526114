package io.agreements.keycloak.bench;

import io.agreements.keycloak.bench.data.Populating;
import io.agreements.keycloak.bench.data.Sizes;
import io.agreements.keycloak.bench.load.Load;
import io.agreements.keycloak.bench.realm.Realms;
import io.agreements.keycloak.bench.realm.Variant;
import io.agreements.keycloak.bench.result.ListTimes;
import io.agreements.keycloak.bench.result.Machine;
import io.agreements.keycloak.bench.result.Measurements;
import io.agreements.keycloak.bench.result.Report;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.KeycloakServers;
import io.agreements.keycloak.testing.server.KeycloakSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Measures what the product costs beside Keycloak without it; called by {@code bin/bench}. */
public final class Bench {
    private static final int CONCURRENCY = 8;
    private static final int MOST_SIGNING_IN = 1_000;

    /** What Keycloak does if it is told nothing; the harness has them cheaper. */
    private static final Map<String, String> PASSWORDS_AS_IN_USE = Map.of(
            "spi-password-hashing--argon2--iterations", "5",
            "spi-password-hashing--argon2--memory", "7168");

    private final BenchOptions options;
    private final Load load;
    private final Measurements measurements = new Measurements();

    private Bench(BenchOptions options) {
        this.options = options;
        this.load = new Load(
                options.directory().resolve("load"),
                CONCURRENCY,
                options.warmUp(),
                options.seconds(),
                signingIn(),
                options.charts());
    }

    /** @param arguments see {@link BenchOptions#of} */
    public static void main(String... arguments) {
        new Bench(BenchOptions.of(arguments)).run();
    }

    private void run() {
        KeycloakSpec spec = KeycloakSpec.plain().named("bench").withOptions(PASSWORDS_AS_IN_USE);
        try (KeycloakServers servers = KeycloakServers.open()) {
            KeycloakServer server = servers.get(spec);
            fill(server);
            for (int round = 1; round <= options.rounds(); round++) {
                measure(server, round);
            }
            say("Asking for what administrators ask for");
            write(report(server));
        }
    }

    private void fill(KeycloakServer server) {
        say("Creating the realms, and " + options.users() + " users in each");
        Map<Variant, String> models = new EnumMap<>(Variant.class);
        server.withoutProduct(() ->
                Variant.withoutProduct().forEach(variant -> models.put(variant, Realms.create(server, variant))));
        models.put(Variant.PLUGIN, Realms.create(server, Variant.PLUGIN));
        long started = System.nanoTime();
        Populating populating = new Populating(server.database(), options.users(), signingIn());
        models.forEach(populating::fill);
        populating.settle();
        say(String.format(Locale.ROOT, "The users are there after %.0f s", (System.nanoTime() - started) / 1e9));
    }

    private void measure(KeycloakServer server, int round) {
        for (Variant variant : Variant.values()) {
            say("Round " + round + " of " + options.rounds() + ": " + variant.letter() + ", " + variant.title());
            if (variant == Variant.PLUGIN) {
                measure(server, variant, round);
            } else {
                server.withoutProduct(() -> measure(server, variant, round));
            }
        }
    }

    private void measure(KeycloakServer server, Variant variant, int round) {
        measurements.addCpu(variant, load.cpu(server, variant));
        if (round == options.rounds()) {
            measurements.setStatements(variant, load.statements(server, variant));
        }
    }

    private Report report(KeycloakServer server) {
        Sizes sizes = new Sizes(server.database());
        String data = String.format(
                Locale.ROOT,
                "%,d users in each realm, %,d records, %,d standings; %d rounds of %d seconds for each kind of request, after %d"
                        + " seconds that do not count.",
                options.users(),
                sizes.records(),
                sizes.standings(),
                options.rounds(),
                options.seconds(),
                options.warmUp());
        return new Report(
                measurements,
                ListTimes.of(server, options.users()),
                sizes.bytesOfAnAcceptance(),
                Machine.ofThisRun(System.getProperty("keycloak.version"), sizes.postgres()),
                data,
                LocalDate.now(ZoneOffset.UTC));
    }

    private void write(Report report) {
        String markdown = report.markdown();
        try {
            Files.writeString(options.directory().resolve("bench.md"), markdown);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.println(markdown);
    }

    private int signingIn() {
        return Math.min(MOST_SIGNING_IN, options.users());
    }

    private static void say(String line) {
        System.out.println("[bench] " + line);
    }
}
