package io.agreements.keycloak.testing.server;

import io.agreements.keycloak.testing.server.database.Database;
import io.agreements.keycloak.testing.server.database.Databases;
import io.agreements.keycloak.testing.server.machine.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;

/** Keycloak as a child process of the tests. */
final class ProcessKeycloak implements KeycloakServer {
    private final Installation installation;
    private final Supplier<Installation> withoutProduct;
    private final Map<String, String> options;
    private final Path run;
    private final Path agreements;
    private final Database database;
    private int starts;
    private volatile ServerProcess process;
    private volatile MasterRealm master;

    private ProcessKeycloak(
            Installation installation,
            Supplier<Installation> withoutProduct,
            Map<String, String> options,
            Path run,
            Path agreements,
            Database database) {
        this.installation = installation;
        this.withoutProduct = withoutProduct;
        this.options = options;
        this.run = run;
        this.agreements = agreements;
        this.database = database;
    }

    static ProcessKeycloak start(
            KeycloakSpec spec, Settings settings, Installations installations, Databases databases, Path run) {
        Installation installation = installations.prepare(spec);
        Path agreements = AgreementFiles.copy(settings.project().resolve(spec.agreements()), run);
        Databases.Instance database = databases.copyOfTemplate(installation.id(), run);
        Map<String, String> options = new TreeMap<>(database.options());
        options.put(AgreementFiles.OPTION, agreements.toString());
        // Tests of the log have the sequencer run when they want it to.
        options.put("spi-agreement-ledger--jpa--sequencing-interval", "3600");
        options.putAll(spec.options());

        ProcessKeycloak server = new ProcessKeycloak(
                installation, () -> installations.withoutProduct(spec), options, run, agreements, database.database());
        server.start(installation, "server.log");
        return server;
    }

    /**
     * One more on the same database, with the same files and options but for some.
     *
     * @param otherRun a directory of its own
     */
    ProcessKeycloak beside(Path otherRun, Map<String, String> different) {
        Map<String, String> all = new TreeMap<>(options);
        all.putAll(different);
        ProcessKeycloak other = new ProcessKeycloak(installation, withoutProduct, all, otherRun, agreements, database);
        other.start(installation, "server.log");
        return other;
    }

    boolean isRunning() {
        return process.isRunning();
    }

    private void start(Installation started, String log) {
        long begin = System.nanoTime();
        starts++;
        process = new KeycloakScript(started.home())
                .start(options, started.useOfArchive().stream().toList(), run.resolve(log));
        process.leavePid(run);
        process.awaitReady();
        master = new MasterRealm(process.url());
        Progress.sayDone("Keycloak is ready at " + process.url(), begin);
    }

    @Override
    public void kill() {
        process.kill();
        master.close();
    }

    @Override
    public void startAgain() {
        start(installation, "server-" + (starts + 1) + ".log");
    }

    @Override
    public void whileStopped(List<List<String>> commands) {
        close();
        KeycloakScript script = new KeycloakScript(installation.home());
        try {
            for (List<String> command : commands) {
                script.toItsEnd(command, options, run.resolve(command.get(0) + ".log"));
            }
        } finally {
            startAgain();
        }
    }

    @Override
    public void withoutProduct(Runnable meanwhile) {
        Installation bare = withoutProduct.get();
        close();
        try {
            start(bare, "server-without-product.log");
            meanwhile.run();
        } finally {
            close();
            startAgain();
        }
    }

    @Override
    public String url() {
        return process.url();
    }

    @Override
    public String managementUrl() {
        return process.managementUrl();
    }

    @Override
    public String logs() {
        return process.log().text();
    }

    @Override
    public SortedSet<String> providerJars() {
        try (Stream<Path> files = Files.list(installation.home().resolve("providers"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Path agreements() {
        return agreements;
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public Keycloak adminClient() {
        return master.client();
    }

    @Override
    public RealmResource importRealm(String json) {
        return master.importRealm(json);
    }

    @Override
    public void close() {
        master.close();
        process.stop();
    }
}
