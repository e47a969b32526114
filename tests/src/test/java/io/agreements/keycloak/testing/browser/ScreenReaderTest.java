package io.agreements.keycloak.testing.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenReaderTest {
    @TempDir
    private Path directory;

    private GoldenFile file;

    @BeforeEach
    void nameAFile() {
        file = reader(false).file("registration/form-en");
    }

    @Test
    void whatWasNotThereIsWrittenAndHasToBeLookedAt() throws IOException {
        assertThatThrownBy(() -> reader(false).settle(file, "title: \"A\"\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("form-en.yaml")
                .hasMessageContaining("look at it");
        assertThat(Files.readString(directory.resolve("golden/registration/form-en.yaml")))
                .isEqualTo("title: \"A\"\n");

        reader(false).settle(file, "title: \"A\"\n");
    }

    @Test
    void whatIsAnotherFailsWithTheLinesAndIsPutAside() throws IOException {
        file.keep("title: \"A\"\npage:\n  - main\n");

        assertThatThrownBy(() -> reader(false).settle(file, "title: \"A\"\npage:\n  - banner\n  - main\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("line 3:\n+   - banner")
                .hasMessageContaining("-Dscreenreader.update=true");
        assertThat(file.holds("title: \"A\"\npage:\n  - main\n")).isTrue();
        assertThat(Files.readString(directory.resolve("lately/registration/form-en.yaml")))
                .contains("- banner");
    }

    @Test
    void whenAskedToItKeepsWhatIsThereNow() {
        file.keep("title: \"A\"\n");
        reader(true).settle(file, "title: \"B\"\n");
        GoldenFile other = reader(true).file("registration/other");
        reader(true).settle(other, "title: \"C\"\n");

        assertThat(file.holds("title: \"B\"\n")).isTrue();
        assertThat(other.holds("title: \"C\"\n")).isTrue();
    }

    @Test
    void noGoldenFileLeavesTheDirectory() {
        assertThatThrownBy(() -> reader(true).file("../elsewhere")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDifferenceIsWhatStandsBetweenTheSameBeginningAndEnd() {
        assertThat(GoldenFile.difference(List.of("a", "b", "c", "d"), List.of("a", "x", "d")))
                .isEqualTo("line 2:\n- b\n- c\n+ x");
        assertThat(GoldenFile.difference(List.of("a", "a"), List.of("a"))).isEqualTo("line 2:\n- a");
    }

    private ScreenReader reader(boolean updates) {
        return new ScreenReader(directory.resolve("golden"), directory.resolve("lately"), true, updates);
    }
}
