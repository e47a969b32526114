package io.agreements.keycloak.testing.server.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a process printed. */
public record LogFile(Path file) {
    private static final int TAIL = 60;

    public String text() {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines, which say why it failed, and where all of them are. */
    public String tail() {
        List<String> lines = text().lines().toList();
        List<String> last = lines.subList(Math.max(0, lines.size() - TAIL), lines.size());
        return String.join("\n", last) + "\n(all of it: " + file + ")";
    }
}
