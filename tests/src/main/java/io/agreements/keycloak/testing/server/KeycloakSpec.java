package io.agreements.keycloak.testing.server;

import io.agreements.keycloak.testing.server.machine.LoopbackPorts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The server a test wants; equal specs are served by one server.
 *
 * @param version of Keycloak; none for the one the jars are built against
 * @param name sets a server apart from others with the same options
 * @param buildOptions options of {@code kc.sh build}
 * @param options options of {@code kc.sh start}
 * @param agreements directory of agreement files the server gets a copy of, relative to the project
 * @param extraProviders jars beside the project's own, relative to the project
 */
public record KeycloakSpec(
        Optional<String> version,
        String name,
        SortedMap<String, String> buildOptions,
        SortedMap<String, String> options,
        String agreements,
        List<String> extraProviders) {

    /**
     * Where on this machine the servers of this run look for the device that a user without a browser says yes on; it must be
     * known before a server starts. Another run beside this one has another.
     */
    public static final int DEVICE_PORT = LoopbackPorts.free();

    /** Stands for the port of the server in options of {@code kc.sh start}. */
    public static final String PORT = "{port}";

    private static final Map<String, String> DEVICE = Map.of(
            "spi-ciba-auth-channel--ciba-http-auth-channel--http-authentication-channel-uri",
            "http://127.0.0.1:" + DEVICE_PORT + "/");

    /** The server most tests share. */
    public static KeycloakSpec plain() {
        return new KeycloakSpec(
                Optional.empty(), "", new TreeMap<>(), new TreeMap<>(DEVICE), "realm-config/agreements", List.of());
    }

    /** On this version of Keycloak, one of those that {@code bin/test --all} unpacks. */
    public KeycloakSpec onKeycloak(String other) {
        return new KeycloakSpec(Optional.of(other), name, buildOptions, options, agreements, extraProviders);
    }

    /** The same under another name, so not shared. */
    public KeycloakSpec named(String otherName) {
        return new KeycloakSpec(version, otherName, buildOptions, options, agreements, extraProviders);
    }

    /** With these options of {@code kc.sh build} beside those it has. */
    public KeycloakSpec withBuildOptions(Map<String, String> more) {
        return new KeycloakSpec(version, name, merged(buildOptions, more), options, agreements, extraProviders);
    }

    /** With these options of {@code kc.sh start} beside those it has. */
    public KeycloakSpec withOptions(Map<String, String> more) {
        return new KeycloakSpec(version, name, buildOptions, merged(options, more), agreements, extraProviders);
    }

    /** With the agreement files of this directory of the project. */
    public KeycloakSpec withAgreements(String directory) {
        return new KeycloakSpec(version, name, buildOptions, options, directory, extraProviders);
    }

    /** With these jars of the project in its {@code providers} directory. */
    public KeycloakSpec withExtraProviders(String... jars) {
        return new KeycloakSpec(version, name, buildOptions, options, agreements, List.of(jars));
    }

    private static SortedMap<String, String> merged(Map<String, String> some, Map<String, String> more) {
        SortedMap<String, String> all = new TreeMap<>(some);
        all.putAll(more);
        return all;
    }
}
