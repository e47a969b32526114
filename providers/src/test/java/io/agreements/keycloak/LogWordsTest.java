package io.agreements.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LogWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\u0085", "\u2028", "\u2029", "\u001B", "\u0000"})
    void aLineStaysALine(String unseen) {
        assertThat(LogWords.quoted("Asia" + unseen + "2026-11-22 INFO all is well"))
                .isEqualTo("'Asia\uFFFD2026-11-22 INFO all is well'");
    }

    @Test
    void whatIsLongIsCut() {
        assertThat(LogWords.quoted("x".repeat(61))).isEqualTo("'" + "x".repeat(60) + "…'");
    }
}
