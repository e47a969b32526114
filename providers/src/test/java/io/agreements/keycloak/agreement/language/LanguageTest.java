package io.agreements.keycloak.agreement.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

final class LanguageTest {

    @ParameterizedTest(name = "{0} is written in {1}, {2}")
    @CsvFileSource(resources = "/languages/directions.csv")
    void aLanguageHasAScriptAndADirection(String tag, String script, String direction) {
        Language language = new Language(tag);

        assertThat(language.script()).isEqualTo(script);
        assertThat(language.direction().attribute()).isEqualTo(direction);
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({"he, iw", "yi, ji", "id, in", "no, nb", "nb, nn", "zh, yue", "zh-TW, zh-Hans", "en, en-GB"})
    void aLanguageIsTheSameByEveryName(String one, String other) {
        assertThat(new Language(one).isSameAs(new Language(other))).isTrue();
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({"ja, zh", "ar, fa", "de, nl", "zh, en"})
    void languagesOfOneScriptAreStillOthers(String one, String other) {
        assertThat(new Language(one).isSameAs(new Language(other))).isFalse();
    }
}
