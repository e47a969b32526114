package io.agreements.keycloak.testing.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumExecutableTest {
    @TempDir
    private Path directory;

    @Test
    void theVariableComesFirst() {
        Map<String, String> environment = Map.of("CHROMIUM", "/opt/chrome", "PATH", directory.toString());

        assertThat(ChromiumExecutable.find(environment)).isEqualTo(Path.of("/opt/chrome"));
    }

    @Test
    void theUsualNamesAreFoundOnThePath() throws IOException {
        Path chrome = program("google-chrome");

        assertThat(ChromiumExecutable.find(Map.of("PATH", "/nowhere" + File.pathSeparator + directory)))
                .isEqualTo(chrome);
    }

    @Test
    void theOneWithoutWindowsIsPreferred() throws IOException {
        program("chromium");
        Path shell = program("chromium-headless-shell");

        assertThat(ChromiumExecutable.find(Map.of("PATH", directory.toString())))
                .isEqualTo(shell);
    }

    private Path program(String name) throws IOException {
        return Files.createFile(
                directory.resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    @Test
    void withoutOneTheMessageSaysWhatToDo() {
        assertThatThrownBy(() -> ChromiumExecutable.find(Map.of("PATH", directory.toString())))
                .hasMessageContaining("install the package chromium");
    }
}
