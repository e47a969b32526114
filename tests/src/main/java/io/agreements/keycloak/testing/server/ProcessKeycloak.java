package io.agreements.keycloak.testing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;

/** Keycloak as a child process of the tests. */
final class ProcessKeycloak implements KeycloakServer {
    private final Installation installation;
    private final ServerProcess process;
    private final Path agreements;
    private final Database database;
    private final MasterRealm master;

    private ProcessKeycloak(Installation installation, ServerProcess process, Path agreements, Database database) {
        this.installation = installation;
        this.process = process;
        this.agreements = agreements;
        this.database = database;
        this.master = new MasterRealm(process.url());
    }

    static KeycloakServer start(
            KeycloakSpec spec, Settings settings, Installations installations, Databases databases, Path run) {
        Installation installation = installations.prepare(spec);
        long started = System.nanoTime();
        Path agreements = AgreementFiles.copy(settings.project().resolve(spec.agreements()), run);
        Databases.Instance database = databases.copyOfTemplate(installation.id(), run);
        Map<String, String> options = new TreeMap<>(database.options());
        options.put(AgreementFiles.OPTION, agreements.toString());
        options.putAll(spec.options());

        ServerProcess process = new KeycloakScript(installation.home())
                .start(options, installation.useOfArchive().stream().toList(), run.resolve("server.log"));
        process.leavePid(run);
        process.awaitReady();
        Progress.sayDone("Keycloak is ready at " + process.url(), started);
        return new ProcessKeycloak(installation, process, agreements, database.database());
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
