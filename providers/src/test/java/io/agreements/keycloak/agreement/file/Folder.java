package io.agreements.keycloak.agreement.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The operator's directory, written for a test. Paths in it are relative and go with slashes. */
record Folder(Path root) {

    Folder with(String path, String content) {
        return with(path, content.getBytes(StandardCharsets.UTF_8));
    }

    Folder with(String path, byte[] content) {
        try {
            Path file = path(path);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Folder without(String path) {
        try {
            Files.delete(path(path));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Folder withDirectory(String path) {
        try {
            Files.createDirectories(path(path));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(String path) {
        return root.resolve(path);
    }
}
