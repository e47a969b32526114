package io.agreements.keycloak.agreement.text.markdown;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/**
 * Makes of what was read what its author plainly means, so that every word stands where readers see it: titles of links
 * and what is said of code become words, numbers of lists stay as they are written, and so do lines.
 */
final class VisibleWords {

    private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*+/?+>");
    private static final Pattern BREAKS = Pattern.compile("(?i)(?:<br\\s*+/?+>\\s*+)++");

    /** What a line begins with that is an item or a number and not the middle of a sentence. */
    private static final Pattern ITEM = Pattern.compile(
            "[\\s\\u3000]*+(?:[(（][^()（）\\s]{1,4}[)）]|[0-9０-９]{1,3}[.．、)）]|[a-zA-Z][.)）]\\s|[一二三四五六七八九十百]{1,4}[、.．)）]"
                    + "|第[^\\s]{1,8}[条條章节節款项項]|[•·●○■□◆▪\\u2460-\\u249B]|\\u3000).*+",
            Pattern.DOTALL);

    /** Around the words of a line. */
    private static final Pattern EMPHASIS = Pattern.compile("^[\\s*_~`]++|[\\s*_~`]++$");

    private static final String ENDS = "。；：！？;:!?";
    private static final String SENTENCE_ENDS = ".!?…。؟۔।\"”’»)）";
    private static final Set<UnicodeScript> WITHOUT_MARKS =
            Set.of(UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.KHMER, UnicodeScript.MYANMAR);
    private static final String PAUSES = "，、,";
    private static final int SHORT_LINE = 40;
    private static final int LONG_LINE = 80;

    private final String source;

    VisibleWords(String source) {
        this.source = source;
    }

    void show(Node document) {
        Node node = document;
        while (node != null) {
            Node next = MarkdownReader.following(node);
            Node shown = shown(node);
            node = shown == null ? next : MarkdownReader.following(shown);
        }
    }

    /** The node itself or what stands in its place; null if nothing does. */
    private Node shown(Node node) {
        if (node instanceof Text text) {
            text.setLiteral(asWritten(text.getLiteral()));
        } else if (node instanceof Code code) {
            code.setLiteral(asWritten(code.getLiteral()));
        } else if (node instanceof HtmlInline html) {
            return html(html);
        } else if (node instanceof FootnoteReference reference) {
            return behindLink(reference);
        } else if (node instanceof HtmlBlock html
                && BREAKS.matcher(html.getLiteral()).matches()) {
            html.unlink();
            return null;
        } else if (node instanceof HtmlBlock html) {
            html.setLiteral(asWritten(html.getLiteral()));
        } else if (node instanceof Link link) {
            link.setDestination(asWritten(link.getDestination()));
            showTitle(link, link.getTitle());
            link.setTitle(null);
        } else if (node instanceof Image image) {
            image.setDestination(asWritten(image.getDestination()));
            showTitle(image, image.getTitle());
            image.setTitle(null);
        } else if (node instanceof FencedCodeBlock code) {
            showInfo(code);
        } else if (node instanceof OrderedList list) {
            number(list);
        } else if (node instanceof BlockQuote quote) {
            return Alert.inPlaceOf(quote);
        } else if (node instanceof Paragraph paragraph) {
            keepLines(paragraph);
        }
        return node;
    }

    private static String asWritten(String words) {
        return StandIns.without(EastAsianEmphasis.without(words));
    }

    /** The mark of a note leads to the note and not where the link around it leads: the link ends before it and goes on behind. */
    private static Node behindLink(FootnoteReference reference) {
        Node over = reference.getParent();
        while (over != null && !(over instanceof Link) && !(over instanceof Block)) {
            over = over.getParent();
        }
        if (!(over instanceof Link link)) {
            return reference;
        }
        if (reference.getParent() == link) {
            Link rest = new Link(link.getDestination(), null);
            rest.setSourceSpans(link.getSourceSpans());
            for (Node child = reference.getNext(); child != null; child = reference.getNext()) {
                rest.appendChild(child);
            }
            link.insertAfter(reference);
            if (rest.getFirstChild() != null) {
                reference.insertAfter(rest);
            }
            if (link.getFirstChild() == null) {
                link.unlink();
            }
        } else {
            link.insertAfter(reference);
        }
        return reference;
    }

    private static Node html(HtmlInline html) {
        html.setLiteral(asWritten(html.getLiteral()));
        if (BREAK.matcher(html.getLiteral()).matches()) {
            return replace(html, new HardLineBreak());
        }
        return html;
    }

    private static Node replace(Node node, Node by) {
        node.insertBefore(by);
        node.unlink();
        return by;
    }

