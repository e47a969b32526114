package io.agreements.keycloak.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextLocalesTest {

    @ParameterizedTest(name = "{0} reads {3} of {1}")
    @CsvSource({
        "en,      fr de en,         fr,      en",
        "EN,      fr en,            fr,      en",
        "en-GB,   en en-GB,         en,      en-GB",
        "zh-Hans, en zh-Hant zh-Hans, en,    zh-Hans",
    })
    void aReaderGetsTheTextInJustTheLocaleAskedFor(String reader, String available, String binding, String best) {
        assertThat(best(reader, available, binding)).isEqualTo(best);
    }

    @ParameterizedTest(name = "{0} reads {3} of {1}")
    @CsvSource({
        "zh-CN,      en zh-Hant zh-Hans, en, zh-Hans",
        "zh-SG,      en zh-Hant zh-Hans, en, zh-Hans",
        "zh,         en zh-Hant zh-Hans, en, zh-Hans",
        "zh-TW,      en zh-Hans zh-Hant, en, zh-Hant",
        "zh-HK,      en zh-Hans zh-Hant, en, zh-Hant",
        "zh-MO,      en zh-Hans zh-Hant, en, zh-Hant",
        "zh-Hans-TW, en zh-Hant zh-Hans, en, zh-Hans",
        "zh-Hans,    en zh-TW zh-CN,     en, zh-CN",
    })
    void aChineseReaderGetsTheOwnScriptHoweverItIsNamed(String reader, String available, String binding, String best) {
        assertThat(best(reader, available, binding)).isEqualTo(best);
    }

    @ParameterizedTest(name = "{0} reads {3} of {1}")
    @CsvSource({
        "zh-TW,   en zh-Hans, zh-Hans, zh-Hans",
        "zh-TW,   en zh-Hans, en,      en",
        "zh-HK,   zh-Hans en, en,      en",
        "zh-Hant, zh-Hans en, en,      en",
        "zh-CN,   zh-Hant en, en,      en",
    })
    void aChineseReaderGetsTheBindingTextRatherThanTheOtherScript(
            String reader, String available, String binding, String best) {
        assertThat(best(reader, available, binding)).isEqualTo(best);
    }

    @ParameterizedTest(name = "{0} reads {3} of {1}")
    @CsvSource({
        "en-GB,   zh-Hans en,        zh-Hans, en",
        "pt-BR,   zh-Hans pt-PT,     zh-Hans, pt-PT",
        "sr-Latn, zh-Hans sr-Cyrl,   zh-Hans, sr-Cyrl",
        "sr-Latn, sr-Cyrl sr-Latn-RS, sr-Cyrl, sr-Latn-RS",
    })
    void anyOtherReaderGetsTheSameLanguageInTheSameScriptWhereThereIsOne(
            String reader, String available, String binding, String best) {
        assertThat(best(reader, available, binding)).isEqualTo(best);
    }

    @Test
    void whoseLanguageIsMissingGetsTheBindingText() {
        assertThat(best("fr", "en zh-Hans", "zh-Hans")).isEqualTo("zh-Hans");
    }

    @Test
    void whereTheBindingTextIsMissingTooTheFirstOneServes() {
        assertThat(best("fr", "en zh-Hans", "de")).isEqualTo("en");
    }

    private static String best(String reader, String available, String binding) {
        return TextLocales.best(List.of(available.split(" ")), Locale.forLanguageTag(reader), binding);
    }
}
