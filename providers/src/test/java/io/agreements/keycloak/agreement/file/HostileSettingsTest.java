package io.agreements.keycloak.agreement.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.agreements.keycloak.agreement.file.reading.AgreementFileException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in an agreement.yaml, it is read or refused in a moment. */
final class HostileSettingsTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static final int MIB = 1024 * 1024;

    private static final String SETTINGS = "requirement: REQUIRED\nbindingLocale: en\n";

    static Stream<String> settings() {
        return Stream.of(
                SETTINGS + "titles:\n  en: \"" + "x".repeat(MIB - 100) + "\"\n",
                SETTINGS + "titles:\n  en: " + "x".repeat(MIB - 100) + "\n",
                SETTINGS + "# " + "x".repeat(MIB - 100) + "\n",
                SETTINGS + "titles:\n  en: |\n    " + "x ".repeat(MIB / 2 - 100) + "\n",
                "? ".repeat(MIB / 2 - 1),
                "- ".repeat(MIB / 2 - 1),
                "&a ".repeat(MIB / 3 - 1),
                "[".repeat(MIB - 1),
                "{".repeat(MIB - 1),
                "{a: ".repeat(MIB / 4 - 1),
                "{a:\n".repeat(MIB / 4 - 1),
                "{a: ".repeat(1000),
                "[\n".repeat(MIB / 2 - 1),
                "- \n ".repeat(10),
                SETTINGS + "titles: " + "[".repeat(MIB - 100),
                SETTINGS + "titles:\n  en: " + "[".repeat(1000),
                SETTINGS + "titles: *a\n",
                SETTINGS + "position: " + "9".repeat(15_000) + "\n",
                SETTINGS + "versions:\n" + "  1: {}\n".repeat(100_000),
                "%YAML 1.2\n".repeat(MIB / 10 - 1),
                "\"" + "\\".repeat(15_000),
                "a: !!java.net.URL [https://example.org]",
                "\u0000",
                "");
    }

    @ParameterizedTest
    @MethodSource("settings")
    void settingsAreRefusedInAMomentWithAReasonThatCanBeRead(String settings) {
        AgreementFileException refused = assertTimeoutPreemptively(
                LIMIT, () -> assertThrows(AgreementFileException.class, () -> read(settings)));

        assertThat(refused).hasMessageContaining("agreement.yaml");
        assertThat(refused.getMessage()).hasSizeLessThan(1500);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 50, 1000})
    void nestingIsRefusedHoweverDeep(int depth) {
        String settings = SETTINGS + "audience: " + "{clients: ".repeat(depth) + "x" + "}".repeat(depth) + "\n";

        assertThrows(AgreementFileException.class, () -> read(settings));
    }

    @Test
    void aLineIsAsLongAsAnyValueNeeds() throws AgreementFileException {
        String longest = "\\U0001F642".repeat(1000);

        assertThat(read(SETTINGS + "versions:\n  1:\n    summaries:\n      en: \"" + longest + "\"\n")
                        .versions()
                        .get(1)
                        .summaries()
                        .get("en"))
                .hasSize(2000);
    }

    @Test
    void aLineLongerThanThatIsNamed() {
        AgreementFileException refused = assertThrows(
                AgreementFileException.class, () -> read(SETTINGS + "position: 1\n# " + "x".repeat(20_000) + "\n"));

        assertThat(refused).hasMessageContaining("line 4").hasMessageContaining("characters");
    }

    private static GivenSettings read(String settings) throws AgreementFileException {
        return Readings.settings(settings.getBytes(StandardCharsets.UTF_8));
    }
}
