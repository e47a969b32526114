package io.agreements.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShortenedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "👍🏽",
                "𠮷",
                "e\u0301",
                "👨\u200D👩\u200D👧",
                "🇨🇳",
                "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC7F",
                "ते"
            })
    void noSignIsCut(String sign) {
        String words = sign.repeat(20);
        for (int most = sign.length(); most < words.length(); most++) {
            assertThat(Shortened.of(words, most)).isEqualTo(sign.repeat(most / sign.length()) + "…");
        }
    }

    @Test
    void whatThereIsRoomForIsLeftAsItIs() {
        assertThat(Shortened.of("words", 5)).isEqualTo("words");
        assertThat(Shortened.of("words", 4)).isEqualTo("word…");
    }

    @Test
    void aSignThatIsTooLongIsCutBetweenCharacters() {
        assertThat(Shortened.of("a" + "\u0301".repeat(100), 10)).isEqualTo("a" + "\u0301".repeat(9) + "…");
    }
}
