package io.agreements.keycloak.testing.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongTextsTest {
    private static final String LONG = "一".repeat(72);

    @Test
    void ofALongTextTheBeginningIsLeft() {
        assertThat(LongTexts.shortened("  - paragraph: " + LONG + "二三")).isEqualTo("  - paragraph: " + LONG + "…");
        assertThat(LongTexts.shortened("- text: \"" + LONG + ": 二\"")).isEqualTo("- text: \"" + LONG + "…\"");
    }

    @Test
    void whatIsEscapedIsNotCutInTwo() {
        assertThat(LongTexts.shortened("- text: \"" + "\\\"".repeat(73) + "\""))
                .isEqualTo("- text: \"" + "\\\"".repeat(72) + "…\"");
        assertThat(LongTexts.shortened("- text: \"" + "\\x85".repeat(73) + "\""))
                .isEqualTo("- text: \"" + "\\x85".repeat(72) + "…\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"- heading \"%s: of\" [level=2]", "- 'link \"%s: of\":'", "- link \"%s\":", "- /url: /%s/of"})
    void namesAndAddressesStayWhole(String line) {
        String whole = line.formatted(LONG + LONG);

        assertThat(LongTexts.shortened(whole)).isEqualTo(whole);
    }

    @Test
    void theTextBehindALongNameIsCutToo() {
        String name = "- 'button \"" + LONG + ": it''s\"': ";

        assertThat(LongTexts.shortened(name + LONG + "二")).isEqualTo(name + LONG + "…");
    }
}
