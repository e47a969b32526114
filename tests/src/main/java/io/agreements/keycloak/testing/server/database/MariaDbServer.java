package io.agreements.keycloak.testing.server.database;

import io.agreements.keycloak.testing.limit.ProcessTree;
import io.agreements.keycloak.testing.server.machine.FileTrees;
import io.agreements.keycloak.testing.server.machine.LogFile;
import io.agreements.keycloak.testing.server.machine.LoopbackPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The machine's own MariaDB on data kept from start to start; no service of the system. */
final class MariaDbServer implements AutoCloseable {
    /** All may be done with it by whoever reaches it, which is this machine alone. */
    static final String USER = "root";

    private static final Duration INSTALLED_WITHIN = Duration.ofMinutes(2);
    private static final Duration STARTED_WITHIN = Duration.ofMinutes(2);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(100);

    /** The tests write names of tables in small letters; on Linux those would be other tables. */
    private static final String NAMES = "--lower-case-table-names=1";

    /** Nothing in it is worth surviving a power cut. */
    private static final List<String> QUICK = List.of(
            NAMES,
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_unicode_ci",
            "--debug-no-sync",
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-doublewrite=0",
            "--innodb-file-per-table=0",
            "--innodb-log-file-size=64M",
            "--max-connections=300",
            "--performance-schema=0",
            "--skip-log-bin",
            "--skip-name-resolve");

    private final Process process;
    private final ProcessTree processes;
    private final int port;
    private final LogFile log;
    private final Thread stopAtExit;

    private MariaDbServer(Process process, int port, LogFile log) {
        this.process = process;
        this.processes = new ProcessTree(process.toHandle());
        this.port = port;
        this.log = log;
        this.stopAtExit = new Thread(this::end, "stop-mariadb-" + port);
        Runtime.getRuntime().addShutdownHook(stopAtExit);
    }

    /** Starts it on a free port of this machine, in place of one that a killed program left behind. */
    static MariaDbServer start(Path directory) throws IOException {
        Path data = directory.resolve("data");
        Path pidFile = directory.resolve("pid");
        stopLeftover(pidFile, data);
        Files.createDirectories(directory);
        if (!Files.exists(data)) {
            install(directory, data);
        }
        int port = LoopbackPorts.free();
        List<String> command = command("mariadbd", data);
        command.addAll(QUICK);
        command.addAll(List.of(
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=" + directory.resolve("socket"),
                "--pid-file=" + pidFile));
        Path log = directory.resolve("server.log");
        MariaDbServer server = new MariaDbServer(run(command, log), port, new LogFile(log));
        server.awaitReady();
        return server;
    }

    /** The address of one of its databases; of none for the empty name. */
    String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(stopAtExit);
    }

    private void end() {
        processes.end(STOPPED_WITHIN);
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + STARTED_WITHIN.toNanos();
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("MariaDB ended while starting:\n" + log.tail());
            }
            if (System.nanoTime() > deadline) {
                close();
                throw new IllegalStateException("MariaDB is not ready after " + STARTED_WITHIN + ":\n" + log.tail());
            }
            sleep();
        }
    }

    private boolean isReady() {
        try (Connection connection = DriverManager.getConnection(url("") + "?connectTimeout=1000", USER, "")) {
            return connection.isValid(1);
        } catch (SQLException notListeningYet) {
            return false;
        }
    }

    /** A directory that is there is whole. */
    private static void install(Path directory, Path data) throws IOException {
        Path unfinished = data.resolveSibling("data.unfinished");
        FileTrees.delete(unfinished);
        List<String> command = command("mariadb-install-db", unfinished);
        command.addAll(List.of("--auth-root-authentication-method=normal", "--skip-test-db", NAMES));
        Path log = directory.resolve("install.log");
        Process process = run(command, log);
        try {
            if (!process.waitFor(INSTALLED_WITHIN.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                new ProcessTree(process.toHandle()).kill();
                throw new IllegalStateException("mariadb-install-db failed:\n" + new LogFile(log).tail());
            }
        } catch (InterruptedException e) {
            new ProcessTree(process.toHandle()).kill();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted in mariadb-install-db", e);
        }
        Files.move(unfinished, data);
    }

    /** Whoever is root has to say so. */
    private static List<String> command(String program, Path data) {
        List<String> command = new ArrayList<>(List.of(find(program), "--no-defaults", "--datadir=" + data));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        return command;
    }

    private static String find(String program) {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseThrow(() -> new IllegalStateException(
                        program + " is not found: bin/test --database mariadb says what to install"));
    }

    private static Process run(List<String> command, Path log) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static void stopLeftover(Path pidFile, Path data) throws IOException {
        if (Files.exists(pidFile)) {
            long pid = Long.parseLong(Files.readString(pidFile).strip());
            Optional<ProcessHandle> leftover = ProcessHandle.of(pid).filter(process -> serves(process, data));
            leftover.ifPresent(process -> new ProcessTree(process).end(STOPPED_WITHIN));
        }
    }

    private static boolean serves(ProcessHandle process, Path data) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains(data.toString()))
                .isPresent();
    }

    private static void sleep() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted while waiting for MariaDB", e));
        }
    }
}
