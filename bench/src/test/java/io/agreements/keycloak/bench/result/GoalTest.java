package io.agreements.keycloak.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class GoalTest {

    @Test
    void aRatioIsToldWithItsRange() {
        assertThat(Goal.ratio("userinfo: CPU b/a", 1.05, Spread.of(List.of(1.06, 1.011, 1.03)))
                        .row())
                .isEqualTo("| userinfo: CPU b/a | ≤ 1.05 | 1.03 (1.01–1.06) | yes |");
    }

    @Test
    void whatIsNotMetStandsOut() {
        assertThat(Goal.milliseconds("coverage", 50, 333.3).row())
                .isEqualTo("| coverage | ≤ 50 ms | 333 ms | **no** |");
    }

    @Test
    void whatIsShownDecides() {
        assertThat(Goal.statements("refresh: statements of ours", 0, 0.04).isMet())
                .isTrue();
        assertThat(Goal.statements("refresh: statements of ours", 0, 0.06).isMet())
                .isFalse();
        assertThat(Goal.statements("password grant: statements of ours", 1, 1).row())
                .isEqualTo("| password grant: statements of ours | ≤ 1 | 1.0 | yes |");
    }

    @Test
    void bytesAreWhole() {
        assertThat(Goal.bytes("one acceptance", 1_300, 1_251.7).row())
                .isEqualTo("| one acceptance | ≤ 1300 bytes | 1252 bytes | yes |");
    }
}
