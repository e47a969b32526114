package io.agreements.keycloak.agreement.text.outline;

import io.agreements.keycloak.Shortened;
import io.agreements.keycloak.agreement.text.markdown.FootnoteReference;
import io.agreements.keycloak.agreement.text.markdown.MarkdownReader;
import io.agreements.keycloak.agreement.text.markdown.PlainWords;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/** What an author may believe to be shown and is not: pictures, links without words, clauses that are not set off. */
final class Unshown {

    private static final int MOST = 20;
    private static final int EXCERPT = 20;

    /** {@code [!IMPORTANT]} as people write it, and where it does not set anything off. */
    private static final Pattern MARK =
            Pattern.compile("[\\[［【]\\s?[!！]\\s?\\p{L}[^\\]］】]{0,30}[\\]］】].*", Pattern.DOTALL);

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{S}\\p{P}]");

    private Unshown() {}

    static List<Remark> of(Node document) {
        if (showsNothing(document)) {
            return List.of(Finding.NO_WORDS.at(1));
        }
        List<Remark> found = new ArrayList<>();
        for (Node node = document; node != null && found.size() < MOST; node = MarkdownReader.following(node)) {
            if (node instanceof Image && showsNothing(node)) {
                found.add(Finding.PICTURE.at(MarkdownReader.line(node)));
            } else if (node instanceof Link link && showsNothing(link) && !holdsPicture(link)) {
                found.add(Finding.EMPTY_LINK.at(MarkdownReader.line(node)));
            } else if (node instanceof Paragraph paragraph && isMark(paragraph)) {
                found.add(Finding.MARK.at(MarkdownReader.line(node), excerpt(words(paragraph))));
            }
        }
        return found;
    }

    private static boolean isMark(Paragraph paragraph) {
        String words = words(paragraph);
        boolean inPlace = paragraph.getPrevious() == null && paragraph.getParent() instanceof BlockQuote;
        return MARK.matcher(words).matches()
                || inPlace && paragraph.getFirstChild() instanceof Link && words.startsWith("!");
    }

    private static boolean holdsPicture(Link link) {
        return link.getFirstChild() instanceof Image;
    }

    /** Where a link leads is no word of it. */
    private static boolean showsNothing(Node node) {
        if (node instanceof TaskListItemMarker || WORD.matcher(literal(node)).find()) {
            return false;
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (!showsNothing(child)) {
                return false;
            }
        }
        return true;
    }

    private static String literal(Node node) {
        if (node instanceof Text text) {
            return text.getLiteral();
        } else if (node instanceof Code code) {
            return code.getLiteral();
        } else if (node instanceof FencedCodeBlock code) {
            return code.getLiteral();
        } else if (node instanceof HtmlInline html) {
            return html.getLiteral();
        } else if (node instanceof HtmlBlock html) {
            return html.getLiteral();
        } else if (node instanceof FootnoteReference reference) {
            return reference.label();
        }
        return "";
    }

    private static String words(Node node) {
        return String.join(" ", PlainWords.of(node)).strip();
    }

    private static String excerpt(String words) {
        return Shortened.of(words, EXCERPT);
    }
}
