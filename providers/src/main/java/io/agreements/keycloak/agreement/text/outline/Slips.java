package io.agreements.keycloak.agreement.text.outline;

import io.agreements.keycloak.Shortened;
import io.agreements.keycloak.agreement.text.markdown.MarkdownReader;
import io.agreements.keycloak.agreement.text.unseen.UnseenCharacters;
import io.agreements.keycloak.agreement.text.unseen.Verdict;
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

    /** {@code {#id}}, {@code {: .class }}, {@code {:toc}}, {@code {width=50%}}, {@code {% include x %}} and their like. */
    private static final Pattern ATTRIBUTES = Pattern.compile("\\{:?\\s?[#.][^{}\\s]{1,60}[^{}]{0,60}\\}"
            + "|\\{:\\s?[A-Za-z][ -z|~]{0,120}\\}"
            + "|\\{[A-Za-z-]{1,30}=[^{}\\s]{1,60}[^{}]{0,60}\\}"
            + "|\\{%[^{}]{1,120}%\\}");

    private static final Pattern NOTE_MARK = Pattern.compile("\\[\\^[^\\s\\[\\]]{1,100}]");

    private Slips() {}

    /** What the whole is, if it is no text at all. */
    static List<Remark> ofFile(String content) {
        String start = content.substring(0, Math.min(content.length(), 2000))
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (start.startsWith("%pdf-")) {
            return List.of(Finding.PDF.at(1));
        }
        if (start.startsWith("{\\rtf")) {
            return List.of(Finding.RTF.at(1));
        }
        if (start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<?xml")) {
            return List.of(Finding.PAGE.at(1));
        }
        if (start.startsWith("{\\rt") || start.startsWith("pk\u0003\u0004")) {
            return List.of(Finding.WORD_PROCESSOR.at(1));
        }
        return List.of();
    }

    /** Characters that no page shows. */
    static List<Remark> ofCharacters(String content) {
        return UnseenCharacters.of(content).stream()
                .map(found -> finding(found.verdict()).at(found.line(), found.detail()))
                .toList();
    }

    private static Finding finding(Verdict verdict) {
        return switch (verdict) {
            case SEEN, UNSEEN -> Finding.UNSEEN_CHARACTER;
            case PRIVATE -> Finding.PRIVATE_CHARACTER;
            case OBJECT -> Finding.OBJECT_CHARACTER;
            case OTHER_ORDER -> Finding.DIRECTION_OVERRIDE;
            case NO_DIRECTION -> Finding.DIRECTION_ALONE;
            case UNCLOSED -> Finding.DIRECTION_OPEN;
            case DIRECTION -> Finding.DIRECTION_MARK;
            case BREAK -> Finding.BREAK_MARK;
            case LOST -> Finding.LOST_CHARACTER;
            case UNKNOWN -> Finding.UNKNOWN_CHARACTER;
        };
    }

    static List<Remark> of(Node document) {
        List<Remark> found = new ArrayList<>();
        for (Node node = document; node != null && found.size() < MOST; node = MarkdownReader.following(node)) {
            if (node instanceof HtmlInline html) {
                found.add(html(node, html.getLiteral()));
            } else if (node instanceof HtmlBlock html) {
                found.add(html(node, html.getLiteral()));
            } else if (node instanceof Text text) {
                addFirst(found, Finding.PROGRAM_NAME, ATTRIBUTES, '{', text);
                addFirst(found, Finding.NOTE_MARK, NOTE_MARK, '[', text);
            } else if (node instanceof FencedCodeBlock
                    && node.getPrevious() instanceof Paragraph info
                    && info.getSourceSpans().equals(node.getSourceSpans())) {
                found.add(Finding.CODE_INFO.at(MarkdownReader.line(node)));
            }
        }
        found.addAll(Unshown.of(document));
        return found;
    }

    private static void addFirst(List<Remark> found, Finding finding, Pattern way, char beginning, Text text) {
        Matcher slip = way.matcher(text.getLiteral());
        if (text.getLiteral().indexOf(beginning) >= 0 && slip.find()) {
            found.add(finding.at(MarkdownReader.line(text), excerpt(slip.group())));
        }
    }

    private static Remark html(Node node, String literal) {
        Finding kind = literal.stripLeading().startsWith("<!--") ? Finding.COMMENT : Finding.HTML;
        return kind.at(MarkdownReader.line(node), excerpt(literal.strip()));
    }

    private static String excerpt(String words) {
        String line = words.lines().findFirst().orElse("");
        String shortened = Shortened.of(line, EXCERPT);
        return shortened.equals(line) && line.length() < words.length() ? line + "…" : shortened;
    }
}
