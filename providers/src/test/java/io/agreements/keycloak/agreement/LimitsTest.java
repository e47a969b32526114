package io.agreements.keycloak.agreement;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.agreements.keycloak.agreement.AgreementProvider.AgreementSettings;
import io.agreements.keycloak.agreement.AgreementProvider.NewText;
import io.agreements.keycloak.agreement.AgreementProvider.NewVersion;
import io.agreements.keycloak.agreement.AgreementProvider.VersionSettings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
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

    private static NewVersion version(int number, int texts) {
        return new NewVersion(
                number,
                new VersionSettings(null, true, AcceptanceMode.EXPLICIT, false),
                Timeline.DRAFT,
                Collections.nCopies(texts, TEXT));
    }
}
