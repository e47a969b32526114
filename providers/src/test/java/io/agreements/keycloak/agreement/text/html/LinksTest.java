package io.agreements.keycloak.agreement.text.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.agreements.keycloak.agreement.text.Links;
import io.agreements.keycloak.agreement.text.outline.Finding;
import io.agreements.keycloak.agreement.text.outline.OutlineReader;
import io.agreements.keycloak.agreement.text.outline.Remark;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LinksTest {

    private final Markdown markdown = new Markdown();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "http://example.org/a?b=c&d=%20e#f",
                "HTTPS://Example.org/",
                "https://例子.中国/路径?问=答",
                "https://example.org:8443/",
                "https://[2001:db8::1]/",
                "mailto:help@example.org",
                "mailto:help@example.org?subject=Agreement%202",
                "tel:+86-10-1234-5678",
                "tel:10086",
                "tel:+86%2010%201234"
            })
    void aLinkToTheWebToMailOrToATelephoneIsOne(String address) {
        assertThat(Links.isAllowed(address)).isTrue();
        assertThat(markdown.toHtml("[words](<" + address + ">)", 0)).contains(" href=\"", ">words</a>");
        assertThatCode(() -> markdown.requireFit("[words](<" + address + ">)")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "//evil.example/https://example.org",
                "\\\\evil.example",
                "/\\evil.example",
                "../x",
                "./x",
                "x",
                "/realms/pop800",
                "?kc_action=delete_account",
                "",
                "#",
                "javascript:alert(1)",
                "data:text/html,x",
                "https:evil.example",
                "https:/evil.example",
                "https:///evil.example",
                "https:\\\\evil.example",
                "https://",
                "https://?x",
                "https://bank.example@evil.example/",
                "https://example.org/a b",
                "https://example.org/\"x",
                "mailto:",
                "mailto:nobody",
                "tel:",
                "tel:call-me",
                "ftp://example.org/",
                " https://example.org"
            })
    void anyOtherIsNone(String address) {
        assertThat(Links.isAllowed(address)).isFalse();
        assertThat(markdown.toHtml("[words](<" + address + ">)", 0)).doesNotContain("<a", "href=");
    }

    @ParameterizedTest
    @CsvSource({
        "#article-3, article-3",
        "#Article-3, article-3",
        "#第三条, 第三条",
        "#%E7%AC%AC%E4%B8%89%E6%9D%A1, 第三条",
        "#general, general",
        "#general-1, general-1"
    })
    void aLinkWithinTheTextGoesToItsHeading(String address, String heading) {
        String text = "[words](" + address + ")\n\n## Article 3\n\n## 第三条\n\n## General\n\n## General";

        assertThat(markdown.toHtml(text, new Surroundings(0, "t1-", Locale.ENGLISH)))
                .contains("<a href=\"#t1-" + heading + "\">words</a>", "<h2 id=\"t1-" + heading + "\">")
                .doesNotContain("target=");
        assertThat(remarks(text)).isEmpty();
    }

    /** An address that was typed or kept leads to the same article in every version that has it. */
    @Test
    void theOneTextOfAPageHasTheNamesOfItsHeadingsAsTheyAre() {
        String text = "## 3. 费用\n\n[above](#3-费用)[^1]\n\n[^1]: note\n\n## ***\n\n> [!IMPORTANT]\n> words\n";

        assertThat(markdown.render(text, Surroundings.alone(0, "zh-Hans")))
                .satisfies(rendered -> assertThat(rendered.html())
                        .contains("<h2 id=\"3-费用\">", "href=\"#3-费用\"", "id=\"section\"", "id=\"alert\""))
                .satisfies(rendered -> assertThat(rendered.contents())
                        .extracting(RenderedText.ArticleLink::anchor)
                        .contains("3-费用"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kc-page-title", "kc-header", "keycloak-bg", "login-select-toggle", "language-switch1"})
    void noHeadingHasTheNameOfAPlaceOfThePage(String heading) {
        String html = markdown.render("## " + heading + "\n\n[x](#" + heading + ")", Surroundings.alone(0, "en"))
                .html();

        assertThat(html).contains("id=\":" + heading + "\"", "href=\"#:" + heading + "\"");
    }

    @Test
    void textsOfOnePageHaveNoNameInCommon() {
        String text = "## End\n\n[above](#end)[^1]\n\n[^1]: note\n\n> [!IMPORTANT]\n> words\n";
        List<String> names = Stream.of("a", "agreement-a", "a-end")
                .map(key -> markdown.toHtml(text, Surroundings.among(1, key, "en")))
                .flatMap(html ->
                        Pattern.compile(" id=\"([^\"]*)\"").matcher(html).results())
                .map(match -> match.group(1))
                .toList();

        assertThat(names).hasSize(12).doesNotHaveDuplicates().contains("a:end", "agreement-a:end", "a-end:alert");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[words](//evil.example)",
                "[words](../privacy.md)",
                "[words](#no-such)",
                "[words](?kc_action=x)",
                "[words](ftp://example.org/)",
                "[words](&#106;avascript:alert(1))",
                "<javascript:alert(1)>",
                "> - **[words](/x)**",
                "[words][none]",
                "[a]\n\n[a]: #no-such",
                "[a]\n\n[c]: unneeded\n[a]: #no-such"
            })
    void theAuthorIsToldOfALinkThatLeadsNowhere(String text) {
        assertThat(remarks("Before.\n\n" + text)).singleElement().satisfies(remark -> {
            assertThat(remark.line()).isEqualTo(3);
            assertThat(remark.finding()).isIn(Finding.LINK, Finding.HEADING_LINK);
            assertThat(remark.found()).contains("leads nowhere");
            assertThat(remark.refused()).isFalse();
        });
        assertThatCode(() -> markdown.requireFit(text)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"![picture](/plan.png)", "no link [at all] (x)", "`[code](/x)`"})
    void whatIsNoLinkOnThePageIsNotRemarkedOn(String text) {
        assertThat(remarks(text)).isEmpty();
    }

    @Test
    void aDefinitionBelowOneThatIsWordsIsStillOne() {
        String text = "[words][a], [b] and [c][]\n\n[a]: ../privacy.md\n[b]: #nosuch\n[c]: https://example.org\n";

        assertThat(remarks(text)).extracting(Remark::detail).containsExactlyInAnyOrder("../privacy.md", "#nosuch");
        assertThat(markdown.toHtml(text, 0)).contains("href=\"https://example.org\"", "[a]: ../privacy.md");
    }

    private static List<Remark> remarks(String text) {
        return new OutlineReader().read(text).remarks();
    }
}
