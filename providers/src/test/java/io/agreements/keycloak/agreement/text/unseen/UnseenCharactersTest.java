package io.agreements.keycloak.agreement.text.unseen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.agreements.keycloak.agreement.text.html.Markdown;
import io.agreements.keycloak.agreement.text.unseen.UnseenCharacters.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UnseenCharactersTest {

    private final Markdown markdown = new Markdown();

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x7F, 0x85, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x180B, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E,
                0x200F, 0x2028, 0x2029, 0x202A, 0x202C, 0x202D, 0x202E, 0x2060, 0x2061, 0x2064, 0x2065, 0x2066, 0x2069,
                0x206A, 0x3164, 0xE000, 0xF0B7, 0xFDD0, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0, 0xFFF9, 0xFFFC, 0xFFFE, 0x1D173,
                0xE0001, 0xE0020, 0xE0041, 0xE007F, 0xE0200, 0xF0000, 0x10FFFF
            })
    void whatNobodySeesIsRefusedWithItsLine(int character) {
        for (String text : new String[] {
            "费用\n退" + Character.toString(character) + "款", "fees\nre &#x" + Integer.toHexString(character) + "; fund"
        }) {
            boolean reference = text.contains("&");
            if (reference && (character & 0xFFFE) == 0xFFFE) {
                continue;
            }
            assertThatIllegalArgumentException()
                    .as("U+%04X in %s", character, text)
                    .isThrownBy(() -> markdown.requireFit(text))
                    .withMessageContaining("line 2: ")
                    .withMessageContaining("‹U+%04X".formatted(character));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x &shy; y", "a&ZeroWidthSpace;b", "a&zwnj;b", "a&lrm;b", "a&NoBreak;b", "a&InvisibleTimes;b"})
    void soIsOneThatIsWrittenByItsName(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> markdown.requireFit(text))
                .withMessageContaining("‹U+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "نرم\u200Cافزار می\u200Cشود",
                "**نرم**\u200Cافزار",
                "نرم&zwnj;افزار",
                "ق\u200D. سوم",
                "क्\u200Dष र्\u200Dय",
                "ക്\u200D",
                "ශ්\u200Dරී",
                "👨\u200D👩\u200D👧 ❤\uFE0F\u200D🔥 👩🏽\u200D⚕\uFE0F 🏳\uFE0F\u200D🌈",
                "1\uFE0F\u20E3 ☎\uFE0E ©\uFE0F ‼\uFE0F",
                "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
                "葛\uDB40\uDD00城市",
                "ᠠ\u180B",
                "没有\uFE00，\uFE01",
                "\u00A0\u3000\u2009\u202F tabs\tand spaces",
                "plain \\&shy; words & more &amp; &copy;",
                "٪ \u0600١٢ \u06DD"
            })
    void whatShapesLettersOrEmojiIsKept(String text) {
        assertThat(UnseenCharacters.of(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "السعر 100$\u200F!",
                "גרסה \u200E1.2\u200E",
                "\u2067שלום\u2069 in English",
                "المادة \u202AArticle 3\u202C",
                "ภาษา\u200Bไทย",
                "Donau\u00ADdampf",
                "lost \uFFFD",
                "unknown \u0378"
            })
    void whatAScriptMayNeedIsKeptAndTold(String text) {
        assertThat(UnseenCharacters.of(text))
                .isNotEmpty()
                .noneMatch(found -> found.verdict().isRefused());
        assertThatCode(() -> markdown.requireFit(text)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "שלום \u2066open",
                "שלום \u2069",
                "שלום \u202Bאב",
                "שלום\n\u2067אב\n\u2069",
                "שלום \u202Eאב\u202C"
            })
    void aChangeOfDirectionEndsWhereItBegan(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> markdown.requireFit(text));
    }

    @Test
    void eachKindIsToldOncePerLineWithWhatStandsBefore() {
        assertThat(UnseenCharacters.of("a\r\n每月十元\u200B和\u200B其他\u2060\n\n退款\u200B"))
                .extracting(Found::line, Found::detail)
                .containsExactly(
                        tuple(2, "每月十元‹U+200B ZERO WIDTH SPACE›"),
                        tuple(2, "每月十元和其他‹U+2060 WORD JOINER›"),
                        tuple(4, "退款‹U+200B ZERO WIDTH SPACE›"));
    }

    @Test
    void aTextFullOfThemIsToldInAMoment() {
        assertThat(UnseenCharacters.of("\u200C\u200B\u2067".repeat(300_000))).hasSize(3);
        assertThat(UnseenCharacters.of("x\u200B\n".repeat(300_000))).hasSize(20);
    }
}
