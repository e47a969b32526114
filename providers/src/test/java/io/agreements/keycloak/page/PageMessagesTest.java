package io.agreements.keycloak.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.Words;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PageMessagesTest {

    private static final Instant MOMENT = Instant.parse("2026-12-01T09:05:00Z");

    @ParameterizedTest
    @CsvSource({
        "en, 'December 1, 2026'",
        "ja, 2026年12月1日",
        "zh-Hans, 2026年12月1日",
        "de, 1. Dezember 2026",
        "ko, 'December 1, 2026'",
    })
    void aDayIsWrittenAsTheReadersOfTheWordsDo(String language, String day) {
        assertThat(Words.in(Locale.forLanguageTag(language)).date(MOMENT)).isEqualTo(day);
    }

    @Test
    void soIsAMoment() {
        assertThat(Words.in(Locale.JAPANESE).moment(MOMENT)).isEqualTo("2026年12月1日 9:05 UTC");
    }
}
