package io.agreements.keycloak.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Bidi;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AgreementThemeResourcesTest {

    private final AgreementThemeResources resources = new AgreementThemeResources();

    @ParameterizedTest
    @ValueSource(strings = {"zh-Hans", "zh-Hant", "de"})
    void everyLanguageHasTheSameMessages(String tag) throws IOException {
        assertThat(messages(tag).stringPropertyNames())
                .isNotEmpty()
                .isEqualTo(messages("en").stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-Hans", "zh-Hant", "de"})
    void everyLanguageHasTheSamePlaceholders(String tag) throws IOException {
        Properties others = messages(tag);
        Properties english = messages("en");

        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(placeholders(others, key)).as(key).isEqualTo(placeholders(english, key)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hans", "zh-Hant", "de"})
    void noMessageLosesAnythingToTheQuotingOfMessageFormat(String tag) throws IOException {
        Properties messages = messages(tag);

        assertThat(messages.stringPropertyNames()).allSatisfy(key -> {
            String message = messages.getProperty(key);
            assertThatCode(() -> new MessageFormat(message)).as(key).doesNotThrowAnyException();
            assertThat(message).as(key).doesNotContain("'");
        });
    }

    @ParameterizedTest
    @CsvSource({"zh-Hans, only-traditional.txt", "zh-Hant, only-simplified.txt"})
    void eachScriptKeepsToItsOwnCharacters(String tag, String foreign) throws IOException {
        String characters = resource("/languages/" + foreign).strip();

        assertThat(messages(tag))
                .allSatisfy((key, message) -> assertThat(((String) message).codePoints())
                        .as("%s", key)
                        .noneMatch(character -> characters.indexOf(character) >= 0));
    }

    @ParameterizedTest
    @CsvSource({"en, ltr", "zh-Hans, ltr", "zh-Hant, ltr", "de, ltr"})
    void wordsSayWhichLanguageTheyAreIn(String tag, String direction) throws IOException {
        assertThat(messages(tag))
                .containsEntry("agreementsLanguage", tag)
                .containsEntry("agreementsDirection", direction);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "zh-CN", "zh-SG", "zh-Hans-TW"})
    void simplifiedChineseIsFoundByCountryToo(String tag) throws IOException {
        assertThat(messages(tag)).isEqualTo(messages("zh-Hans"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-TW", "zh-HK", "zh-MO", "zh-Hant-CN", "yue"})
    void traditionalChineseIsFoundByCountryToo(String tag) throws IOException {
        assertThat(messages(tag)).isEqualTo(messages("zh-Hant"));
    }

    /** Keycloak would go on to the realm's default language, which may be Chinese. */
    @ParameterizedTest
    @ValueSource(strings = {"ja", "ko", "fr", "sr-Latn"})
    void aLanguageWithoutWordsHasEnglishOnes(String tag) throws IOException {
        assertThat(messages(tag)).isEqualTo(messages("en"));
    }

    /** A theme may have words for that language, which would be hidden by others for the country. */
    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "de-AT", "pt-BR", "ca-ES-VALENCIA"})
    void aCountryHasTheWordsOfItsLanguage(String tag) throws IOException {
        assertThat(messages(tag)).isEmpty();
    }

    /** From this name Keycloak tells the direction of its pages, and it has none for most of these. */
    @ParameterizedTest
    @ValueSource(strings = {"ar", "fa", "he", "ur", "ps", "ug", "ckb", "dv", "ks", "pa-Arab", "ar-EG"})
    void aLanguageFromRightToLeftHasANameThatIsTold(String tag) throws IOException {
        String name = messages(tag).getProperty("locale_" + tag);

        assertThat(new Bidi(name, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight())
                .as(name)
                .isFalse();
    }

    @Test
    void otherBundlesAreLeftAlone() throws IOException {
        assertThat(resources.getMessages("admin-messages", Locale.ENGLISH)).isEmpty();
    }

    @Test
    void noTemplateIsGivenButTheStockPagesOfTheConsoles() {
        assertThat(resources.getTemplate("index.ftl")).isNull();
        assertThat(resources.getTemplate("theme/keycloak.v2/admin/index.ftl")).isNull();
        assertThat(resources.getTemplate("theme/keycloak.v3/account/index.ftl")).isNull();
    }

    private Properties messages(String tag) throws IOException {
        return resources.getMessages("messages", Locale.forLanguageTag(tag));
    }

    private static String resource(String name) throws IOException {
        try (InputStream file = AgreementThemeResourcesTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int placeholders(Properties messages, String key) {
        return new MessageFormat(messages.getProperty(key)).getFormatsByArgumentIndex().length;
    }
}
