package io.agreements.proof.ledger.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SayingTest {

    @Test
    void whatDiffersStandsInTheSentenceAndBesideTheCode() {
        Statement said = Saying.STANDING_DIFFERS.of("DECLINED", null, "r$1");

        assertThat(said.parameters())
                .containsExactlyInAnyOrderEntriesOf(Map.of("now", "DECLINED", "due", "null", "record", "r$1"));
        assertThat(said.words()).isEqualTo("is DECLINED, and null in record r$1, the latest of this user");
    }

    @Test
    void asMuchIsSaidAsTheSentenceIsAbout() {
        assertThatIllegalArgumentException().isThrownBy(Saying.TILE_LENGTH::of).withMessageContaining("bytes");
    }

    @ParameterizedTest
    @EnumSource
    void everySentenceIsWhole(Saying saying) {
        Object[] values = saying.names().toArray();

        assertThat(saying.of(values).words()).isNotBlank().doesNotContain("{", "}");
        assertThat(saying.names()).doesNotHaveDuplicates();
    }
}
