package io.agreements.keycloak.agreement.text.outline;

import io.agreements.keycloak.agreement.text.markdown.Alert;
import io.agreements.keycloak.agreement.text.markdown.MarkdownReader;
import io.agreements.keycloak.agreement.text.markdown.NumberedItem;
import io.agreements.keycloak.agreement.text.markdown.PlainWords;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Block;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/**
 * Finds what a document uses for the headings of its articles, and makes headings of it: a level of headings, or bold
 * lines, or lines that begin with a number.
 */
final class ArticleFinder {

    /** The level articles are shown at. */
    static final int LEVEL = 2;

    private static final int DEEPEST = 6;
    private static final int LONGEST_HEADING = 60;
    private static final String SENTENCE_ENDS = "。；;，,.!！?？";

    private final Node document;
    private final List<Node> blocks = new ArrayList<>();

    ArticleFinder(Node document) {
        this.document = document;
        collect(document);
    }

    /** What stands by itself; a quotation that is set off counts as what is in it. */
    private void collect(Node parent) {
        for (Node block = parent.getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Alert) {
                collect(block);
            } else {
                blocks.add(block);
            }
        }
    }

    /** The headings of its articles, in order. */
    List<Heading> find() {
        int level = level();
        if (level > 0) {
            shift(level);
            return headings(LEVEL);
        }
        List<Heading> found = bold();
        if (found.isEmpty()) {
            found = numbered();
        }
        if (!found.isEmpty()) {
            title();
        }
        return found;
    }

    /** The level of headings that articles have; 0 if none has. */
    private int level() {
        int[] count = new int[DEEPEST + 1];
        int first = 0;
        int named = 0;
        for (Node block : blocks) {
            if (block instanceof Heading heading) {
                count[heading.getLevel()]++;
                first = first == 0 ? heading.getLevel() : first;
                named += heading.getLevel() == 1
                                && HeadingNumber.of(words(heading)).isPresent()
                        ? 1
                        : 0;
            }
        }
        if (count[1] > 1 && named * 2 < count[1] && first == 1 && count[2] >= count[1]) {
            return LEVEL;
        }
        for (int level = 1; level <= DEEPEST; level++) {
            if (count[level] > 1) {
                return level;
            }
        }
        for (int level = 2; level <= DEEPEST; level++) {
            if (count[level] > 0) {
                return level;
            }
        }
        return 0;
    }

    private void shift(int level) {
        if (level == LEVEL) {
            return;
        }
        for (Node node = document; node != null; node = MarkdownReader.following(node)) {
            if (node instanceof Heading heading) {
                int shifted = heading.getLevel() - level + LEVEL;
                heading.setLevel(heading.getLevel() < level ? 1 : Math.min(DEEPEST, shifted));
            }
        }
    }

    private List<Heading> headings(int level) {
        List<Heading> headings = new ArrayList<>();
        for (Node block : blocks) {
            if (block instanceof Heading heading && heading.getLevel() == level) {
                headings.add(heading);
            }
        }
        return headings;
    }

    /** Lines that are bold from end to end; if some of them have numbers, only these. */
    private List<Heading> bold() {
        List<Paragraph> lines = new ArrayList<>();
        for (Node block : blocks) {
            if (block instanceof Paragraph paragraph
                    && paragraph.getFirstChild() instanceof StrongEmphasis
                    && paragraph.getFirstChild() == paragraph.getLastChild()
                    && isHeading(words(paragraph), true)) {
                lines.add(paragraph);
            }
        }
        List<Paragraph> withNumber = lines.stream()
                .filter(line -> HeadingNumber.of(words(line)).isPresent())
                .toList();
        List<Paragraph> meant = withNumber.isEmpty() ? lines : withNumber;
        if (withNumber.isEmpty() && (lines.size() < 2 || blocks.stream().anyMatch(this::isNumbered))) {
            return List.of();
        }
        List<Heading> headings = new ArrayList<>();
        for (Paragraph line : meant) {
            Heading heading = heading(line);
            Node bold = line.getFirstChild();
            for (Node child = bold.getFirstChild(); child != null; child = bold.getFirstChild()) {
                heading.appendChild(child);
            }
            line.insertBefore(heading);
            line.unlink();
            headings.add(heading);
        }
        return headings;
    }

    private boolean isNumbered(Node block) {
        return block instanceof Paragraph paragraph && isNumberedLine(firstLine(paragraph));
    }

    /** {@code 第三条 …} and {@code Article 3: …}, but not {@code Article 3 of the Act applies.} */
    private static boolean isNumberedLine(String line) {
        if (!HeadingNumber.isNamed(line)) {
            return false;
        }
        String words = line.strip();
        int end = HeadingNumber.of(words).orElse("").length();
        return isHeading(words, true)
                || end == words.length()
                || !Character.isLetterOrDigit(words.codePointAt(end))
                        && (words.charAt(end) != ' ' || Character.isIdeographic(words.codePointAt(end - 1)));
    }

    /** Lines that each begin with the number of an article are a paragraph each. */
    private void takeApart() {
        for (Node block : List.copyOf(blocks)) {
            if (!(block instanceof Paragraph paragraph)) {
                continue;
            }
            Node child = paragraph.getLastChild();
            while (child != null) {
                Node previous = child.getPrevious();
                if (child instanceof HardLineBreak
                        && child.getNext() instanceof Text text
                        && isNumberedLine(text.getLiteral())) {
                    moveBehind(paragraph, child);
                }
                child = previous;
            }
        }
        blocks.clear();
        collect(document);
    }

    /** Moves what follows the break into a paragraph behind. */
    private static void moveBehind(Paragraph paragraph, Node lineBreak) {
        Paragraph behind = new Paragraph();
        behind.setSourceSpans(lineBreak.getNext().getSourceSpans());
        for (Node child = lineBreak.getNext(); child != null; child = lineBreak.getNext()) {
            behind.appendChild(child);
        }
        lineBreak.unlink();
        paragraph.insertAfter(behind);
    }

    /** Lines that begin with {@code 第一条}, or with {@code 1.} and are followed by what stands below them. */
    private List<Heading> numbered() {
        takeApart();
        List<Node> named = blocks.stream().filter(this::isNumbered).toList();
        if (!named.isEmpty()) {
            return named.stream().map(block -> split((Paragraph) block)).toList();
        }
        List<Node> pointed = blocks.stream().filter(this::isPointed).toList();
        boolean single = pointed.size() == 1 && !hasItems(pointed.get(0));
        if (pointed.isEmpty() || single && blocks.indexOf(pointed.get(0)) > 1) {
            return List.of();
        }
        List<Heading> headings = new ArrayList<>();
        for (Node block : pointed) {
            if (block instanceof OrderedList list) {
                headings.addAll(unlisted(list));
            } else {
                headings.add(split((Paragraph) block));
            }
        }
        return headings;
    }

    /** Markdown takes lines with numbers for one list if nothing else stands between them. */
    private static boolean hasItems(Node block) {
        return block instanceof OrderedList list && list.getFirstChild() != list.getLastChild();
    }

    /** {@code 1. Data}, {@code III. Data} or {@code 三、…}, with something below it. */
    private boolean isPointed(Node block) {
        if (block instanceof OrderedList list) {
            return isListOfArticles(list);
        }
        if (!(block instanceof Paragraph paragraph)) {
            return false;
        }
        String line = firstLine(paragraph);
        boolean number = HeadingNumber.of(line)
                .filter(found -> !found.startsWith("(") && !found.startsWith("（"))
                .isPresent();
        boolean point =
                number && !HeadingNumber.remove(line).isEmpty() && !line.strip().matches("(?s)\\p{Nd}++\\s.*+");
        boolean below = hasLines(paragraph) || paragraph.getNext() != null && !isLikeIt(paragraph.getNext());
        return point && isHeading(line, false) && below;
    }

    private static boolean isLikeIt(Node next) {
        return next instanceof Paragraph paragraph
                && HeadingNumber.of(firstLine(paragraph)).isPresent()
                && !firstLine(paragraph).startsWith("(")
                && !firstLine(paragraph).startsWith("（");
    }

    private static boolean isListOfArticles(OrderedList list) {
        boolean single = list.getFirstChild() == list.getLastChild();
        if (!".".equals(list.getMarkerDelimiter())) {
            return false;
        }
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (!(item.getFirstChild() instanceof Paragraph paragraph) || !isHeading(firstLine(paragraph), false)) {
                return false;
            }
            boolean more = hasLines(paragraph) || paragraph.getNext() != null;
            boolean followed = single
                    && list.getNext() != null
                    && !(list.getNext() instanceof OrderedList)
                    && paragraph.getNext() == null;
            if (!more && !followed) {
                return false;
            }
        }
        return true;
    }

    private List<Heading> unlisted(OrderedList list) {
        List<Heading> headings = new ArrayList<>();
        int number = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
        for (Node item = list.getFirstChild(); item != null; item = list.getFirstChild()) {
            number = item instanceof NumberedItem numbered ? numbered.number() : number;
            Paragraph paragraph = (Paragraph) item.getFirstChild();
            list.insertBefore(paragraph);
            for (Node child = item.getFirstChild(); child != null; child = item.getFirstChild()) {
                list.insertBefore(child);
            }
            item.unlink();
            paragraph.prependChild(new Text(number + ". "));
            headings.add(split(paragraph));
            number++;
        }
        list.unlink();
        return headings;
    }

    /** Makes a heading of the first line; if that is a sentence, of its number. */
    private Heading split(Paragraph paragraph) {
        String line = firstLine(paragraph);
        Heading heading = heading(paragraph);
        paragraph.insertBefore(heading);
        if (!isHeading(line, true) && paragraph.getFirstChild() instanceof Text text) {
            String words = text.getLiteral();
            int start = words.length() - words.stripLeading().length();
            String number = HeadingNumber.of(words).orElse("");
            int end = Math.min(words.length(), start + number.length());
            heading.appendChild(new Text(words.substring(start, end)));
            text.setLiteral(words.substring(end).stripLeading());
            return heading;
        }
        Node child = paragraph.getFirstChild();
        while (child != null && !(child instanceof SoftLineBreak || child instanceof HardLineBreak)) {
            Node next = child.getNext();
            heading.appendChild(child);
            child = next;
        }
        if (child != null) {
            child.unlink();
        }
        if (paragraph.getFirstChild() == null) {
            paragraph.unlink();
        }
        return heading;
    }

    /** A first line that stands by itself is what the text calls itself. */
    private void title() {
        if (document.getFirstChild() instanceof Paragraph paragraph
                && paragraph.getNext() != null
                && !hasLines(paragraph)
                && isHeading(words(paragraph), false)) {
            Heading heading = heading(paragraph);
            heading.setLevel(1);
            for (Node child = paragraph.getFirstChild(); child != null; child = paragraph.getFirstChild()) {
                heading.appendChild(child);
            }
            paragraph.insertBefore(heading);
            paragraph.unlink();
        }
    }

    private static Heading heading(Block inPlaceOf) {
        Heading heading = new Heading();
        heading.setLevel(LEVEL);
        heading.setSourceSpans(inPlaceOf.getSourceSpans());
        return heading;
    }

    private static boolean isHeading(String line, boolean lenient) {
        String words = line.strip();
        return !words.isEmpty()
                && width(words) <= (lenient ? 2 * LONGEST_HEADING : LONGEST_HEADING)
                && SENTENCE_ENDS.indexOf(words.charAt(words.length() - 1)) < 0;
    }

    private static int width(String words) {
        return words.codePoints()
                .limit(4L * LONGEST_HEADING)
                .map(one -> one >= 0x2E80 ? 2 : 1)
                .sum();
    }

    private static boolean hasLines(Paragraph paragraph) {
        for (Node child = paragraph.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof SoftLineBreak || child instanceof HardLineBreak) {
                return true;
            }
        }
        return false;
    }

    private static String firstLine(Paragraph paragraph) {
        StringBuilder line = new StringBuilder();
        for (Node child = paragraph.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof SoftLineBreak
                    || child instanceof HardLineBreak
                    || line.length() > 4 * LONGEST_HEADING) {
                break;
            }
            line.append(child instanceof Text text ? text.getLiteral() : String.join(" ", PlainWords.of(child)));
        }
        return line.toString().strip();
    }

    static String words(Node heading) {
        return String.join(" ", PlainWords.of(heading));
    }
}
