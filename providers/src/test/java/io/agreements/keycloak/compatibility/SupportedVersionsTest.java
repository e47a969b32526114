package io.agreements.keycloak.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SupportedVersionsTest {

    private static final SupportedVersions SUPPORTED =
            new SupportedVersions(new KeycloakVersion(26, 6, 4), new KeycloakVersion(26, 7, 5));

    @ParameterizedTest
    @ValueSource(strings = {"26.6.4", "26.6.10", "26.7.0", "26.7.5", "26.7.5.redhat-00001", "26.7.4-SNAPSHOT"})
    void whatLiesBetweenTheFirstAndTheLastIsSupported(String version) {
        assertThat(SUPPORTED.include(version)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"26.6.3", "26.5.6", "26.7.6", "26.7.10", "26.8.0", "27.0.0", "999.0.0-SNAPSHOT", "", "nightly"})
    void allElseIsNot(String version) {
        assertThat(SUPPORTED.include(version)).isFalse();
    }

    @Test
    void theBuildPutsThemIntoTheJar() {
        SupportedVersions built = SupportedVersions.read(getClass().getClassLoader());
        assertThat(built.oldest()).isLessThan(built.newest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/operators.md"})
    void theDocumentsNameThem(String document) throws IOException {
        assertThat(Path.of("..", document))
                .content()
                .contains("Keycloak " + SupportedVersions.read(getClass().getClassLoader()));
    }

    @Test
    void theChineseOneDoesToo() throws IOException {
        SupportedVersions built = SupportedVersions.read(getClass().getClassLoader());
        assertThat(Files.readString(Path.of("..", "README.zh-CN.md")))
                .contains("Keycloak " + built.oldest() + " 至 " + built.newest());
    }
}
