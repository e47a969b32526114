package io.agreements.keycloak.testing.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** As much of the project, as built, as documents use: what they change stays out of the project itself. */
public final class ProjectCopy {
    private static final List<String> CONTENT = List.of(
            "pom.xml",
            "README.md",
            "README.zh-CN.md",
            "CONTRIBUTING.md",
            "docs",
            "bin",
            "realm-config/pop800-realm.json",
            "realm-config/agreements",
            "realm-config/sample-client/target/sample-client.jar",
            "realm-config/sample-client/target/lib",
            "providers/target/keycloak-agreements.jar",
            "themes/target/keycloak-agreements-themes.jar");

    private ProjectCopy() {}

    /** Copies; Maven, which has just built what is copied, is not there to build it again. */
    public static void make(Path project, Path copy) {
        try {
            for (String path : CONTENT) {
                copy(project.resolve(path), copy.resolve(path));
            }
            Path maven = Files.writeString(copy.resolve("mvnw"), "#!/bin/sh\n# All is built.\n");
            if (!maven.toFile().setExecutable(true)) {
                throw new IOException("Cannot be made executable: " + maven);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies a file or a directory with all that is in it. */
    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                if (!Files.isDirectory(target)) {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
