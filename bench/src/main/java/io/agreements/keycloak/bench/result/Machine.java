package io.agreements.keycloak.bench.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the numbers were taken on.
 *
 * @param processor its name
 * @param cores how many
 * @param memory in GB
 * @param system its operating system
 * @param java the release
 * @param keycloak the version
 * @param postgres the version
 */
public record Machine(
        String processor, int cores, String memory, String system, String java, String keycloak, String postgres) {

    private static final double KB_OF_A_GB = 1024 * 1024;

    /** This one. */
    public static Machine ofThisRun(String keycloak, String postgres) {
        return new Machine(
                line("/proc/cpuinfo", "model name").orElse(System.getProperty("os.arch")),
                Runtime.getRuntime().availableProcessors(),
                line("/proc/meminfo", "MemTotal")
                        .map(value -> String.format(
                                Locale.ROOT, "%.0f GB", Double.parseDouble(value.replaceAll("\\D", "")) / KB_OF_A_GB))
                        .orElse("unknown"),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Runtime.version().toString(),
                keycloak,
                postgres);
    }

    /** In a line. */
    public String words() {
        return "%s, %d cores, %s memory, %s; Java %s, Keycloak %s, %s"
                .formatted(processor, cores, memory, system, java, keycloak, postgres);
    }

    /** What of it says most, for a cell of a table. */
    public String brief() {
        return "%d cores, %s; %s".formatted(cores, memory, postgres);
    }

    private static Optional<String> line(String file, String name) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException notOnLinux) {
            return Optional.empty();
        }
    }
}
