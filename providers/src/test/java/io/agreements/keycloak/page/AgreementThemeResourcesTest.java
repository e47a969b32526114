package io.agreements.keycloak.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AgreementThemeResourcesTest {

    private final AgreementThemeResources resources = new AgreementThemeResources();

    @Test
    void bothLanguagesHaveTheSameMessages() throws IOException {
        assertThat(messages("zh-Hans").stringPropertyNames())
                .isNotEmpty()
                .isEqualTo(messages("en").stringPropertyNames());
    }

    @Test
    void bothLanguagesHaveTheSamePlaceholders() throws IOException {
        Properties chinese = messages("zh-Hans");
        Properties english = messages("en");

        assertThat(english.stringPropertyNames())
                .allSatisfy(
                        key -> assertThat(placeholders(chinese, key)).as(key).isEqualTo(placeholders(english, key)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hans"})
    void noMessageLosesAnythingToTheQuotingOfMessageFormat(String tag) throws IOException {
        Properties messages = messages(tag);

        assertThat(messages.stringPropertyNames()).allSatisfy(key -> {
            String message = messages.getProperty(key);
            assertThatCode(() -> new MessageFormat(message)).as(key).doesNotThrowAnyException();
            assertThat(message).as(key).doesNotContain("'");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "zh-CN", "zh-SG"})
    void simplifiedChineseIsFoundByCountryToo(String tag) throws IOException {
        assertThat(messages(tag)).isNotEmpty().isEqualTo(messages("zh-Hans"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-TW", "zh-HK", "zh-MO", "zh-Hant", "fr"})
    void aLanguageWithoutWordsHasNone(String tag) throws IOException {
        assertThat(messages(tag)).isEmpty();
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

    private static int placeholders(Properties messages, String key) {
        return new MessageFormat(messages.getProperty(key)).getFormatsByArgumentIndex().length;
    }
}
