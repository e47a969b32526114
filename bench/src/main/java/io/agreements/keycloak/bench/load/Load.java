package io.agreements.keycloak.bench.load;

import io.agreements.keycloak.bench.realm.Variant;
import io.agreements.keycloak.testing.limit.ProcessTree;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.running.Statements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Puts load on a server, from a JVM of its own, and tells what the server took for it. */
public final class Load {
    /** Where statements are counted, which do not depend on time: seconds to be warm, and to be measured. */
    private static final int BRIEFLY = 1;

    private static final int COUNTING = 4;

    private final Path directory;
    private final int concurrency;
    private final int warmUp;
    private final int seconds;
    private final int signingIn;
    private final boolean charts;
    private int runs;

    /**
     * @param directory for what the runs leave
     * @param concurrency virtual users at the same time
     * @param warmUp seconds of each scenario that do not count
     * @param seconds of each scenario that count
     * @param signingIn how many users of each realm have a password
     * @param charts whether Gatling makes its own report of each run
     */
    public Load(Path directory, int concurrency, int warmUp, int seconds, int signingIn, boolean charts) {
        this.directory = directory;
        this.concurrency = concurrency;
        this.warmUp = warmUp;
        this.seconds = seconds;
        this.signingIn = signingIn;
        this.charts = charts;
    }

    /** The CPU time each request takes. */
    public Reading cpu(KeycloakServer server, Variant variant) {
        String pid = String.valueOf(ServerFiles.processOf().pid());
        return run(settings(server, variant, concurrency, warmUp, seconds, LoadSettings.Kind.CPU, pid));
    }

    /** The statements each request takes. */
    public Reading statements(KeycloakServer server, Variant variant) {
        String log = ServerFiles.logOf(server).toString();
        LoadSettings settings = settings(server, variant, 1, BRIEFLY, COUNTING, LoadSettings.Kind.STATEMENTS, log);
        AtomicReference<Reading> reading = new AtomicReference<>();
        Statements.logged(server, () -> reading.set(run(settings)));
        return reading.get();
    }

    private LoadSettings settings(
            KeycloakServer server,
            Variant variant,
            int users,
            int before,
            int counted,
            LoadSettings.Kind kind,
            String source) {
        runs++;
        // Cookies for secure places are sent to this address, too.
        URI address = URI.create(server.url().replace("//localhost:", "//127.0.0.1:"));
        String visit = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX) + runs;
        Path result = directory.resolve(String.format(
                Locale.ROOT,
                "%02d-%s-%s.properties",
                runs,
                variant.letter(),
                kind.name().toLowerCase(Locale.ROOT)));
        return new LoadSettings(address, variant, users, before, counted, signingIn, visit, kind, source, result);
    }

    private Reading run(LoadSettings settings) {
        Path log = settings.result().resolveSibling(settings.result().getFileName() + ".log");
        try {
            Files.createDirectories(directory);
            Files.deleteIfExists(settings.result());
            await(
                    new ProcessBuilder(command(settings))
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start(),
                    settings,
                    log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Files.exists(settings.result())) {
            throw new IllegalStateException("The load came to nothing; its log says why: " + log);
        }
        try {
            return Reading.of(settings.result()).withoutFailures();
        } catch (IllegalStateException e) {
            throw new IllegalStateException(e.getMessage() + "; the log of the load says more: " + log, e);
        }
    }

    private List<String> command(LoadSettings settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--add-opens=java.base/java.lang=ALL-UNNAMED"));
        settings.properties().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "io.gatling.app.Gatling",
                "--simulation",
                BenchSimulation.class.getName(),
                "--results-folder",
                directory.resolve("gatling").toString()));
        if (!charts) {
            command.add("--no-reports");
        }
        return command;
    }

    private static void await(Process process, LoadSettings settings, Path log) {
        Thread endWithThisJvm = new Thread(() -> process.destroyForcibly(), "end-load");
        Runtime.getRuntime().addShutdownHook(endWithThisJvm);
        try {
            // A minute for the JVM to start, and for the report.
            if (!process.waitFor(settings.atMost().plusMinutes(1).toSeconds(), TimeUnit.SECONDS)) {
                new ProcessTree(process.toHandle()).kill();
                throw new IllegalStateException("The load did not end in time; its log: " + log);
            }
        } catch (InterruptedException e) {
            new ProcessTree(process.toHandle()).kill();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while load is put on the server", e);
        } finally {
            Runtime.getRuntime().removeShutdownHook(endWithThisJvm);
        }
    }
}
