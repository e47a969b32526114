package io.agreements.keycloak.agreement.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class IsolatedTest {

    private static final Language ENGLISH = new Language("en");
    private static final Language ARABIC = new Language("ar");
    private static final Language CHINESE = new Language("zh-Hans");

    @Test
    void arabicWordsInAnEnglishSentenceStandBetweenMarks() {
        assertThat(Isolated.words("السعر 100$!", ARABIC, ENGLISH)).isEqualTo("\u2067السعر 100$!\u2069");
    }

    @Test
    void englishWordsInAnArabicSentenceStandBetweenMarks() {
        assertThat(Isolated.words("Terms (2026)!", ENGLISH, ARABIC)).isEqualTo("\u2066Terms (2026)!\u2069");
    }

    @Test
    void wordsOfALanguageRunAsThatLanguageDoesWhateverTheyBeginWith() {
        assertThat(Isolated.words("POP800 شروط!", ARABIC, ARABIC)).isEqualTo("\u2067POP800 شروط!\u2069");
        assertThat(Isolated.words("شروط of POP800", ENGLISH, ENGLISH)).isEqualTo("\u2066شروط of POP800\u2069");
        assertThat(Isolated.words("1.0", ARABIC, ENGLISH)).isEqualTo("\u20671.0\u2069");
    }

    @Test
    void wordsThatRunAsTheSentenceDoesStandAsTheyAre() {
        assertThat(Isolated.words("Terms", ENGLISH, CHINESE)).isEqualTo("Terms");
        assertThat(Isolated.words("شروط", ARABIC, new Language("he"))).isEqualTo("شروط");
    }

    @Test
    void wordsOfAnUnknownLanguageRunAsTheyBegin() {
        assertThat(Isolated.words("نسخة 2", ENGLISH)).isEqualTo("\u2068نسخة 2\u2069");
        assertThat(Isolated.words("2026-11", ARABIC)).isEqualTo("\u20682026-11\u2069");
        assertThat(Isolated.words("2026-11", ENGLISH)).isEqualTo("2026-11");
    }
}
