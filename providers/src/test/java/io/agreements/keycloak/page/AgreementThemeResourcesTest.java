package io.agreements.keycloak.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.agreements.keycloak.agreement.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Bidi;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AgreementThemeResourcesTest {

    private static final String LANGUAGES = "io.agreements.keycloak.page.MessageFiles#languages";
    private static final String TRANSLATIONS = "io.agreements.keycloak.page.MessageFiles#translations";
    private static final Pattern PLACE = Pattern.compile("\\{\\d[^}]*}");

    private final AgreementThemeResources resources = new AgreementThemeResources();

    @ParameterizedTest
    @MethodSource(TRANSLATIONS)
    void everyLanguageHasTheSameMessages(String tag) throws IOException {
        assertThat(messages(tag).stringPropertyNames())
                .isNotEmpty()
                .isEqualTo(messages("en").stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void noMessageIsThereTwice(String tag) throws IOException {
        assertThat(Files.readAllLines(Path.of("src/main/resources/agreements-messages/" + tag + ".properties")).stream()
                        .filter(line -> line.contains("="))
                        .map(line -> line.substring(0, line.indexOf('='))))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource(TRANSLATIONS)
    void everyLanguageHasTheSamePlaceholders(String tag) throws IOException {
        Properties others = messages(tag);
        Properties english = messages("en");

        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(placeholders(others, key)).as(key).isEqualTo(placeholders(english, key)));
    }

    /** Chinese puts nothing between the titles of a list but their own quotation marks. */
    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void noMessageIsEmpty(String tag) throws IOException {
        assertThat(messages(tag)).allSatisfy((key, message) -> {
            if (!(tag.startsWith("zh") && key.equals("agreementsTitleSeparator"))) {
                assertThat((String) message).as("%s", key).isNotBlank();
            }
        });
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void noMessageLosesAnythingToTheQuotingOfMessageFormat(String tag) throws IOException {
        Properties messages = messages(tag);

        assertThat(messages.stringPropertyNames()).allSatisfy(key -> {
            String message = messages.getProperty(key);
            assertThatCode(() -> new MessageFormat(message)).as(key).doesNotThrowAnyException();
            assertThat(message).as(key).doesNotContain("'");
        });
    }

    /** The registration form tells by its beginning whether an error is in words of ours. */
    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void noErrorAtAFieldBeginsWithWhatIsPutIn(String tag) throws IOException {
        assertThat(messages(tag).entrySet())
                .filteredOn(entry -> ((String) entry.getKey()).startsWith("error-birthdate-")
                        || ((String) entry.getKey()).startsWith("error-prohibited-"))
                .hasSizeGreaterThan(3)
                .allSatisfy(entry -> assertThat((String) entry.getValue())
                        .as("%s", entry.getKey())
                        .doesNotStartWith("{"));
    }

    /** Characters that Chinese alone has are not in the set that Japanese is written with. */
    @Test
    void japaneseKeepsToItsOwnCharacters() throws IOException {
        CharsetEncoder japanese = Charset.forName("windows-31j").newEncoder();

        assertThat(messages("ja"))
                .allSatisfy((key, message) -> assertThat(japanese.canEncode((String) message))
                        .as("%s=%s", key, message)
                        .isTrue());
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
    @MethodSource(LANGUAGES)
    void wordsSayWhichLanguageTheyAreIn(String tag) throws IOException {
        assertThat(messages(tag))
                .containsEntry("agreementsLanguage", tag)
                .containsEntry(
                        "agreementsDirection", new Language(tag).direction().attribute());
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
    @ValueSource(strings = {"ko", "fr", "sr-Latn", "ja-Latn"})
    void aLanguageWithoutWordsHasEnglishOnes(String tag) throws IOException {
        assertThat(messages(tag)).isEqualTo(messages("en"));
    }

    /** A theme may have words for that language, which would be hidden by others for the country. */
    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "de-AT", "ja-JP", "pt-BR", "ca-ES-VALENCIA"})
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

    private static List<String> placeholders(Properties messages, String key) {
        return PLACE.matcher(messages.getProperty(key))
                .results()
                .map(found -> found.group())
                .distinct()
                .sorted()
                .toList();
    }
}
