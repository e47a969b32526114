package io.agreements.keycloak.testing.server;

import io.agreements.keycloak.testing.http.BoundedHttp;
import io.agreements.keycloak.testing.limit.ProcessTree;
import io.agreements.keycloak.testing.server.machine.LogFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** A started {@code kc.sh}: a shell with the server's JVM as its child. */
final class ServerProcess {
    private static final Duration READY_WITHIN = Duration.ofMinutes(4);
    private static final Duration STOPPED_WITHIN = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final String PID_FILE = "server.pid";

    private final Process shell;
    private final ProcessTree processes;
    private final int port;
    private final int managementPort;
    private final LogFile log;
    private final Thread stopAtExit;

    ServerProcess(Process shell, int port, int managementPort, LogFile log) {
        this.shell = shell;
        this.port = port;
        this.managementPort = managementPort;
        this.log = log;
        this.processes = new ProcessTree(shell.toHandle());
        this.stopAtExit = new Thread(this::end, "stop-keycloak-" + port);
        stopAtExit();
    }

    /** A server that is started while this JVM ends would stay when it is gone. */
    private void stopAtExit() {
        try {
            Runtime.getRuntime().addShutdownHook(stopAtExit);
        } catch (IllegalStateException e) {
            processes.kill();
            throw e;
        }
    }

    boolean isRunning() {
        return shell.isAlive();
    }

    String url() {
        return "http://localhost:" + port;
    }

    String managementUrl() {
        return "http://localhost:" + managementPort;
    }

    LogFile log() {
        return log;
    }

    /** Waits for the health endpoint: an open port says little, Keycloak goes on starting behind it. */
    void awaitReady() {
        HttpRequest health = HttpRequest.newBuilder(URI.create(managementUrl() + "/health/ready"))
                .build();
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!isReady(health)) {
            if (!shell.isAlive()) {
                throw new IllegalStateException("Keycloak ended while starting:\n" + log.tail());
            }
            if (System.nanoTime() > deadline) {
                end();
                throw new IllegalStateException("Keycloak is not ready after " + READY_WITHIN + ":\n" + log.tail());
            }
            sleep();
        }
    }

    /** Writes down who runs, so that a later test run can end what a killed one left behind. */
    void leavePid(Path directory) {
        try {
            Files.writeString(directory.resolve(PID_FILE), String.valueOf(shell.pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the server, gently at first. */
    void stop() {
        end();
        Runtime.getRuntime().removeShutdownHook(stopAtExit);
    }

    /** Ends the server as a power cut would. */
    void kill() {
        processes.kill();
        Runtime.getRuntime().removeShutdownHook(stopAtExit);
    }

    /** Ends servers whose test run was killed before it could stop them. */
    static void stopLeftovers(Path runs) throws IOException {
        try (Stream<Path> pidFiles = Files.find(runs, 2, (path, attributes) -> path.endsWith(PID_FILE))) {
            for (Path pidFile : pidFiles.toList()) {
                Files.readAllLines(pidFile).forEach(ServerProcess::stopLeftover);
            }
        }
    }

    private static void stopLeftover(String pid) {
        ProcessHandle.of(Long.parseLong(pid))
                .filter(ServerProcess::isKeycloak)
                .ifPresent(shell -> new ProcessTree(shell).kill());
    }

    private static boolean isKeycloak(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains("kc.home.dir") || line.contains("kc.sh"))
                .isPresent();
    }

    private void end() {
        processes.end(STOPPED_WITHIN);
    }

    private static boolean isReady(HttpRequest health) {
        try {
            return BoundedHttp.send(health, HttpResponse.BodyHandlers.discarding(), Duration.ofSeconds(5))
                            .statusCode()
                    == 200;
        } catch (UncheckedIOException notListeningOrBusy) {
            return false;
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for Keycloak", e);
        }
    }
}
