package io.agreements.keycloak.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.ledger.UserSpan;
import org.junit.jupiter.api.Test;

final class BeginningTest {

    @Test
    void aListThatBeginsIsNotBoundToAnEmptyWord() {
        assertThat(Beginning.orBehind(null)).isEqualTo(Beginning.ofAll()).isNotEmpty();
        assertThat(Beginning.orBehind("")).isEqualTo(Beginning.ofAll());
        assertThat(Beginning.orBehind(UserSpan.ALL.after())).isEqualTo(Beginning.ofAll());
    }

    @Test
    void aListThatGoesOnIsBoundToWhatItGoesOnBehind() {
        assertThat(Beginning.orBehind("ann")).isEqualTo("ann");
    }

    @Test
    void whatItBeginsBehindComesBeforeWhatIdsAreMadeOf() {
        assertThat(Beginning.ofAll())
                .isLessThan("!")
                .isLessThan("-")
                .isLessThan("0")
                .isLessThan("A")
                .isLessThan("f:");
    }
}
