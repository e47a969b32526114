package io.agreements.keycloak.testing.server;

import io.agreements.keycloak.testing.server.database.Databases;
import io.agreements.keycloak.testing.server.machine.DirectoryLock;
import io.agreements.keycloak.testing.server.machine.FileTrees;
import io.agreements.keycloak.testing.server.machine.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Builds installations and keeps them from run to run: a test run with unchanged jars pays neither for
 * {@code kc.sh build} nor for the creation of Keycloak's tables. Of JVMs side by side the first one builds for all.
 */
final class Installations {
    /** Room for all vendors, each with the plain server and one with options of its own, and for one without the product. */
    private static final int KEPT = 7;

    private final Settings settings;
    private final Path directory;
    private final Databases databases;

    Installations(Settings settings, Databases databases) {
        this.settings = settings;
        this.directory = settings.shared().resolve("installations");
        this.databases = databases;
    }

    /** The installation this spec asks for, with a template of its database. */
    Installation prepare(KeycloakSpec spec) {
        DirectoryLock lock = DirectoryLock.on(settings.shared());
        try {
            Installation installation = install(spec, settings.jars(spec));
            if (!databases.hasTemplate(installation.id())) {
                createTables(installation);
            }
            return installation;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.close();
        }
    }

    /** The same without the product's jars, for a database whose tables are there. */
    Installation withoutProduct(KeycloakSpec spec) {
        DirectoryLock lock = DirectoryLock.on(settings.shared());
        try {
            return install(spec, settings.jarsBesideTheProduct(spec));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.close();
        }
    }

    private Installation install(KeycloakSpec spec, List<Path> jars) throws IOException {
        Map<String, String> buildOptions = buildOptions(spec);
        String id = InstallationId.of(settings.version(spec), jars, buildOptions);
        Installation installation = new Installation(id, directory.resolve(id));
        Files.createDirectories(directory);
        if (!Files.exists(builtMark(installation))) {
            build(installation, spec, jars, buildOptions);
        }
        Files.setLastModifiedTime(builtMark(installation), FileTime.from(Instant.now()));
        dropOld();
        return installation;
    }

    private Map<String, String> buildOptions(KeycloakSpec spec) {
        Map<String, String> options = new HashMap<>(spec.buildOptions());
        options.put("health-enabled", "true");
        options.put("metrics-enabled", "true");
        options.put("db", databases.vendor());
        return options;
    }

    private void build(Installation installation, KeycloakSpec spec, List<Path> jars, Map<String, String> options)
            throws IOException {
        Progress.say("Building Keycloak " + settings.version(spec) + " with " + names(jars)
                + " (about 20 s, once for each change of the jars)");
        long started = System.nanoTime();
        FileTrees.delete(installation.home());
        FileTrees.copy(settings.distribution(spec), installation.home());
        for (Path jar : jars) {
            Files.copy(jar, installation.home().resolve("providers").resolve(jar.getFileName()));
        }
        new KeycloakScript(installation.home()).build(options, installation.log("build"));
        Files.createFile(builtMark(installation));
        Progress.sayDone("Built Keycloak", started);
    }

    private void createTables(Installation installation) throws IOException {
        Progress.say("Creating the tables of a new " + databases.vendor() + " database (about 25 s, once)");
        long started = System.nanoTime();
        Path work = installation.home().resolve("migration");
        FileTrees.delete(work);
        Databases.Instance database = databases.empty(Files.createDirectories(work));
        KeycloakScript script = new KeycloakScript(installation.home());
        Optional<String> archive = installation.useOfArchive().or(installation::makingOfArchive);
        ServerProcess server =
                script.start(database.options(), archive.stream().toList(), installation.log("migration"));
        try {
            server.awaitReady();
        } finally {
            server.stop();
        }
        databases.keepAsTemplate(database, installation.id());
        Progress.sayDone("Created the tables", started);
    }

    private void dropOld() throws IOException {
        Set<String> kept = built().stream()
                .limit(KEPT)
                .map(home -> home.getFileName().toString())
                .collect(Collectors.toSet());
        FileTrees.deleteAllBut(kept, directory);
        databases.keepTemplatesOf(kept);
    }

    /** The finished installations, the one used last coming first. */
    private List<Path> built() throws IOException {
        Map<Path, FileTime> lastUse = new HashMap<>();
        try (Stream<Path> homes = Files.list(directory)) {
            for (Path home :
                    homes.filter(home -> Files.exists(home.resolve(".built"))).toList()) {
                lastUse.put(home, Files.getLastModifiedTime(home.resolve(".built")));
            }
        }
        List<Path> sorted = new ArrayList<>(lastUse.keySet());
        sorted.sort(Comparator.comparing(lastUse::get).reversed());
        return sorted;
    }

    private static Path builtMark(Installation installation) {
        return installation.home().resolve(".built");
    }

    private static String names(List<Path> jars) {
        return jars.stream().map(jar -> jar.getFileName().toString()).collect(Collectors.joining(", "));
    }
}
