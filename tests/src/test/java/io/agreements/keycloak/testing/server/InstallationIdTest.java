package io.agreements.keycloak.testing.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationIdTest {
    private static final Map<String, String> H2 = Map.of("db", "dev-file");

    @TempDir
    private Path directory;

    private Path jar;

    @BeforeEach
    void writeJar() throws IOException {
        jar = Files.writeString(directory.resolve("a.jar"), "one");
    }

    @Test
    void theSameInputsGiveTheSameId() {
        assertThat(InstallationId.of("1", List.of(jar), H2)).isEqualTo(InstallationId.of("1", List.of(jar), H2));
    }

    @Test
    void everyInputCounts() throws IOException {
        String id = InstallationId.of("1", List.of(jar), H2);

        assertThat(InstallationId.of("2", List.of(jar), H2)).isNotEqualTo(id);
        assertThat(InstallationId.of("1", List.of(), H2)).isNotEqualTo(id);
        assertThat(InstallationId.of("1", List.of(jar), Map.of("db", "postgres")))
                .isNotEqualTo(id);
        Files.writeString(jar, "two");
        assertThat(InstallationId.of("1", List.of(jar), H2)).isNotEqualTo(id);
    }
}
