package io.agreements.keycloak.agreement.text.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.agreements.keycloak.agreement.text.TextBytes;
import io.agreements.keycloak.agreement.text.TextRefusedException;
import io.agreements.keycloak.fuzz.Trial;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whatever a text says: on a page it is words, headings, lists and links, and nothing that a browser would run or fetch. */
final class MarkdownFuzzTest {

    private static final Trial TRIAL = new Trial("texts made into pages (Markdown)");

    private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)((?: [a-z-]+=\"[^\"<>]*\")*)( /)?>");
    private static final Pattern ATTRIBUTE = Pattern.compile(" ([a-z-]+)=\"([^\"]*)\"");
    private static final Set<String> ELEMENTS = Set.of(
            "p",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "blockquote",
            "em",
            "strong",
            "code",
            "pre",
            "a",
            "br",
            "hr",
            "div",
            "span",
            "sup",
            "del",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td");
    private static final Set<String> ATTRIBUTES = Set.of(
            "a href",
            "a rel",
            "a target",
            "a id",
            "a class",
            "a aria-label",
            "ol start",
            "li value",
            "h2 id",
            "h3 id",
            "h4 id",
            "h5 id",
            "h6 id",
            "p class",
            "sup class",
            "span class",
            "span role",
            "span aria-label",
            "div id",
            "div class",
            "div role",
            "div tabindex",
            "div aria-label",
            "th scope",
            "th class",
            "td class");

    private final Markdown markdown = new Markdown();

    @DictionaryEntries({
        "[a](",
        "![a](",
        "javascript:",
        "data:text/html,",
        "//evil.example",
        "/\\\\",
        "&#x6a;",
        "&colon;",
        "<script>",
        "<img src=x onerror=",
        "<a href=\\\"",
        "\\x0A\\x0A## ",
        "\\x0A> ",
        "\\x0A- ",
        "\\x0A1. ",
        "```",
        "**",
        "_",
        "`",
        "![![",
        "[[",
        "\\\\",
        "<http://",
        "[a]: ",
        "[^a]: ",
        "[^a]",
        "\\x0A|-|-|\\x0A",
        "|",
        "~~",
        "- [x] ",
        "> [!NOTE]\\x0A",
        "www.",
        "[#a](#a)",
        "<br>"
    })
    @FuzzTest(maxExecutions = Trial.INPUTS, maxDuration = Trial.DURATION)
    void becomesWordsAndLinksAndNothingElse(byte[] input) throws Exception {
        String text = TextBytes.decode(input);
        TRIAL.run(input, () -> {
            String html;
            try {
                html = markdown.toHtml(text, 1);
            } catch (TextRefusedException e) {
                assertThat(e.isLasting()).isTrue();
                html = Markdown.unread(text).html();
            }
            assertThat(withoutTags(html)).as(html).doesNotContain("<", ">");
            return isFit(text);
        });
    }

    private static String withoutTags(String html) {
        return TAG.matcher(html).replaceAll(tag -> {
            String element = tag.group(2);
            assertThat(ELEMENTS).as(html).contains(element);
            Matcher attributes = ATTRIBUTE.matcher(tag.group(3));
            while (attributes.find()) {
                assertThat(ATTRIBUTES).as(html).contains(element + " " + attributes.group(1));
                if (attributes.group(1).equals("href")) {
                    assertLeadsToAWebOrMailAddress(attributes.group(2));
                }
            }
            return "";
        });
    }

    private boolean isFit(String text) {
        try {
            markdown.requireFit(text);
            return true;
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).startsWith("content ");
            return false;
        }
    }

    /** Read as a browser reads it: what it leaves out of addresses, and what it takes for a slash. */
    private static void assertLeadsToAWebOrMailAddress(String href) {
        String address = href.replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("[\t\n\r]", "")
                .replaceAll("^[\\u0000-\\u0020]+", "")
                .replace('\\', '/')
                .toLowerCase(Locale.ROOT);
        assertThat(address).containsPattern("^(https?://[^/]|mailto:.|tel:.|#.)");
    }
}
