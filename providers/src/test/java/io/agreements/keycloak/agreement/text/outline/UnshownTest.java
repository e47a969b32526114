package io.agreements.keycloak.agreement.text.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An author is told of what readers will not see as it is meant. */
final class UnshownTest {

    private final OutlineReader reader = new OutlineReader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> [!IMPORTENT]\n> We owe nothing.",
                "> [!重要]\n> 概不负责。",
                "> 【!IMPORTANT】\n> We owe nothing.",
                "> [！IMPORTANT]\n> We owe nothing.",
                "> [! IMPORTANT]\n> We owe nothing.",
                "> **[!IMPORTANT]**\n> We owe nothing.",
                "> [!IMPORTANT]\n\nWe owe nothing.",
                "[!IMPORTANT]\nWe owe nothing.",
                "> [!IMPORTANT]\n> We owe nothing.\n\n[!IMPORTANT]: https://example.org"
            })
    void aMarkThatSetsNothingOffIsTold(String clause) {
        Outline outline = reader.read("## 1. Liability\n\n" + clause);

        assertThat(outline.attentionClauses()).isEmpty();
        assertThat(outline.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.line()).isEqualTo(3);
            assertThat(remark.found()).endsWith("sets nothing off, and is shown as words");
            assertThat(remark.refused()).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> [!IMPORTANT]\n> We owe nothing.",
                "> [a link](https://example.org)",
                "> [1] a quotation",
                "[!] a word",
                "Wow [!important]",
                "![words](a.png)",
                "[![words](a.png)](https://example.org)"
            })
    void whatIsShownAsItIsMeantIsNot(String text) {
        assertThat(reader.read(text).remarks()).isEmpty();
    }

    @Test
    void picturesAndLinksThatNobodySeesAreTold() {
        Outline outline =
                reader.read("a ![](scan.png) b\n\n[](https://example.org)\n\n[![](a.png)](https://example.org)");

        assertThat(outline.remarks())
                .extracting(Remark::line, Remark::found, Remark::refused)
                .containsExactly(
                        tuple(1, "a picture without a description is not shown", false),
                        tuple(3, "a link without words is not shown", false),
                        tuple(5, "a picture without a description is not shown", false));
    }
}
