package io.agreements.keycloak.testing.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where this machine has its Chromium. */
public final class ChromiumExecutable {
    /** The one without windows comes first: a page costs it a third of what it costs the others. */
    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private ChromiumExecutable() {}

    /** What the variable {@code CHROMIUM} names, else the first of the usual names on the path. */
    public static Path find(Map<String, String> environment) {
        String named = environment.getOrDefault("CHROMIUM", "");
        if (!named.isBlank()) {
            return Path.of(named);
        }
        return onPath(environment.getOrDefault("PATH", ""))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "No Chromium found: install the package chromium, or name the program in the variable CHROMIUM"));
    }

    private static Stream<Path> onPath(String path) {
        List<Path> directories =
                Stream.of(path.split(File.pathSeparator)).map(Path::of).toList();
        return NAMES.stream()
                .flatMap(name -> directories.stream().map(directory -> directory.resolve(name)))
                .filter(Files::isExecutable);
    }
}
