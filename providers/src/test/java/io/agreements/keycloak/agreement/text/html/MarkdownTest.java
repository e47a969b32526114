package io.agreements.keycloak.agreement.text.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agreements.keycloak.agreement.text.TextRefusedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkdownTest {

    private final Markdown markdown = new Markdown();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "before <script>alert(1)</script> after",
                "<img src=x onerror=alert(1)>",
                "before <img src=x onerror=alert(1)> after",
                "<div onclick=\"alert(1)\">\nwords\n</div>",
                "- <b>item</b>",
                "# <i>heading</i>",
                "<!-- comment -->",
            })
    void rawHtmlIsShownAsItIsWritten(String source) {
        String html = html(source);

        assertThat(html).contains("&lt;").doesNotContainPattern("(?i)<(/?(script|img|div|b|i)\\b|!--)");
    }

    @Test
    void rawHtmlIsEscapedCharacterByCharacter() {
        assertThat(html("a <script>alert(\"1\")</script>"))
                .isEqualTo("<p>a &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;</p>\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](https://example.org \"\\\"><script>alert(1)</script>\")",
                "```\"><script>alert(1)</script>\ncode\n```",
                "[x](https://example.org/\"><script>alert(1)</script>)",
                "`<script>alert(1)</script>`",
            })
    void nothingBreaksOutOfAnAttributeOrOfCode(String source) {
        assertThat(html(source)).contains("&lt;script").doesNotContain("<script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](<  javascript:alert(1)>)",
                "[x](&#106;avascript:alert(1))",
                "[x](java&Tab;script:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:msgbox(1))",
                "[x](file:///etc/passwd)",
                "[x][y]\n\n[y]: javascript:alert(1)",
                "<javascript:alert(1)>",
                "![[x](javascript:alert(1))](picture.png)",
            })
    void aLinkToAnythingButTheWebAndMailIsWords(String source) {
        assertThat(html(source)).contains(":").doesNotContain("<a", "href");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/a?b=c", "http://example.org/", "mailto:help@example.org"})
    void aLinkToTheWebOrMailIsKept(String address) {
        assertThat(html("[words](" + address + ")")).contains("href=\"" + address + "\"", ">words</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[words](https://example.org)", "<https://example.org>", "[words](tel:10086)"})
    void aLinkOpensBesideThePageAndTellsNothingOfIt(String source) {
        assertThat(html(source)).contains("target=\"_blank\"", "rel=\"noopener noreferrer\"");
    }

    @Test
    void aLinkWithinTheTextStaysOnThePage() {
        assertThat(html("[words](#article-3)\n\n## Article 3")).startsWith("<p><a href=\"#article-3\">words</a></p>\n");
    }

    @Test
    void whereAFormerLinkLedIsSaidInWords() {
        assertThat(html("[words](../x) and <xy:z>")).isEqualTo("<p>words (../x) and xy:z</p>\n");
    }

    @Test
    void whatIsNotReadIsShownAsItIsWritten() {
        assertThat(Markdown.unread("## <b>\n\n\"[a](b)\" & c").html())
                .isEqualTo("<p>## &lt;b&gt;<br />\n<br />\n&quot;[a](b)&quot; &amp; c</p>\n");
    }

    @Test
    void aServerThatIsTooBusySaysSo() {
        Instant start = Instant.parse("2026-11-22T08:00:00Z");
        AtomicInteger minutes = new AtomicInteger();
        InstantSource hurried = () -> start.plus(Duration.ofMinutes(minutes.getAndIncrement()));

        assertThatExceptionOfType(TextRefusedException.class)
                .isThrownBy(() -> new Markdown(hurried).toHtml("words", 0))
                .withMessageContaining("seconds")
                .satisfies(refused -> assertThat(refused.isLasting()).isFalse());
    }

    @Test
    void aPictureGivesWayToItsDescription() {
        assertThat(html("See ![the **whole** plan](https://example.org/plan.png \"title\") here."))
                .isEqualTo("<p>See the <strong>whole</strong> plan (title) here.</p>\n");
    }

    @Test
    void aPictureWithinThePictureGivesWayToo() {
        assertThat(html("![one ![two](https://example.org/2.png) three](https://example.org/1.png)"))
                .isEqualTo("<p>one two three</p>\n");
    }

    @Test
    void aPictureNamedByReferenceGivesWayToo() {
        assertThat(html("![plan][p]\n\n[p]: https://example.org/plan.png")).isEqualTo("<p>plan</p>\n");
    }

    @Test
    void aPictureInAHeadingGivesWayToo() {
        assertThat(html("## The ![plan](https://example.org/plan.png)"))
                .isEqualTo("<h2 id=\"the-plan\">The plan</h2>\n");
    }

    @Test
    void aLinkedPictureLeavesALinkOfWords() {
        assertThat(html("[![plan](https://example.org/plan.png)](https://example.org)"))
                .contains("href=\"https://example.org\"", ">plan</a>")
                .doesNotContain("plan.png");
    }

    @ParameterizedTest
    @CsvSource({"2, 0, 2", "2, 1, 3", "2, 3, 5", "5, 1, 6", "6, 1, 6", "4, 5, 6"})
    void aHeadingSinksButNotBelowTheSixthLevel(int level, int shift, int result) {
        assertThat(markdown.toHtml("# first\n\n## a\n\n## b\n\n" + "#".repeat(level) + " words", shift))
                .contains("<h%1$d id=\"words\">words</h%1$d>\n".formatted(result));
    }

    @Test
    void aHeadingWithinAQuotationSinksToo() {
        assertThat(markdown.toHtml("> ## words", 1)).contains("<h3 id=\"words\">words</h3>");
    }

    @Test
    void listsKeepTheirKindAndTheirStart() {
        assertThat(html("3. three\n4. four")).contains("<ol start=\"3\">", "<li>three</li>", "<li>four</li>");
        assertThat(html("- one\n- two")).contains("<ul>", "<li>one</li>", "<li>two</li>");
        assertThat(html("3) three\n4) four")).contains("<ol start=\"3\" class=\"agr-parenthesis\">");
        assertThat(html("1. one")).contains("<ol>");
    }

    @Test
    void paragraphsEmphasisAndChineseCharactersAreKept() {
        assertThat(html("您可以**随时**撤回。\n\n第二段")).isEqualTo("<p>您可以<strong>随时</strong>撤回。</p>\n<p>第二段</p>\n");
    }

    private String html(String source) {
        return markdown.toHtml(source, 0);
    }
}
