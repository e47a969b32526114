package io.agreements.keycloak.agreement.text.outline;

import io.agreements.keycloak.agreement.text.markdown.MarkdownReader;
import io.agreements.keycloak.agreement.text.unseen.UnseenCharacters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/** What stands in a text and would not be seen as it is meant. */
final class Slips {

    private static final int MOST = 20;
    private static final int EXCERPT = 40;

    /** {@code {#id}}, {@code {: .class }} and their like. */
    private static final Pattern ATTRIBUTES = Pattern.compile("\\{:?\\s?[#.][^{}\\s]{1,60}[^{}]{0,60}\\}");

    private Slips() {}

    /** What the whole is, if it is no text at all. */
    static List<Remark> ofFile(String content) {
        String start = content.substring(0, Math.min(content.length(), 2000))
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (start.startsWith("%pdf-")) {
            return List.of(file("a PDF file"));
        }
        if (start.startsWith("{\\rtf")) {
            return List.of(file("an RTF file"));
        }
        if (start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<?xml")) {
            return List.of(file("a page in HTML or XML"));
        }
        if (start.startsWith("{\\rt") || start.startsWith("pk\u0003\u0004")) {
            return List.of(file("a file of a word processor"));
        }
        return List.of();
    }

    private static Remark file(String kind) {
        return new Remark(1, "this is " + kind, "put the words in, as Markdown or plain text", true);
    }

    /** Characters that no page shows. */
    static List<Remark> ofCharacters(String content) {
        return UnseenCharacters.of(content).stream()
                .map(found -> new Remark(found.line(), found.what(), found.advice(), found.isRefused()))
                .toList();
    }

    static List<Remark> of(Node document) {
        List<Remark> found = new ArrayList<>();
        for (Node node = document; node != null && found.size() < MOST; node = MarkdownReader.following(node)) {
            if (node instanceof HtmlInline html) {
                found.add(html(node, html.getLiteral()));
            } else if (node instanceof HtmlBlock html) {
                found.add(html(node, html.getLiteral()));
            } else if (node instanceof Text text && text.getLiteral().indexOf('{') >= 0) {
                Matcher attributes = ATTRIBUTES.matcher(text.getLiteral());
                if (attributes.find()) {
                    found.add(new Remark(
                            MarkdownReader.line(node),
                            "'" + excerpt(attributes.group()) + "' is a name or a style for a program and no words",
                            "take it out; headings have names by themselves",
                            true));
                }
            } else if (node instanceof FencedCodeBlock
                    && node.getPrevious() instanceof Paragraph info
                    && info.getSourceSpans().equals(node.getSourceSpans())) {
                found.add(new Remark(
                        MarkdownReader.line(node),
                        "words stand behind the three marks that begin a block of code",
                        "they are shown above it; move them to a line of their own if that is not meant",
                        false));
            }
        }
        return found;
    }

    private static Remark html(Node node, String literal) {
        String written = excerpt(literal.strip());
        if (literal.stripLeading().startsWith("<!--")) {
            return new Remark(
                    MarkdownReader.line(node),
                    "'" + written + "' is a comment, which readers of a page never see",
                    "take it out",
                    true);
        }
        return new Remark(
                MarkdownReader.line(node),
                "'" + written + "' is HTML",
                "write it as Markdown, or take it out; to show a < as it is, put a backslash before it",
                true);
    }

    private static String excerpt(String words) {
        String line = words.lines().findFirst().orElse("");
        return line.length() > EXCERPT || line.length() < words.length()
                ? line.substring(0, Math.min(EXCERPT, line.length())) + "…"
                : line;
    }
}
