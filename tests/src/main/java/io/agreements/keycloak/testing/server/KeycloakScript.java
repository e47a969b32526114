package io.agreements.keycloak.testing.server;

import io.agreements.keycloak.testing.limit.ProcessTree;
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
    /** Tests start often and run briefly: quick compilation, small collector. */
    private static final List<String> JVM_OPTIONS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:-UseG1GC", "-XX:+UseSerialGC", "-Dh2.bindAddress=127.0.0.1");

    /** Hashing a password the way a server in use does is most of what a server under test would do. */
    private static final Map<String, String> CHEAP_PASSWORDS = Map.of(
            "spi-password-hashing--argon2--iterations", "1",
            "spi-password-hashing--argon2--memory", "64");

    private static final Duration BUILT_WITHIN = Duration.ofMinutes(5);

    private final Path home;

    KeycloakScript(Path home) {
        this.home = home;
    }

    /** {@code kc.sh build}, waiting for its end. */
    void build(Map<String, String> options, Path log) {
        Process process = run(withOptions(List.of("build"), options), List.of(), log);
        try {
            if (!process.waitFor(BUILT_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                new ProcessTree(process.toHandle()).kill();
                throw new IllegalStateException(
                        "kc.sh build did not end within " + BUILT_WITHIN + ":\n" + new LogFile(log).tail());
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException("kc.sh build failed:\n" + new LogFile(log).tail());
            }
        } catch (InterruptedException e) {
            new ProcessTree(process.toHandle()).kill();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted in kc.sh build", e);
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
                "cache", "local",
                "shutdown-delay", "0s",
                "shutdown-timeout", "1s"));
        all.putAll(CHEAP_PASSWORDS);
        all.putAll(options);
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
        List<String> allJvmOptions = new ArrayList<>(JVM_OPTIONS);
        allJvmOptions.addAll(jvmOptions);
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JAVA_OPTS_APPEND", String.join(" ", allJvmOptions));
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