    private static void showTitle(Node node, String title) {
        String words = asWritten(title);
        if (words != null && !words.isBlank()) {
            node.insertAfter(new Text(" (" + words.strip() + ")"));
        }
    }

    private static void showInfo(FencedCodeBlock code) {
        code.setLiteral(asWritten(code.getLiteral()));
        String info = asWritten(code.getInfo());
        if (info != null && !info.isBlank()) {
            Paragraph paragraph = new Paragraph();
            paragraph.appendChild(new Text(info.strip()));
            paragraph.setSourceSpans(code.getSourceSpans());
            code.insertBefore(paragraph);
        }
        code.setInfo("");
    }

    /** Who numbers all items alike lets them be counted; who does not means the numbers. */
    private void number(OrderedList list) {
        List<Integer> numbers = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            numbers.add(item instanceof ListItem ? written(item) : null);
        }
        if (numbers.contains(null)
                || numbers.size() > 1 && numbers.stream().distinct().count() == 1) {
            return;
        }
        int expected = numbers.get(0);
        int place = 0;
        for (Node item = list.getFirstChild(); item != null; place++) {
            Node next = item.getNext();
            int number = numbers.get(place);
            if (number != expected) {
                NumberedItem numbered = new NumberedItem(number);
                numbered.setSourceSpans(item.getSourceSpans());
                for (Node child = item.getFirstChild(); child != null; child = item.getFirstChild()) {
                    numbered.appendChild((Block) child);
                }
                replace(item, numbered);
            }
            expected = number + 1;
            item = next;
        }
    }

    private Integer written(Node item) {
        if (item.getSourceSpans().isEmpty()) {
            return null;
        }
        int place = item.getSourceSpans().get(0).getInputIndex();
        while (place < source.length() && source.charAt(place) == ' ') {
            place++;
        }
        int end = place;
        while (end < source.length() && end - place < 9 && source.charAt(end) >= '0' && source.charAt(end) <= '9') {
            end++;
        }
        return end == place ? null : Integer.valueOf(source.substring(place, end));
    }

    private void keepLines(Paragraph paragraph) {
        List<SourceSpan> spans = paragraph.getSourceSpans();
        if (spans.size() < 2) {
            return;
        }
        int widest = spans.stream().mapToInt(span -> width(line(span))).max().orElse(0);
        int line = 0;
        for (Node node = paragraph.getFirstChild(); node != null; node = following(node, paragraph)) {
            if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
                line++;
                if (node instanceof SoftLineBreak
                        && line < spans.size()
                        && (widest <= SHORT_LINE || isLine(line(spans.get(line - 1)), line(spans.get(line)), widest))) {
                    node = replace(node, new HardLineBreak());
                }
            }
        }
    }

    private static boolean isLine(String before, String after, int widest) {
        String words = before.stripTrailing();
        return !words.isEmpty() && ENDS.indexOf(words.charAt(words.length() - 1)) >= 0
                || ITEM.matcher(after).matches()
                || isEnded(words, widest)
                        && ArticleLines.mayBegin(
                                EMPHASIS.matcher(after).replaceAll("").strip())
                || isCutShort(
                        EMPHASIS.matcher(words).replaceAll(""),
                        EMPHASIS.matcher(after).replaceAll(""),
                        widest);
    }

    /** Whether a sentence ends with the line, or the line before its time; where no marks are written between sentences, each may. */
    private static boolean isEnded(String words, int widest) {
        if (words.isEmpty()) {
            return false;
        }
        int last = words.codePointBefore(words.length());
        return SENTENCE_ENDS.indexOf(last) >= 0
                || WITHOUT_MARKS.contains(UnicodeScript.of(last))
                || 4 * width(words) < 3 * Math.min(widest, LONG_LINE);
    }

    /** A line between East Asian characters that could have gone on was ended on purpose. */
    private static boolean isCutShort(String words, String after, int widest) {
        return !words.isEmpty()
                && !after.isEmpty()
                && EastAsianLines.areOne(words.codePointBefore(words.length()), after.codePointAt(0))
                && PAUSES.indexOf(words.charAt(words.length() - 1)) < 0
                && 4 * width(words) < 3 * Math.min(widest, LONG_LINE);
    }

    private String line(SourceSpan span) {
        return source.substring(span.getInputIndex(), span.getInputIndex() + span.getLength());
    }

    /** East Asian characters take two places. */
    private static int width(String line) {
        int width = 0;
        for (int place = 0; place < line.length() && width <= LONG_LINE; place++) {
            width += line.charAt(place) >= '\u2E80' ? 2 : 1;
        }
        return width;
    }

    /** The next node within the other. */
    private static Node following(Node node, Node within) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        for (Node over = node; over != null && over != within; over = over.getParent()) {
            if (over.getNext() != null) {
                return over.getNext();
            }
        }
        return null;
    }
}
