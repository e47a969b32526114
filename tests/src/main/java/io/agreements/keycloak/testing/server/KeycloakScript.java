package io.agreements.keycloak.testing.server;

import io.agreements.keycloak.testing.limit.ProcessTree;
import io.agreements.keycloak.testing.server.machine.LogFile;
import io.agreements.keycloak.testing.server.machine.LoopbackPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Calls an installation's {@code kc.sh}, with an environment that carries nothing of the caller's Keycloak settings. */
final class KeycloakScript {
    /** Tests start often and run briefly: quick compilation, small collector. Who measures names other options. */
    private static final String JVM_OPTIONS =
            System.getProperty("keycloak.jvm", "-XX:TieredStopAtLevel=1 -XX:-UseG1GC -XX:+UseSerialGC");

    private static final String H2_ON_LOOPBACK = "-Dh2.bindAddress=127.0.0.1";

    /** Hashing a password the way a server in use does is most of what a server under test would do. */
    static final Map<String, String> CHEAP_PASSWORDS = Map.of(
            "spi-password-hashing--argon2--iterations", "1",
            "spi-password-hashing--argon2--memory", "64");

    /** Variables, which a Keycloak passes over that has no such options. */
    static final Map<String, String> QUICK_END = Map.of("KC_SHUTDOWN_DELAY", "0s", "KC_SHUTDOWN_TIMEOUT", "1s");

    private static final Duration ENDED_WITHIN = Duration.ofMinutes(5);

    private final Path home;

    KeycloakScript(Path home) {
        this.home = home;
    }

    /** {@code kc.sh build}, waiting for its end. */
    void build(Map<String, String> options, Path log) {
        await("build", run(withOptions(List.of("build"), options), List.of(), log), log);
    }

    /** A command on the database of a server that is stopped, waiting for its end. */
    void toItsEnd(List<String> command, Map<String, String> options, Path log) {
        List<String> optimized = new ArrayList<>(command);
        optimized.addAll(List.of("--optimized", "--verbose"));
        await(command.get(0), run(withOptions(optimized, options), List.of(), log), log);
    }

    private static void await(String command, Process process, Path log) {
        try {
            if (!process.waitFor(ENDED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                new ProcessTree(process.toHandle()).kill();
                throw new IllegalStateException(
                        "kc.sh " + command + " did not end within " + ENDED_WITHIN + ":\n" + new LogFile(log).tail());
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException("kc.sh " + command + " failed:\n" + new LogFile(log).tail());
            }
        } catch (InterruptedException e) {
            new ProcessTree(process.toHandle()).kill();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted in kc.sh " + command, e);
        }
    }

    /** {@code kc.sh start} on free loopback ports, without waiting until it is ready. */
    ServerProcess start(Map<String, String> options, List<String> jvmOptions, Path log) {
        int port = LoopbackPorts.free();
        int managementPort = LoopbackPorts.free();
        Map<String, String> all = new TreeMap<>(Map.of(
                "http-enabled", "true",
                "http-host", "127.0.0.1",
                "hostname-strict", "false",
                "cache", "local"));
        all.putAll(CHEAP_PASSWORDS);
        all.putAll(options);
        all.replaceAll((name, value) -> value.replace(KeycloakSpec.PORT, String.valueOf(port)));
        all.put("http-port", String.valueOf(port));
        all.put("http-management-port", String.valueOf(managementPort));
        Process process = run(withOptions(List.of("start", "--optimized"), all), jvmOptions, log);
        return new ServerProcess(process, port, managementPort, new LogFile(log));
    }

    private Process run(List<String> arguments, List<String> jvmOptions, Path log) {
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", home.resolve("bin/kc.sh").toString()));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("KEYCLOAK_"));
        List<String> allJvmOptions = new ArrayList<>(List.of(JVM_OPTIONS, H2_ON_LOOPBACK));
        allJvmOptions.addAll(jvmOptions);
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JAVA_OPTS_APPEND", String.join(" ", allJvmOptions));
        environment.putAll(QUICK_END);
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", MasterRealm.ADMIN);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", MasterRealm.PASSWORD);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> withOptions(List<String> start, Map<String, String> options) {
        List<String> arguments = new ArrayList<>(start);
        new TreeMap<>(options).forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments;
    }
}
