package io.agreements.keycloak.testing.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {
    @TempDir
    private Path directory;

    @Test
    void namesBecomeFilesInDirectories() {
        assertThat(new Pictures(directory).file("registration/手机 (zh)", ".png"))
                .isEqualTo(directory.resolve("registration/手机-zh-.png"));
    }

    @Test
    void noPictureLeavesTheDirectory() {
        assertThatThrownBy(() -> new Pictures(directory).file("../elsewhere", ".png"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
