package io.agreements.keycloak.testing.server;

import io.agreements.keycloak.testing.server.database.Database;
import io.agreements.keycloak.testing.server.database.Databases;
import io.agreements.keycloak.testing.server.machine.LoopbackPorts;
import io.agreements.keycloak.testing.server.machine.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.opentest4j.TestAbortedException;
import org.testcontainers.containers.BindMode;
import org.testcontainers.utility.MountableFile;

/** Keycloak in a container, where there is an engine to run it; its database is beside it, in reach of the tests. */
final class ContainerKeycloak implements KeycloakServer {
    /** By this a later run finds what a killed one left. */
    private static final String LABEL = "agreements.tests";

    private static final String HOME = "/opt/keycloak";
    private static final String AGREEMENTS = HOME + "/agreements";
    private static final Duration READY_WITHIN = Duration.ofMinutes(6);
    private static final int MOST_OF_THE_MEMORY = 10;

    private final KeycloakSpec spec;
    private final Settings settings;
    private final Path agreements;
    private final Databases.Instance database;
    private HostNetworkContainer container;
    private int port;
    private int managementPort;
    private SortedSet<String> providerJars;
    private MasterRealm master;

    private ContainerKeycloak(KeycloakSpec spec, Settings settings, Path agreements, Databases.Instance database) {
        this.spec = spec;
        this.settings = settings;
        this.agreements = agreements;
        this.database = database;
    }

    static KeycloakServer start(KeycloakSpec spec, Settings settings, Databases databases, Path run) {
        if (spec.version().isPresent()) {
            throw new TestAbortedException(
                    "There is an image of one version: this test wants another, so it is skipped");
        }
        Path agreements = AgreementFiles.copy(settings.project().resolve(spec.agreements()), run);
        ContainerKeycloak server = new ContainerKeycloak(spec, settings, agreements, databases.empty(run));
        server.start(settings.jars(spec));
        return server;
    }

    private void start(List<Path> jars) {
        Progress.say("Starting " + settings.image() + " (a minute; with tables to create, two)");
        long started = System.nanoTime();
        port = LoopbackPorts.free();
        managementPort = LoopbackPorts.free();
        container = new HostNetworkContainer(settings.image(), port, managementPort, READY_WITHIN)
                .withAdminUsername(MasterRealm.ADMIN)
                .withAdminPassword(MasterRealm.PASSWORD)
                .withRamPercentage(1, MOST_OF_THE_MEMORY)
                .withLabel(LABEL, settings.project().toString())
                .withFileSystemBind(agreements.toString(), AGREEMENTS, BindMode.READ_ONLY);
        // Readable for whoever the server runs as, whatever they are here.
        jars.forEach(jar -> container.withCopyFileToContainer(
                MountableFile.forHostPath(jar, 0644), HOME + "/providers/" + jar.getFileName()));
        options().forEach((name, value) -> container.withEnv(environmentName(name), value));
        KeycloakScript.QUICK_END.forEach(container::withEnv);
        container.start();
        providerJars =
                jars.stream().map(jar -> jar.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        master = new MasterRealm(url());
        Progress.sayDone("Keycloak is ready at " + url(), started);
    }

    private Map<String, String> options() {
        Map<String, String> options = new TreeMap<>(KeycloakScript.CHEAP_PASSWORDS);
        options.put("db", "postgres");
        options.put("cache", "local");
        options.put("http-enabled", "true");
        options.put("http-host", "127.0.0.1");
        options.put("hostname-strict", "false");
        options.putAll(database.options());
        options.put(AgreementFiles.OPTION, AGREEMENTS);
        options.put("spi-agreement-ledger--jpa--sequencing-interval", "3600");
        options.putAll(spec.buildOptions());
        options.putAll(spec.options());
        options.replaceAll((name, value) -> value.replace(KeycloakSpec.PORT, String.valueOf(port)));
        return options;
    }

    @Override
    public String url() {
        return "http://localhost:" + port;
    }

    @Override
    public String managementUrl() {
        return "http://localhost:" + managementPort;
    }

    @Override
    public String logs() {
        return container.getLogs();
    }

    @Override
    public SortedSet<String> providerJars() {
        return providerJars;
    }

    @Override
    public Path agreements() {
        return agreements;
    }

    @Override
    public Database database() {
        return database.database();
    }

    @Override
    public void kill() {
        container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
        close();
    }

    @Override
    public void startAgain() {
        start(settings.jars(spec));
    }

    @Override
    public void whileStopped(List<List<String>> commands) {
        throw new TestAbortedException(
                "The container has kc.sh, and not the files of the test: this test calls it, so it is skipped");
    }

    @Override
    public void withoutProduct(Runnable meanwhile) {
        close();
        try {
            start(settings.jarsBesideTheProduct(spec));
            meanwhile.run();
        } finally {
            close();
            startAgain();
        }
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
        container.stop();
    }

    /** As Keycloak reads options from the environment: {@code spi-a--b--c-d} is {@code KC_SPI_A__B__C_D}. */
    private static String environmentName(String option) {
        return "KC_" + option.replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
