package io.agreements.keycloak.agreement.text.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is stored is what is seen. */
final class WordsThatAreSeenTest {

    private final Markdown markdown = new Markdown();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[甲方]: 北京某某科技有限公司",
                "[甲方]: 北京某某科技有限公司\n[乙方]: 用户",
                "[注]: 本费用**不予**退还",
                "[a]: https://example.org/nobody-needs-it",
                "[a]: <javascript:x> 'title'",
                "- [甲方]: 北京",
                "> [甲方]: 北京",
                "See [a].\n\n[a]: https://example.org/first\n\n[A]: https://example.org/second"
            })
    void whatLooksLikeADefinitionAndIsNoneIsWords(String text) {
        String words = text.substring(text.lastIndexOf('[')).replace("**", "").replaceAll("[<>']", "");
        String html = html(text).replaceAll("<[^>]*>", "").replaceAll("&[a-z#0-9]+;|'", "");

        assertThat(html.replaceAll("\\s", "")).contains(words.replaceAll("\\s", ""));
        assertThatCode(() -> markdown.requireFit(text)).doesNotThrowAnyException();
    }

    @Test
    void aDefinitionThatALinkNeedsIsNotShown() {
        assertThat(html("[a]: https://example.org\n\nSee [it][a]."))
                .doesNotContain("[a]")
                .contains(">it</a>");
    }

    @Test
    void aFootnoteLeadsThereAndBack() {
        assertThat(html("每月十元[^1]。\n\n[^1]: 但退款**除外**。"))
                .contains("<a href=\"#note-1\" id=\"note-1-from\">[1]</a>")
                .contains("id=\"note-1\"", "[1] 但退款<strong>除外</strong>。", "<a href=\"#note-1-from\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[^1]: 但退款除外。", "a[^1]\n\n[^1]: b\n\n[^1]: 但退款除外。", "a[^2]\n\n> [^1]: 但退款除外。"})
    void aNoteThatNothingRefersToIsShown(String text) {
        assertThat(html(text)).contains("[1] 但退款除外。");
    }

    @Test
    void wordsBesideAFenceAreShown() {
        assertThat(html("```不予退还 ever\ncode\n```")).isEqualTo("<p>不予退还 ever</p>\n<pre><code>code\n</code></pre>\n");
    }

    @Test
    void titlesOfLinksAndDescriptionsOfPicturesAreShown() {
        assertThat(html("[a](https://example.org \"不退\") ![图](x.png \"更多\")")).contains("</a> (不退) 图 (更多)");
    }

    @ParameterizedTest
    @CsvSource({
        "<!-- internal note -->, comment",
        "a <!-- b --> c, comment",
        "<a href=\"https://example.org\">x</a>, HTML",
        "<div>x</div>, HTML",
        "## A {: #id }, for a program",
        "## A {#id .x}, for a program",
        "%PDF-1.7, PDF",
        "{\\rtf1\\ansi x}, RTF",
        "<!DOCTYPE html><html>x</html>, page in HTML"
    })
    void whatReadersWouldNotSeeIsRefusedWithItsLine(String text, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> markdown.requireFit(text))
                .withMessageContaining("line 1")
                .withMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<br>",
                "![](https://example.org/scan.png)",
                "[](https://example.org)",
                "> [!IMPORTANT]\n> ![](a.png)",
                "-",
                ">",
                "##",
                "---",
                "```\n```",
                "| |\n|-|",
                "&#x200b;",
                "\u200b"
            })
    void aTextThatShowsNoWordIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> markdown.requireFit(text))
                .withMessageContaining("no word of this is shown");
    }

    @Test
    void allOfThemAreNamedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> markdown.requireFit("a <b>x</b>\n\nb\n\n<!-- c -->\n\n## D {#d}"))
                .withMessageContainingAll("line 1: '<b>'", "line 5: '<!-- c -->'", "line 7: '{#d}'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a \\<b> c", "`<b>`", "a < b", "<https://example.org>", "&lt;b&gt;", "{name}", "`{#id}`"})
    void whatIsSeenAsItIsWrittenIsTaken(String text) {
        assertThatCode(() -> markdown.requireFit(text)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"|a|\n|-|\n|1|  |  |", "|a|\n|-|\n|1||", "|a|\n|-|-|\n|1|"})
    void emptyCellsBesideARowMakeNoColumn(String text) {
        assertThat(html(text).split("<th[ >]")).hasSize(2);
        assertThat(html(text).split("<td>")).hasSize(2);
    }

    @Test
    void aLineBreakOfHtmlIsOne() {
        assertThat(html("a<br>b<BR />c")).isEqualTo("<p>a<br />\nb<br />\nc</p>\n");
        assertThat(html("| a<br>b |\n|---|")).contains("a<br />\nb</th>");
        assertThatCode(() -> markdown.requireFit("a<br>b\n\n<br/>")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "请注意**“退款”**条款 | 请注意<strong>“退款”</strong>条款",
                "**重要提示：**请您 | <strong>重要提示：</strong>请您",
                "**「退款」**について | <strong>「退款」</strong>について",
                "これは**重要。**次に | これは<strong>重要。</strong>次に",
                "**마크다운(Markdown)**은 | <strong>마크다운(Markdown)</strong>은",
                "见~~（旧）~~新 | 见<del>（旧）</del>新",
                "请看*《协议》*全文 | 请看<em>《协议》</em>全文",
                "`**“x”**`中 | <code>**“x”**</code>中",
                "2 * 3 * 4 | 2 * 3 * 4",
                "a**“b”**c | a**“b”**c"
            })
    void emphasisBesideEastAsianCharactersIsMeant(String text, String html) {
        assertThat(html(text).replace("&quot;", "\"")).isEqualTo("<p>" + html + "</p>\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "| *.example.org | _a|b_ |;<td>*.example.org</td> <td><em>a|b</em></td>",
                "| a | `x|y` |;<td>a</td> <td><code>x|y</code></td>",
                "a | b | 但不退款;<td>a</td> <td>b | 但不退款</td>",
                "| a | b | c | d |;<td>a</td> <td>b | c | d</td>",
                "| a | b | |;<td>a</td> <td>b</td>",
                "| a \\| b | c |;<td>a | b</td> <td>c</td>",
                "| a |;<td>a</td> <td></td>"
            })
    void whatARowHasTooMuchIsInItsLastCell(String row, String cells) {
        for (String indent : new String[] {"", "> ", "- "}) {
            String below = indent.equals("- ") ? "  " : indent;
            String html = html(indent + "| 甲 | 乙 |\n" + below + "|---|---|\n" + below + row + "\n\n[注]: 不退");

            assertThat(html.replace("\n", " "))
                    .contains("<tr> " + cells + " </tr>")
                    .contains("[注]: 不退");
        }
    }

    @Test
    void aTableHasHeaderCellsAndKeepsEveryCharacter() {
        assertThat(html("| Fee | EUR |\n|---|--:|\n| `a\\|b` *.example.org | 1 |"))
                .contains(
                        "<th scope=\"col\">Fee</th>", "<code>a|b</code> *.example.org", "<td class=\"agr-end\">1</td>")
                .contains("role=\"region\" aria-label=\"Table\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|\n|-|\n| 不退 |",
                "|\n-|\n不退 | x",
                "| |\n|-|\n| 不退 |",
                "||\n|-|\n|不退|",
                "> |\n> |-|\n> |不退|",
                "- |\n  |-|\n  |不退|"
            })
    void aTableWhoseHeadIsEmptyLosesNothing(String text) {
        assertThat(html(text)).contains("不退");
        assertThat(html("甲\n\n" + text + "\n\n乙")).contains("甲", "不退", "乙");
    }

    @Test
    void aTaskListHasNothingToTick() {
        assertThat(html("- [x] done\n- [ ] not")).contains("✓", "–").doesNotContain("input", "checkbox");
    }

    @Test
    void anAlertHasItsTitleInTheLanguageOfTheText() {
        assertThat(markdown.toHtml("> [!IMPORTANT]\n> 不退款", new Surroundings(1, "t1-", Locale.forLanguageTag("zh-TW"))))
                .contains("agr-alert-important", "id=\"t1-alert\"", ">重要提示</p>", "<p>不退款</p>");
        assertThat(html("> [!WARNING]\n> words")).contains(">Warning</p>");
    }

    @Test
    void linesThatAreLinesStayLines() {
        assertThat(html("甲方：北京\n乙方：上海")).contains("甲方：北京<br />\n乙方：上海");
        assertThat(html("以下情形除外：\n（1）授权；\n（2）法律规定")).contains("：<br />\n（1）授权；<br />\n（2）");
        assertThat(html("This is a long line of a paragraph that was wrapped\nby an editor at some column of it"))
                .doesNotContain("<br");
    }

    @ParameterizedTest
    @ValueSource(strings = {"    （1）完成", "\t(1)完成", "　　完成", "        1. 完成"})
    void indentationIsNoCode(String text) {
        assertThat(html("前文。\n\n" + text)).doesNotContain("<pre", "<code");
    }

    @Test
    void numbersOfAListAreAsTheyAreWritten() {
        assertThat(html("1. a\n3. b\n4. c")).contains("<li>a</li>", "<li value=\"3\">b</li>", "<li>c</li>");
        assertThat(html("1. a\n1. b")).doesNotContain("value");
    }

    @Test
    void anAddressEndsWhereChineseGoesOn() {
        assertThat(html("请访问https://example.org/a，谢谢")).contains(">https://example.org/a</a>，谢谢");
    }

    private String html(String text) {
        return markdown.toHtml(text, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "甲方：____",
                "Name: ________",
                "__________",
                "____ ____ ____",
                "甲方：____乙方：____",
                "甲方：__乙方：__",
                "Amount: ___ / ___ and （___）和（___）",
                "____年__月__日",
                "138****1234 和 139****5678",
                "尾号****1234 和 尾号****5678",
                "138**1234 与 139**5678",
            })
    void blanksAndHiddenDigitsStayWhatTheyAre(String line) {
        for (String text :
                List.of(line, "words\n\n" + line + "\n\nwords", "- " + line, "> " + line, "| " + line + " |\n|---|")) {
            assertThat(markdown.toHtml(text, 1)).contains(line).doesNotContain("<hr", "<em", "<strong");
        }
        assertThat(markdown.toHtml("## " + line + "\n\n[" + line + "](https://example.org/____)", 1))
                .contains(">" + line + "</h3>", ">" + line + "</a>", "href=\"https://example.org/____\"");
        assertThat(markdown.toHtml("`" + line + "`\n\n```\n" + line + "\n```", 1))
                .contains("<code>" + line + "</code>", "<code>" + line + "\n</code>");
    }

    @Test
    void blanksBelowEachOtherStayLines() {
        assertThat(markdown.toHtml("甲方：\n__________\n乙方：\n__________", 1))
                .isEqualTo("<p>甲方：<br />\n__________<br />\n乙方：<br />\n__________</p>\n");
    }

    @ParameterizedTest
    @CsvSource({
        "___bold italic___, <em><strong>bold italic</strong></em>",
        "__bold__, <strong>bold</strong>",
        "注意：__不得转让__。, <strong>不得转让</strong>",
        "___\"quoted\"___, <em><strong>&quot;quoted&quot;</strong></em>",
        "**甲方：** 乙方, <strong>甲方：</strong>",
        "___, <hr />",
        "*****, <hr />",
    })
    void emphasisAndRulesAreStillMeant(String text, String html) {
        assertThat(markdown.toHtml(text, 1)).contains(html);
    }

    @Test
    void theMarkOfANoteMayStandWithinTheWordsOfALink() {
        String html = markdown.toHtml(
                "See [the terms[^1]](https://a.org), [**bold[^1]** more](https://a.org), [one[^1] two](https://a.org)"
                        + " and [three[^1]][r].\n\n[^1]: A note.\n\n[r]: https://r.org",
                1);

        assertThat(html)
                .contains(
                        ">the terms</a><sup",
                        "<strong>bold</strong> more</a><sup",
                        ">one</a><sup",
                        "<a rel=\"noopener noreferrer\" href=\"https://r.org\" target=\"_blank\">three</a><sup")
                .doesNotContain("](");
        assertThat(html.split("href=\"#note-1\"", -1)).hasSize(5);
    }
}
