package io.agreements.keycloak.testing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What the build tells the harness by system properties named {@code keycloak.*}. */
record Settings(
        Mode mode,
        Vendor vendor,
        String version,
        String image,
        Path project,
        Path distribution,
        Path providers,
        Path work) {

    private static final Set<String> PRODUCT = Set.of("keycloak-agreements.jar", "keycloak-agreements-themes.jar");

    enum Mode {
        PROCESS,
        CONTAINER
    }

    enum Vendor {
        H2,
        POSTGRES,
        MARIADB
    }

    static Settings ofThisJvm() {
        return new Settings(
                Mode.valueOf(property("mode").toUpperCase(Locale.ROOT)),
                Vendor.valueOf(property("database").toUpperCase(Locale.ROOT)),
                property("version"),
                property("image"),
                path("project"),
                path("distribution"),
                path("providers"),
                path("work"));
    }

    /** Where the JVMs of a run keep what is good for all of them; whoever looks there has it locked. */
    Path shared() {
        return work.resolveSibling("shared");
    }

    /** The version of Keycloak the spec wants. */
    String version(KeycloakSpec spec) {
        return spec.version().orElse(version);
    }

    /** That Keycloak as it was unpacked. */
    Path distribution(KeycloakSpec spec) {
        return distribution.resolveSibling("keycloak-" + version(spec));
    }

    /** The project's own jars and those the spec adds. */
    List<Path> jars(KeycloakSpec spec) {
        try (Stream<Path> own = Files.list(providers)) {
            return Stream.concat(own.sorted(), spec.extraProviders().stream().map(project::resolve))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of the harness and those the spec adds. */
    List<Path> jarsBesideTheProduct(KeycloakSpec spec) {
        return jars(spec).stream()
                .filter(jar -> !PRODUCT.contains(jar.getFileName().toString()))
                .toList();
    }

    private static Path path(String name) {
        return Path.of(property(name)).toAbsolutePath().normalize();
    }

    private static String property(String name) {
        String value = System.getProperty("keycloak." + name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(
                    "System property keycloak." + name + " is not set: integration tests run through Maven (bin/test)");
        }
        return value;
    }
}
