package io.agreements.keycloak.testing.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where everything stands in a run that does not go on.
 *
 * @param running tests and classes that have begun and not ended
 * @param work the harness's directory, where servers write their logs
 */
record Standstill(List<String> running, Optional<Path> work) {
    private static final int LOGS = 4;
    private static final int LINES = 40;
    private static final int COMMAND_LENGTH = 300;
    private static final String FILE = "standstill.txt";

    /** Prints all of it, and keeps it in a file too: what a hanging run prints may not arrive. */
    void tell(String why) {
        String report = report(why);
        System.out.println(report);
        work.ifPresent(directory -> keep(directory, report));
    }

    String report(String why) {
        return Stream.of(
                        why + ": this run is ended.",
                        section("Begun and not ended", running.stream()),
                        section("Processes", processes()),
                        section(
                                "Threads",
                                Thread.getAllStackTraces().entrySet().stream().map(Standstill::describe)),
                        logs().map(Standstill::describe).collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n", "[watchdog] ", ""));
    }

    private static String section(String title, Stream<String> lines) {
        return lines.map(line -> "  " + line).collect(Collectors.joining("\n", title + ":\n", "\n"));
    }

    private static Stream<String> processes() {
        return ProcessHandle.current()
                .descendants()
                .map(process -> process.pid() + " "
                        + process.info()
                                .commandLine()
                                .map(line -> line.substring(0, Math.min(COMMAND_LENGTH, line.length())))
                                .orElse("?"));
    }

    private static String describe(Map.Entry<Thread, StackTraceElement[]> thread) {
        return Stream.of(thread.getValue())
                .map(frame -> "\n      at " + frame)
                .collect(Collectors.joining(
                        "", thread.getKey().getName() + " (" + thread.getKey().getState() + ")", ""));
    }

    /** The logs written to last, the latest first. */
    private Stream<Path> logs() {
        if (work.isEmpty() || !Files.isDirectory(work.get())) {
            return Stream.empty();
        }
        try (Stream<Path> files =
                Files.find(work.get(), 3, (path, attributes) -> path.toString().endsWith(".log"))) {
            return files.sorted(Comparator.comparing(Standstill::lastWritten).reversed()).limit(LOGS).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lastWritten(Path file) {
        return file.toFile().lastModified();
    }

    private static String describe(Path log) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return section("End of " + log, lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream());
        } catch (IOException e) {
            return "No " + log + ": " + e;
        }
    }

    private static void keep(Path directory, String report) {
        try {
            Files.writeString(Files.createDirectories(directory).resolve(FILE), report);
        } catch (IOException e) {
            System.out.println("[watchdog] Not kept in " + directory + ": " + e);
        }
    }
}
