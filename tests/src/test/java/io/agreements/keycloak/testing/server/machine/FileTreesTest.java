package io.agreements.keycloak.testing.server.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreesTest {
    @TempDir
    private Path directory;

    @Test
    void aCopyKeepsTheTimesOfFiles() throws IOException {
        FileTime old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Path jar = Files.createDirectories(directory.resolve("from/providers")).resolve("a.jar");
        Files.writeString(jar, "x");
        Files.setLastModifiedTime(jar, old);

        FileTrees.copy(directory.resolve("from"), directory.resolve("to"));

        assertThat(Files.getLastModifiedTime(directory.resolve("to/providers/a.jar")))
                .isEqualTo(old);
    }

    @Test
    void onlyTheNamedDirectoriesStay() throws IOException {
        Files.createDirectories(directory.resolve("old/deep"));
        Files.createDirectories(directory.resolve("new/deep"));

        FileTrees.deleteAllBut(Set.of("new"), directory);

        assertThat(directory).isDirectoryContaining("glob:**/new").isDirectoryNotContaining("glob:**/old");
    }
}
