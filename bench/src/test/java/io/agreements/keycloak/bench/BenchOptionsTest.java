package io.agreements.keycloak.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class BenchOptionsTest {

    @Test
    void argumentsAreNamed() {
        assertThat(BenchOptions.of(
                        "users=2000", "rounds=2", "warm-up=3", "seconds=4", "charts=true", "directory=target"))
                .isEqualTo(new BenchOptions(2_000, 2, 3, 4, true, Path.of("target")));
    }

    @Test
    void tooFewUsersSayNothingAndMoreThanAreNumberedCannotBeMade() {
        assertThatThrownBy(() -> new BenchOptions(10, 1, 1, 1, false, Path.of("target")))
                .hasMessage("users: from 1000 to 9999999, not 10");
        assertThatThrownBy(() -> new BenchOptions(10_000_000, 1, 1, 1, false, Path.of("target")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
