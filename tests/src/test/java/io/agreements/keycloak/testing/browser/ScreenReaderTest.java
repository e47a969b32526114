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
    private static final String TEST = "RegistrationIT#somebodyRegisters";

    @TempDir
    private Path directory;

    private ScreenReader reader;
    private GoldenFile file;

    @BeforeEach
    void nameAFile() {
        reader = new ScreenReader(
                directory.resolve("golden"), directory.resolve("lately"), true, new NewPages(List.of()), TEST);
        file = reader.file("registration/form-en");
    }

    @Test
    void whatIsAnotherFailsWithTheLinesAndIsPutAside() throws IOException {
        file.keep("title: \"A\"\npage:\n  - main\n", TEST);

        assertThatThrownBy(() -> reader.settle(file, "title: \"A\"\npage:\n  - banner\n  - main\n", false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("line 3:\n+   - banner")
                .hasMessageContaining("bin/hear");
        assertThat(file.holds("title: \"A\"\npage:\n  - main\n")).isTrue();
        assertThat(Files.readString(directory.resolve("lately/registration/form-en.yaml")))
                .contains("- banner");
    }

    @Test
    void whatIsTheSamePassesWhicheverTestItComesFrom() {
        file.keep("title: \"A\"\n", "AnotherIT#another");

        reader.settle(file, "title: \"A\"\n", false);
    }

    @Test
    void whenAskedToItKeepsWhatIsThereNowAndTheTestItComesFrom() throws IOException {
        file.keep("title: \"A\"\n", "AnotherIT#another");

        reader.settle(file, "title: \"B\"\n", true);

        assertThat(Files.readString(directory.resolve("golden/registration/form-en.yaml")))
                .isEqualTo("# RegistrationIT#somebodyRegisters\ntitle: \"B\"\n");
    }

    @Test
    void allPagesAreWrittenAnewOrThoseWhoseNamesBeginSo() {
        assertThat(NewPages.of("").areAny()).isFalse();
        assertThat(NewPages.of("").contain("registration/form-en")).isFalse();
        assertThat(NewPages.of("true").contain("registration/form-en")).isTrue();
        NewPages some = NewPages.of("console/ledger, registration/form");
        assertThat(some.contain("registration/form-en")).isTrue();
        assertThat(some.contain("console/ledger/search-en-desktop")).isTrue();
        assertThat(some.contain("registration/wrong-en")).isFalse();
    }

    @Test
    void noGoldenFileLeavesTheDirectory() {
        assertThatThrownBy(() -> reader.file("../elsewhere")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDifferenceIsWhatStandsBetweenTheSameBeginningAndEnd() {
        assertThat(GoldenFile.difference(List.of("a", "b", "c", "d"), List.of("a", "x", "d")))
                .isEqualTo("line 2:\n- b\n- c\n+ x");
        assertThat(GoldenFile.difference(List.of("a", "a"), List.of("a"))).isEqualTo("line 2:\n- a");
    }
}
