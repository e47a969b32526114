package io.agreements.keycloak.agreement.text.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words beside a text are of its language and script, or English; never those of another. */
final class TextLabelsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "zh, zh-Hans",
        "zh-CN, zh-Hans",
        "zh-SG, zh-Hans",
        "zh-Hans-TW, zh-Hans",
        "wuu, en",
        "zh-TW, zh-Hant",
        "zh-HK, zh-Hant",
        "zh-MO, zh-Hant",
        "zh-AU, zh-Hant",
        "zh-US, zh-Hant",
        "zh-Hant-CN, zh-Hant",
        "yue, zh-Hant",
        "zh-Latn, en",
        "ja, ja",
        "ko-KP, ko",
        "iw, he",
        "prs, fa",
        "pt-BR, pt",
        "de-CH, de",
        "ru-Latn, en",
        "hi-Latn, en",
        "sv, en",
        "und, en"
    })
    void theyAreOfTheLanguageAndScriptOfTheText(String text, String words) {
        for (String label : new String[] {"important", "note", "warning"}) {
            assertThat(TextLabels.of(Locale.forLanguageTag(text)).get(label))
                    .isNotEmpty()
                    .isEqualTo(TextLabels.of(Locale.forLanguageTag(words)).get(label));
        }
        assertThat(TextLabels.of(Locale.forLanguageTag("zh-Hant")).get("note"))
                .isNotEqualTo(TextLabels.of(Locale.forLanguageTag("zh-Hans")).get("note"));
    }
}
