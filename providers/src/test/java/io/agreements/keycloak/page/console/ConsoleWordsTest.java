package io.agreements.keycloak.page.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.agreement.language.Language;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConsoleWordsTest {

    private static final String SAVE = "agreements.common.save";
    private static final String EXPORT = "agreements.account.data.export";
    private static final String LEDGER = "agreements.ledger.records";

    @ParameterizedTest
    @ValueSource(strings = {"zh", "zh-CN", "zh-SG", "zh-Hans", "zh-Hans-TW"})
    void simplifiedChineseIsReadByTheseReaders(String reader) {
        ConsoleWords words = words(reader, none());

        assertThat(words.get(SAVE)).isEqualTo("保存");
        assertThat(words.language()).isEqualTo(reader);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-TW", "zh-HK", "zh-MO", "zh-Hant", "yue"})
    void traditionalChineseIsReadByTheseReaders(String reader) {
        ConsoleWords words = words(reader, none());

        assertThat(words.get(SAVE)).isEqualTo("儲存");
        assertThat(words.language()).isEqualTo(reader);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko", "fr", "sr-Latn", "ja-Latn", "ar", "und"})
    void aReaderWithoutWordsHasEnglishOnesThatSaySo(String reader) {
        ConsoleWords words = words(reader, none());

        assertThat(words.get(SAVE)).isEqualTo("Save");
        assertThat(words.language()).isEqualTo("en");
        assertThat(words.english()).isEmpty();
    }

    @Test
    void aCountryHasItsOwnWayToWriteDates() {
        assertThat(words("en-GB", none()).language()).isEqualTo("en-GB");
    }

    @Test
    void eachConsoleHasTheWordsOfItsViewsAndThoseOfBoth() {
        Map<String, String> admin = words("en", none()).words();
        Map<String, String> account =
                ConsoleWords.of(Console.ACCOUNT, Locale.ENGLISH, none()).words();

        assertThat(admin)
                .containsKeys(SAVE, LEDGER, "agreements.hook.agreements")
                .doesNotContainKey(EXPORT);
        assertThat(account)
                .containsKeys(SAVE, EXPORT, "agreements.hook.notSignedIn")
                .doesNotContainKey(LEDGER);
    }

    @Test
    void whatTheRealmSaysComesBeforeOurs() {
        ConsoleWords words = words(
                "en-GB", said(Map.of("en", Map.of(SAVE, "Keep", LEDGER, "Entries"), "en-GB", Map.of(SAVE, "Retain"))));

        assertThat(words.get(SAVE)).isEqualTo("Retain");
        assertThat(words.get(LEDGER)).isEqualTo("Entries");
    }

    @Test
    void anEnglishWordOfTheRealmTakesTheWayOfNoWordInAnotherLanguage() {
        ConsoleWords words = words(
                "zh-TW",
                said(Map.of("en", Map.of(SAVE, "Keep"), "zh", Map.of(SAVE, "存"), "zh-Hans", Map.of(SAVE, "存"))));

        assertThat(words.get(SAVE)).isEqualTo("儲存");
    }

    @Test
    void wordsForTheScriptAreReadInEachCountryThatWritesIt() {
        assertThat(words("zh-HK", said(Map.of("zh-Hant", Map.of(SAVE, "保留")))).get(SAVE))
                .isEqualTo("保留");
    }

    @Test
    void aLanguageOfTheRealmWithAllWordsIsSpoken() {
        Map<String, String> french = new HashMap<>(words("en", none()).words());
        french.replaceAll((key, english) -> "fr: " + english);
        french.remove(LEDGER);

        ConsoleWords words = words("fr-CA", said(Map.of("fr", french, "en", Map.of(LEDGER, "Entries"))));

        assertThat(words.language()).isEqualTo("fr-CA");
        assertThat(words.get(SAVE)).isEqualTo("fr: Save");
        assertThat(words.english()).containsExactly(Map.entry(LEDGER, "Entries"));
    }

    @Test
    void aFewWordsOfALanguageStandAmongEnglishOnes() {
        ConsoleWords words = words("fr", said(Map.of("fr", Map.of(SAVE, "Enregistrer"))));

        assertThat(words.language()).isEqualTo("en");
        assertThat(words.get(SAVE)).isEqualTo("Enregistrer");
        assertThat(words.get(LEDGER)).isEqualTo("Records");
    }

    @Test
    void nothingElseOfTheRealmIsToldWithThem() {
        ConsoleWords words = words("en", said(Map.of("en", Map.of("loginAccountTitle", "Sign in", EXPORT, "Take"))));

        assertThat(words.words()).doesNotContainKeys("loginAccountTitle", EXPORT);
    }

    @Test
    void aWordThatLooksLikeOursAndIsNoneIsNotToldEither() {
        ConsoleWords words = words(
                "sw",
                said(Map.of("sw", Map.of("agreements.own.note", "siri"), "en", Map.of("agreements.own.note", "!"))));

        assertThat(words.words()).doesNotContainKey("agreements.own.note");
    }

    @Test
    void aWordSaidOfANumberHasTheFormsOfTheLanguage() {
        String few = "agreements.setup.lacking_few";

        assertThat(words("ru", said(Map.of("ru", Map.of(few, "{{count}} вещи"))))
                        .words())
                .containsEntry(few, "{{count}} вещи");
    }

    @Test
    void onlyConsolesWithViewsHaveWords() {
        assertThat(Console.named("admin")).contains(Console.ADMIN);
        assertThat(Console.named("account")).contains(Console.ACCOUNT);
        assertThat(Console.named("login")).isEmpty();
        assertThat(Console.named("ADMIN")).isEmpty();
    }

    private static ConsoleWords words(String reader, Function<Language, Map<String, String>> overrides) {
        return ConsoleWords.of(Console.ADMIN, Locale.forLanguageTag(reader), overrides);
    }

    private static Function<Language, Map<String, String>> none() {
        return said(Map.of());
    }

    private static Function<Language, Map<String, String>> said(Map<String, Map<String, String>> byTag) {
        return language -> byTag.getOrDefault(language.tag(), Map.of());
    }
}
