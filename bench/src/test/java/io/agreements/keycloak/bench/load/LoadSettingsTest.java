package io.agreements.keycloak.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agreements.keycloak.bench.realm.Variant;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class LoadSettingsTest {

    @Test
    void anotherJvmIsToldAllOfIt() {
        LoadSettings settings = at("http://127.0.0.1:8080");

        assertThat(LoadSettings.of(settings.properties()::get)).isEqualTo(settings);
    }

    @Test
    void noLoadIsPutOnOtherMachines() {
        assertThatThrownBy(() -> at("https://id.example.org"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("this machine only");
    }

    private static LoadSettings at(String server) {
        return new LoadSettings(
                URI.create(server),
                Variant.PLUGIN,
                8,
                2,
                4,
                1_000,
                "visit",
                LoadSettings.Kind.CPU,
                "42",
                Path.of("result.properties"));
    }
}
