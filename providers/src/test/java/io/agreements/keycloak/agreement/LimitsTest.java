package io.agreements.keycloak.agreement;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.agreements.keycloak.account.deletion.DeletionRequest.Hold;
import io.agreements.keycloak.agreement.AgreementProvider.AgreementSettings;
import io.agreements.keycloak.agreement.AgreementProvider.NewText;
import io.agreements.keycloak.agreement.AgreementProvider.NewVersion;
import io.agreements.keycloak.agreement.AgreementProvider.VersionSettings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LimitsTest {

    private static final NewText TEXT = new NewText("en", "Title", null, "Text".getBytes(StandardCharsets.UTF_8));

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE, 0, 946_684_799_999L, 7_258_118_400_001L})
    void noMomentIsTooFarAwayToBeMeant(long millis) {
        Instant moment = Instant.ofEpochMilli(millis);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timeline(moment, moment, moment, null))
                .withMessageContaining("publishedAt must lie between");
    }

    @ParameterizedTest
    @ValueSource(longs = {946_684_800_000L, 7_258_118_400_000L})
    void theYearsInBetweenAreTaken(long millis) {
        Instant moment = Instant.ofEpochMilli(millis);

        assertThatCode(() -> new Timeline(moment, moment, moment, moment)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "2147483647, , position",
        "-2147483648, , position",
        "0, 0, reacceptAfterDays",
        "0, -1, reacceptAfterDays",
        "0, 2147483647, reacceptAfterDays"
    })
    void numbersHaveBounds(int position, Integer days, String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new AgreementSettings("terms", Requirement.REQUIRED, "en", position, Audience.EVERYBODY, days))
                .withMessageContaining(name + " must be between");
    }

    @Test
    void whoDrawsAttentionToEverythingDrawsItToNothing() {
        String clause = "> [!IMPORTANT]\n> A clause.\n\nOther words.\n\n";

        assertThatCode(() -> Limits.requireFit(clause.repeat(25).getBytes(StandardCharsets.UTF_8)))
                .doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Limits.requireFit(clause.repeat(26).getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("26 clauses")
                .withMessageContaining("who draws attention to everything draws it to nothing");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_000_000, Integer.MAX_VALUE})
    void soDoNumbersOfVersions(int number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> version(number, 1))
                .withMessageContaining("number must be between");
    }

    @Test
    void theRecordOfAPublicationHasRoomForSoManyLanguages() {
        assertThatCode(() -> version(1, Limits.LANGUAGES)).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> version(1, Limits.LANGUAGES + 1))
                .withMessageContaining("30 languages");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zh-hans",
                "EN",
                "en_GB",
                "x-private",
                "und",
                "中文",
                "",
                "a-very-long-tag-of-many-many-parts-indeed"
            })
    void aLanguageHasOneTagAndThatIsWrittenInOneWay(String tag) {
        assertThatIllegalArgumentException().isThrownBy(() -> Limits.requireLocale("locale", tag));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-Hans", "en", "pt-BR", "en-x-legal", "sr-Latn-RS"})
    void aTagWrittenThatWayIsTaken(String tag) {
        assertThatCode(() -> Limits.requireLocale("locale", tag)).doesNotThrowAnyException();
    }

    @Test
    void aTextIsUtf8AndNotTooLong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Limits.requireText(new byte[] {(byte) 0xC3, 0x28}))
                .withMessageContaining("UTF-8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Limits.requireText(new byte[Limits.TEXT + 1]))
                .withMessageContaining("there is room for");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\0b", "two\nlines", "\u001b[31m", "\u0085", "\u2028", "half a \ud83d", "\udc00"})
    void whatStandsOnOneLineHasNoCharacterNobodySees(String words) {
        byte[] content = "Text".getBytes(StandardCharsets.UTF_8);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewText("en", words.isBlank() ? "a" + words : words, null, content))
                .withMessageContaining("title must not have the character U+");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VersionSettings(words, true, AcceptanceMode.EXPLICIT, false))
                .withMessageContaining("label must not have the character U+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\0b", "\u001b[31m", "\u0085", "half a \ud83d", "\udc00"})
    void aSummaryHasLinesAndNothingElseUnseen(String words) {
        byte[] content = "Text".getBytes(StandardCharsets.UTF_8);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewText("en", "Title", words, content))
                .withMessageContaining("summary must not have the character U+");
        assertThatCode(() -> new NewText("en", "🙂 title, 标题", "one\n\ttwo\r\nthree 🙂", content))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\f", "\u001b"})
    void neitherHasAText(String words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Limits.requireText(("words" + words).getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("content must not have the character U+");
    }

    @Test
    void norTheNameOfAClientOrRole() {
        Audience audience = new Audience(Audience.Type.CLIENTS, Set.of("shop\0"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AgreementSettings("terms", Requirement.REQUIRED, "en", 0, audience, null))
                .withMessageContaining("audience must not have the character U+0000");
    }

    @Test
    void norTheReasonForHoldingADeletion() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Hold("dispute\0", Instant.EPOCH, "admin"))
                .withMessageContaining("reason must not have the character U+0000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>x</b>", "<!-- x -->", "![[", "%PDF-1.7"})
    void aTextIsKeptOnlyIfItCanBeShownAndAllOfItIsSeen(String words) {
        byte[] content = (words.startsWith("!") ? words.repeat(20_000) + "]".repeat(40_000) : words)
                .getBytes(StandardCharsets.UTF_8);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewText("en", "Title", null, content))
                .withMessageStartingWith("content ");
    }

    @Test
    void aBindingLocaleIsWrittenAsTextsAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new AgreementSettings("terms", Requirement.REQUIRED, "zh-hans", 0, Audience.EVERYBODY, null))
                .withMessageContaining("bindingLocale zh-hans")
                .withMessageContaining("write zh-Hans");
    }

    private static NewVersion version(int number, int texts) {
        return new NewVersion(
                number,
                new VersionSettings(null, true, AcceptanceMode.EXPLICIT, false),
                Timeline.DRAFT,
                Collections.nCopies(texts, TEXT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200B",
                "\u2800",
                "\u3164",
                "\uFFA0",
                "\u115F\u1160",
                "\u00AD",
                "\u2060",
                "\uFEFF",
                "\u034F",
                "\uFE0F",
                "\u17B4",
                "\u180E",
                "\u2063\u2800 \u00A0",
                "\u00A0",
                "\u200E\u200F",
                "\uDB40\uDC41\uDB40\uDC7F",
                "\uDB40\uDD00",
                "\uD834\uDD59"
            })
    void wordsThatNobodySeesAreNone(String invisible) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NewText.requireWords(invisible, null))
                .withMessageStartingWith("title ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NewText.requireWords("Title", invisible))
                .withMessageStartingWith("summary ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VersionSettings(invisible, true, AcceptanceMode.EXPLICIT, false))
                .withMessageStartingWith("label ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Limits.requireReason("reason", invisible))
                .withMessageStartingWith("reason ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Terms\u202Eesu fo", "Terms\u200B of use", "Terms\uDB40\uDC41", "\uE000 Terms"})
    void charactersThatNobodySeesHaveNoPlaceAmongWordsEither(String title) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NewText.requireWords(title, null))
                .withMessageStartingWith("title has a character that cannot be seen: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "条款 &shy; 1",
                "👨\u200D👩\u200D👧",
                "می\u200Cخواهم",
                "\u2066English\u2069 נוסח",
                "हिन्दी",
                "⠓⠑⠇⠇⠕",
                "…"
            })
    void wordsInAnyScriptAreSeen(String title) {
        NewText.requireWords(title, title);
    }
}
