package io.agreements.keycloak.testing.server;

import io.agreements.keycloak.testing.server.machine.FileTrees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Gives a server its own copy of the project's agreement files. */
final class AgreementFiles {
    /** The option by which the server is told where they are. */
    static final String OPTION = "spi-agreement--jpa--import-directory";

    private AgreementFiles() {}

    static Path copy(Path source, Path runDirectory) {
        Path copy = runDirectory.resolve("agreements");
        try {
            Files.createDirectories(copy);
            if (Files.exists(source)) {
                FileTrees.copy(source, copy);
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
