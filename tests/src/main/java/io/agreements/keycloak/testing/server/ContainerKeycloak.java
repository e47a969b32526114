package io.agreements.keycloak.testing.server;

import dasniko.testcontainers.keycloak.KeycloakContainer;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.opentest4j.TestAbortedException;
import org.testcontainers.containers.BindMode;

/** Keycloak in a container, where there is an engine to run it; its database is inside, out of the tests' reach. */
final class ContainerKeycloak implements KeycloakServer {
    private static final String AGREEMENTS = "/opt/keycloak/agreements";
    private static final Duration READY_WITHIN = Duration.ofMinutes(4);

    private final KeycloakContainer container;
    private final SortedSet<String> providerJars;
    private final Path agreements;
    private final MasterRealm master;

    private ContainerKeycloak(KeycloakContainer container, SortedSet<String> providerJars, Path agreements) {
        this.container = container;
        this.providerJars = providerJars;
        this.agreements = agreements;
        this.master = new MasterRealm(container.getAuthServerUrl());
    }

    static KeycloakServer start(KeycloakSpec spec, Settings settings, Path run) {
        Progress.say("Starting " + settings.image() + " (about 40 s)");
        long started = System.nanoTime();
        Path agreements = AgreementFiles.copy(settings.project().resolve(spec.agreements()), run);
        List<File> jars = settings.jars(spec).stream().map(Path::toFile).toList();
        KeycloakContainer container = new KeycloakContainer(settings.image())
                .withAdminUsername(MasterRealm.ADMIN)
                .withAdminPassword(MasterRealm.PASSWORD)
                .withProviderLibsFrom(jars)
                .withFileSystemBind(agreements.toString(), AGREEMENTS, BindMode.READ_ONLY)
                .withEnv("KC_RUN_IN_CONTAINER", "true")
                .withEnv(environmentName(AgreementFiles.OPTION), AGREEMENTS)
                .withStartupTimeout(READY_WITHIN);
        spec.buildOptions().forEach((name, value) -> container.withEnv(environmentName(name), value));
        spec.options().forEach((name, value) -> container.withEnv(environmentName(name), value));
        container.start();
        Progress.sayDone("Keycloak is ready at " + container.getAuthServerUrl(), started);
        return new ContainerKeycloak(
                container, jars.stream().map(File::getName).collect(Collectors.toCollection(TreeSet::new)), agreements);
    }

    @Override
    public String url() {
        return container.getAuthServerUrl();
    }

    @Override
    public String managementUrl() {
        return container.getMgmtServerUrl();
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
        throw new TestAbortedException("The database is inside the container: this test looks at it, so it is skipped");
    }

    @Override
    public void kill() {
        throw new TestAbortedException(
                "The database goes with the container: this test kills the server, so it is skipped");
    }

    @Override
    public void startAgain() {
        throw new IllegalStateException("It has not been killed");
    }

    @Override
    public void whileStopped(List<List<String>> commands) {
        throw new TestAbortedException(
                "The database goes with the container: this test stops the server, so it is skipped");
    }

    @Override
    public void withoutProduct(Runnable meanwhile) {
        throw new TestAbortedException(
                "The database goes with the container: this test takes the jars out of the server, so it is skipped");
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
